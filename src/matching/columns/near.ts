import { PERSON } from './layout'
import { findOnMap } from './opening-map'
import type { OpeningColumns } from './openings'

/**
 * Finds the openings that a person, whose row begins there, may get to: all but those that the rule on travel refuses
 * for the distance. Their indexes stand in the room, in no order.
 * @returns how many there are
 */
export function openingsNear({ map, unbound, room }: OpeningColumns, rows: Int32Array, row: number): number {
  const near = room.to
  if (rows[row + PERSON.isBound] === 0) {
    near.set(map.indexes)
    near.set(unbound, map.indexes.length)
    return near.length
  }
  const [east, north] = [rows[row + PERSON.east]!, rows[row + PERSON.north]!]
  const count = findOnMap(map, { east, north, reach: rows[row + PERSON.tripLimits + 1]! }, near)
  near.set(unbound, count)
  return count + unbound.length
}
