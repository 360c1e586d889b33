import type { OpportunityContent, PlaceAndStart } from '../../src/domain/opportunity'

/** Where an offer is and when it starts, by its published content; nothing is known while it has none. */
export function placeAndStartOf(content: string | null): PlaceAndStart {
  if (content === null) return { isRemote: false, town: '', district: null, startsOn: null }
  const { isRemote, town, district, startsOn } = JSON.parse(content) as OpportunityContent
  return { isRemote, town, district, startsOn }
}
