import { paths } from '../../src/paths'
import type { PublicOffer } from '../../src/policy/views'

/** A public offer with the addresses that belong to it. */
export function offerJson(offer: PublicOffer, baseUrl: string) {
  const { id, ...fields } = offer
  return {
    id,
    url: `${baseUrl}${paths.opportunity(offer.id)}`,
    calendarUrl: offer.startsOn ? `${baseUrl}${paths.calendar(offer.id)}` : null,
    ...fields,
  }
}
