import type { GridCell } from '../../domain/grid'
import { passes } from '../decision'

/** Openings by squares of the map, so that those near to a home are found without looking at the others. */
export type OpeningMap = {
  /** Kilometres of a square's side, and the kilometre square in the south-west corner. */
  side: number
  west: number
  south: number
  across: number
  along: number
  /** Openings of each square: start[square] up to start[square + 1] of `indexes`; squares from west to east first. */
  start: Int32Array
  indexes: Int32Array
  /** Where each of `indexes` lies, in the same order. */
  east: Int32Array
  north: Int32Array
}

const SIDE_KM_MIN = 4
const SQUARES_ACROSS_MAX = 128

/** Puts the openings with these indexes, which all have a cell, on the map. */
export function mapOpenings(cells: readonly GridCell[], indexes: readonly number[]): OpeningMap {
  const bounds = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity }
  for (const index of indexes) {
    const { east, north } = cells[index]!
    bounds.west = Math.min(bounds.west, east)
    bounds.east = Math.max(bounds.east, east)
    bounds.south = Math.min(bounds.south, north)
    bounds.north = Math.max(bounds.north, north)
  }
  const { west, south } = indexes.length > 0 ? bounds : { west: 0, south: 0 }
  const [wide, high] = indexes.length > 0 ? [bounds.east - west, bounds.north - south] : [0, 0]
  const side = Math.max(SIDE_KM_MIN, Math.ceil(Math.max(wide, high) / SQUARES_ACROSS_MAX))
  const across = Math.floor(wide / side) + 1
  const along = Math.floor(high / side) + 1
  const squareOf = (index: number): number =>
    Math.floor((cells[index]!.north - south) / side) * across + Math.floor((cells[index]!.east - west) / side)
  const start = new Int32Array(across * along + 1)
  for (const index of indexes) start[squareOf(index) + 1]! += 1
  for (let square = 0; square < across * along; square += 1) start[square + 1]! += start[square]!
  const next = start.slice()
  const placed = new Int32Array(indexes.length)
  for (const index of indexes) placed[next[squareOf(index)]!++] = index
  const east = Int32Array.from(placed, (index) => cells[index]!.east)
  const north = Int32Array.from(placed, (index) => cells[index]!.north)
  return { side, west, south, across, along, start, indexes: placed, east, north }
}

/** From where, and up to which square distance. */
export type Reach = { east: number; north: number; reach: number }

/**
 * Writes the indexes of the openings within reach, as the crow flies.
 * @returns how many were written
 */
export function findOnMap(map: OpeningMap, { east, north, reach }: Reach, found: Int32Array): number {
  const { side, across, along, start, indexes, east: easts, north: norths } = map
  const km = Math.floor(Math.sqrt(reach))
  const left = Math.max(0, Math.floor((east - km - map.west) / side))
  const right = Math.min(across - 1, Math.floor((east + km - map.west) / side))
  const bottom = Math.max(0, Math.floor((north - km - map.south) / side))
  const top = Math.min(along - 1, Math.floor((north + km - map.south) / side))
  let count = 0
  if (left > right) return 0
  for (let row = bottom; row <= top; row += 1) {
    const end = start[row * across + right + 1]!
    for (let at = start[row * across + left]!; at < end; at += 1) {
      const [x, y] = [easts[at]! - east, norths[at]! - north]
      // Written whether it counts or not: the next one takes its place.
      found[count] = indexes[at]!
      count += 1 - passes(Math.imul(x, x) + Math.imul(y, y), reach)
    }
  }
  return count
}
