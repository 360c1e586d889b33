import type { Candidate } from '../candidate'
import type { OpeningRow } from './openings'

/**
 * People who stand next to each other in the columns. Those who said how far they can go, and where from, stand
 * together by how far and by square of the map, so that an opening beyond their reach passes over all of them at once.
 */
export type Block = {
  /** Slots from the first up to, and without, the last. */
  from: number
  to: number
  /** Whether everybody here kept a cell and said how far they can go. */
  isBound: boolean
  /** The kilometre squares they live between, and the greatest square distance any of them can go. */
  west: number
  east: number
  south: number
  north: number
  reach: number
}

/** Nobody goes less than this far when squares of the map are cut, in km. */
const SQUARE_KM_MIN = 5

type Bound = { km: number; east: number; north: number }

/** How far and from where, when a person told both. */
function boundOf({ profile }: Candidate): Bound | undefined {
  const { distanceKmMax = null, cellEast = null, cellNorth = null } = profile.travel ?? {}
  if (distanceKmMax === null || cellEast === null || cellNorth === null) return undefined
  return { km: distanceKmMax, east: cellEast, north: cellNorth }
}

/** Sorts people into blocks: first by how far they can go, then by squares of the map about as wide as that. */
function placeOf(bound: Bound | undefined): readonly [number, number, number] {
  if (bound === undefined) return [-1, 0, 0]
  const width = Math.max(SQUARE_KM_MIN, bound.km)
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

export function emptyBlock(from: number, to: number): Block {
  return {
    from,
    to,
    isBound: true,
    west: Infinity,
    east: -Infinity,
    south: Infinity,
    north: -Infinity,
    reach: 0,
  }
}

/** Makes a block wide enough for one more person. It never grows narrow again until it is built anew. */
export function widen(block: Block, person: Candidate, reach: number): void {
  const bound = boundOf(person)
  if (bound === undefined) {
    block.isBound = false
    return
  }
  block.west = Math.min(block.west, bound.east)
  block.east = Math.max(block.east, bound.east)
  block.south = Math.min(block.south, bound.north)
  block.north = Math.max(block.north, bound.north)
  block.reach = Math.max(block.reach, reach)
}

/** Whether the rule on travel refuses the opening to everybody in the block. */
export function isBeyond(block: Block, { isBound, east, north }: OpeningRow): boolean {
  if (!isBound || !block.isBound) return false
  const across = Math.max(block.west - east, 0, east - block.east)
  const along = Math.max(block.south - north, 0, north - block.north)
  return across * across + along * along > block.reach
}
