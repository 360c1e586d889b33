import type { Block } from './blocks'
import { findOnMap } from './opening-map'
import type { OpeningColumns } from './openings'

/** Where somebody can get to, or anybody of a block. */
type Reach = Pick<Block, 'isBound' | 'west' | 'east' | 'south' | 'north' | 'reach'>

/**
 * Indexes of the openings that may be within reach: all but those that the rule on travel refuses for the distance,
 * and some of these. In no order.
 */
export function openingsNear({ rows, map, unbound }: OpeningColumns, place: Reach): Int32Array {
  const found = new Int32Array(rows.length)
  if (!place.isBound) return found.map((_, index) => index)
  const km = Math.ceil(Math.sqrt(place.reach))
  const box = {
    west: place.west - km,
    east: place.east + km,
    south: place.south - km,
    north: place.north + km,
  }
  const count = findOnMap(map, box, found)
  found.set(unbound, count)
  return found.subarray(0, count + unbound.length)
}
