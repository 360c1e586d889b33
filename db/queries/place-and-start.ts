import { sql } from 'kysely'
import type { OpportunityContent, PlaceAndStart } from '../../src/domain/opportunity'

const NOTHING_KNOWN: PlaceAndStart = { isRemote: false, town: '', district: null, startsOn: null }

/** Where an offer is and when it starts, by its published content; nothing is known while it has none. */
export function placeAndStartOf(content: string | null): PlaceAndStart {
  if (content === null) return NOTHING_KNOWN
  const { isRemote, town, district, startsOn } = JSON.parse(content) as OpportunityContent
  return { isRemote, town, district, startsOn }
}

/** The same for a list that needs nothing else of the content: four values instead of all that was written. */
export const placeAndStartIn = (content: 'opportunity.content' | 'opportunity_revision.content') =>
  sql<string | null>`json_extract(${sql.ref(content)}, '$.isRemote', '$.town', '$.district', '$.startsOn')`

/** @param read what `placeAndStartIn` selected */
export function toPlaceAndStart(read: string | null): PlaceAndStart {
  if (read === null) return NOTHING_KNOWN
  const [isRemote, town, district, startsOn] = JSON.parse(read) as [
    PlaceAndStart['isRemote'],
    PlaceAndStart['town'],
    PlaceAndStart['district'],
    PlaceAndStart['startsOn'],
  ]
  return { isRemote, town, district, startsOn }
}
