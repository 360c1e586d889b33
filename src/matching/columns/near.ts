import { PERSON } from './layout'
import { findOnMap } from './opening-map'
import type { OpeningColumns } from './openings'

/**
 * Indexes of the openings that a person, whose row begins there, may get to: all but those that the rule on travel
 * refuses for the distance. In no order, and good until the next search.
 */
export function openingsNear(openings: OpeningColumns, rows: Int32Array, row: number): Int32Array {
  const { map, unbound, scratch: found } = openings
  if (rows[row + PERSON.isBound] === 0) {
    found.set(map.indexes)
    found.set(unbound, map.indexes.length)
    return found
  }
  const [east, north] = [rows[row + PERSON.east]!, rows[row + PERSON.north]!]
  const count = findOnMap(map, { east, north, reach: rows[row + PERSON.tripLimits + 1]! }, found)
  found.set(unbound, count)
  return found.subarray(0, count + unbound.length)
}
