import type { Candidate } from '../candidate'
import { squareWithin } from '../trip'
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

/** Blocks of people, and strips: blocks of blocks, which go as far and stand in a row from west to east. */
export type BlocksAndStrips = { blocks: Blocks; strips: Blocks }

/** The people of each slot, and the blocks they stand in, empty until each of them is added by `widen`. */
export function orderInBlocks(people: readonly Candidate[]): { order: Int32Array } & BlocksAndStrips {
  const placed = people
    .map((candidate, person): Placed => ({ person, place: placeOf(boundOf(candidate)) }))
    .sort((one, other) => comparePlaces(one.place, other.place) || one.person - other.person)
  const starts = startsWhere(placed, ({ place: one }, { place: other }) => comparePlaces(one, other) !== 0)
  const firsts = starts.map((slot) => placed[slot]!.place)
  const stripStarts = startsWhere(firsts, ([a, b], [c, d]) => a !== c || b !== d)
  return {
    order: Int32Array.from(placed, ({ person }) => person),
    blocks: emptyBlocks(starts, people.length),
    strips: emptyBlocks(stripStarts, starts.length),
  }
}

/** Where an item differs from the one before it. */
function startsWhere<T>(items: readonly T[], isOther: (one: T, other: T) => boolean): number[] {
  return items.flatMap((item, at) => (at === 0 || isOther(items[at - 1] as T, item) ? [at] : []))
}

/** Blocks with nobody in them yet. */
function emptyBlocks(starts: readonly number[], count: number): Blocks {
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

/** Makes the block of a slot, and its strip, wide enough for somebody. They never grow narrow again. */
export function widen({ blocks, strips }: BlocksAndStrips, slot: number, person: Candidate): void {
  const block = blockOf(blocks, slot)
  widenOne(blocks, block, person)
  widenOne(strips, blockOf(strips, block / BLOCK_WIDTH), person)
}

function widenOne(blocks: Blocks, block: number, person: Candidate): void {
  const bound = boundOf(person)
  if (bound === undefined) {
    blocks[block + BLOCK.isBound] = 0
    return
  }
  const reach = squareWithin(bound.km)
  blocks[block + BLOCK.west] = Math.min(blocks[block + BLOCK.west]!, bound.east)
  blocks[block + BLOCK.east] = Math.max(blocks[block + BLOCK.east]!, bound.east)
  blocks[block + BLOCK.south] = Math.min(blocks[block + BLOCK.south]!, bound.north)
  blocks[block + BLOCK.north] = Math.max(blocks[block + BLOCK.north]!, bound.north)
  blocks[block + BLOCK.reach] = Math.max(blocks[block + BLOCK.reach]!, reach)
}

/** Where the block that a slot stands in begins. */
function blockOf(blocks: Blocks, slot: number): number {
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
