import { sql } from 'kysely'
import type { PlaceAndStart } from '../../src/domain/opportunity'

/** Where an offer is and when it starts, out of its content: four values instead of all that was written. */
export const placeAndStartIn = (content: 'opportunity.content' | 'opportunity_revision.content') =>
  sql<string | null>`json_extract(${sql.ref(content)}, '$.isRemote', '$.town', '$.district', '$.startsOn')`

/** @param read what `placeAndStartIn` selected; null of an offer without content, of which nothing is known */
export function toPlaceAndStart(read: string | null): PlaceAndStart {
  if (read === null) return { isRemote: false, town: '', district: null, startsOn: null }
  const [isRemote, town, district, startsOn] = JSON.parse(read) as [
    PlaceAndStart['isRemote'],
    PlaceAndStart['town'],
    PlaceAndStart['district'],
    PlaceAndStart['startsOn'],
  ]
  return { isRemote, town, district, startsOn }
}

/** A row that selected `placeAndStartIn` as `placeAndStart`, with the four values in its place. */
export const withPlaceAndStart = <Row extends { placeAndStart: string | null }>({
  placeAndStart,
  ...row
}: Row) => ({ ...row, ...toPlaceAndStart(placeAndStart) })
