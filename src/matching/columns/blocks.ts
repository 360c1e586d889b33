import type { Candidate } from '../candidate'
import { tripLimits } from '../trip'
import { BLOCK, BLOCK_WIDTH } from './layout'

/**
 * People who stand next to each other. Those who said how far they can go, and where from, stand together by how far
 * and by square of the map, so that an opening beyond their reach passes over all of them at once. Rows of
 * `BLOCK_WIDTH` numbers.
 */
export type Blocks = Int32Array

/** Nobody goes less than this far when squares of the map are cut, in km. */
const SQUARE_KM_MIN = 5

type Bound = { km: number; east: number; north: number }

/** How far and from where, when a person told both. */
function boundOf({ profile }: Candidate): Bound | undefined {
  const { distanceKmMax = null, cellEast = null, cellNorth = null } = profile.travel ?? {}
  if (distanceKmMax === null || cellEast === null || cellNorth === null) return undefined
  return { km: distanceKmMax, east: cellEast, north: cellNorth }
}

/** Sorts people into blocks: first by how far they can go, then by squares of the map half as wide as that. */
function placeOf(bound: Bound | undefined): readonly [number, number, number] {
  if (bound === undefined) return [-1, 0, 0]
  const width = Math.max(SQUARE_KM_MIN, bound.km / 2)
  return [bound.km, Math.floor(bound.north / width), Math.floor(bound.east / width)]
}

type Placed = { person: number; place: readonly [number, number, number] }

const comparePlaces = ([a, b, c]: Placed['place'], [d, e, f]: Placed['place']) => a - d || b - e || c - f

/** The people of each slot, and where each block begins. */
export function orderInBlocks(people: readonly Candidate[]): { order: Int32Array; starts: number[] } {
  const placed = people
    .map((candidate, person): Placed => ({ person, place: placeOf(boundOf(candidate)) }))
    .sort((one, other) => comparePlaces(one.place, other.place) || one.person - other.person)
  const starts = placed.flatMap(({ place }, slot) => {
    const before = placed[slot - 1]
    return before !== undefined && comparePlaces(before.place, place) === 0 ? [] : [slot]
  })
  return { order: Int32Array.from(placed, ({ person }) => person), starts }
}

/** Blocks with nobody in them yet. */
export function emptyBlocks(starts: readonly number[], count: number): Blocks {
  return Int32Array.from(
    starts.flatMap((from, at) => [
      from,
      starts[at + 1] ?? count,
      1,
      GREATEST,
      -GREATEST,
      GREATEST,
      -GREATEST,
      0,
    ]),
  )
}

const GREATEST = 0x7fffffff

/** Makes a block wide enough for one more person. It never grows narrow again until it is built anew. */
export function widen(blocks: Blocks, block: number, person: Candidate): void {
  const bound = boundOf(person)
  if (bound === undefined) {
    blocks[block + BLOCK.isBound] = 0
    return
  }
  const [, reach] = tripLimits(bound.km)
  blocks[block + BLOCK.west] = Math.min(blocks[block + BLOCK.west]!, bound.east)
  blocks[block + BLOCK.east] = Math.max(blocks[block + BLOCK.east]!, bound.east)
  blocks[block + BLOCK.south] = Math.min(blocks[block + BLOCK.south]!, bound.north)
  blocks[block + BLOCK.north] = Math.max(blocks[block + BLOCK.north]!, bound.north)
  blocks[block + BLOCK.reach] = Math.max(blocks[block + BLOCK.reach]!, reach)
}

/** Where the block that a slot stands in begins. */
export function blockOf(blocks: Blocks, slot: number): number {
  let low = 0
  let high = blocks.length / BLOCK_WIDTH - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (blocks[middle * BLOCK_WIDTH + BLOCK.from]! <= slot) low = middle
    else high = middle - 1
  }
  return low * BLOCK_WIDTH
}

/** Whether a square lies further from everybody in a block than they said they can go. */
export function isBeyond(blocks: Blocks, block: number, east: number, north: number): boolean {
  if (blocks[block + BLOCK.isBound] === 0) return false
  const across = Math.max(blocks[block + BLOCK.west]! - east, 0, east - blocks[block + BLOCK.east]!)
  const along = Math.max(blocks[block + BLOCK.south]! - north, 0, north - blocks[block + BLOCK.north]!)
  return across * across + along * along > blocks[block + BLOCK.reach]!
}
