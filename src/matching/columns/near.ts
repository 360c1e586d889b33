import type { Blocks } from './blocks'
import { BLOCK, PERSON } from './layout'
import { type Box, findOnMap } from './opening-map'
import type { OpeningColumns } from './openings'

/** Where somebody can get to, or anybody of a block. */
type Reach = Box & {
  isBound: boolean
  /** The greatest square distance that is within reach. */
  reach: number
}

/**
 * Indexes of the openings that may be within reach: all but those that the rule on travel refuses for the distance,
 * and some of these. In no order, and good until the next search.
 */
export function openingsNear({ map, unbound, scratch: found }: OpeningColumns, place: Reach): Int32Array {
  if (!place.isBound) {
    found.set(map.indexes)
    found.set(unbound, map.indexes.length)
    return found
  }
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

/** Where the people of a block can get to. */
export const placeOfBlock = (blocks: Blocks, block: number): Reach => ({
  isBound: blocks[block + BLOCK.isBound] === 1,
  west: blocks[block + BLOCK.west]!,
  east: blocks[block + BLOCK.east]!,
  south: blocks[block + BLOCK.south]!,
  north: blocks[block + BLOCK.north]!,
  reach: blocks[block + BLOCK.reach]!,
})

/** Where one person can get to, whose row begins there. */
export function placeOfPerson(rows: Int32Array, row: number, isBound: boolean): Reach {
  const [east, north] = [rows[row + PERSON.east]!, rows[row + PERSON.north]!]
  return { isBound, west: east, east, south: north, north, reach: rows[row + PERSON.tripLimits + 1]! }
}
