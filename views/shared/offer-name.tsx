import type { PlaceAndStart } from '../../src/domain/opportunity'
import { offerOriginText } from './offer-words'

export type OfferNameProps = {
  offer: PlaceAndStart & { title: string | null; organisationName: string }
  /** Where its title leads, if anywhere. */
  href?: string | undefined
}

/** An offer in a table of staff: its title, and under it what tells it from others of that title. */
export function OfferName({ offer, href }: OfferNameProps) {
  return (
    <>
      {href === undefined ? offer.title : <a href={href}>{offer.title}</a>}
      <div class="wm-secondary">{offerOriginText(offer)}</div>
    </>
  )
}
