/** How a whole cohort is placed. What each means stands at its function in `rules.ts`. */
export const ALLOCATION_RULES = [
  'band-by-band',
  'deferred-acceptance',
  'person-proposing',
  'most-placed',
  'best-fit',
] as const
export type AllocationRule = (typeof ALLOCATION_RULES)[number]

/**
 * One round as the engine works on it: people and opportunities by number, everything in typed arrays. People stand in
 * the order of their lottery numbers and opportunities in the order of their ids, so that the order of the input
 * changes nothing. The pairs of person `i` are those from `start[i]` up to `start[i + 1]`, opportunities ascending.
 */
export type Round = {
  people: number
  opportunities: number
  /** Free places of each opportunity; 0 or more. */
  places: Int32Array
  /** The priority band of each person, from 1 for the one that is served first. */
  bands: Int32Array
  start: Int32Array
  /** The opportunity of each pair. */
  to: Int32Array
  /** The fit of each pair, a whole number from 1 to 1,000,000. */
  fit: Int32Array
  /** The person's own rank of each pair, from 1 for the favourite; 0 where not ranked. Empty when nobody ranked any. */
  rank: Int32Array
}

/** No pair: somebody who is not placed. */
export const NONE = -1

/** One eligible pair before it is put in order. */
export type PairColumns = {
  person: Int32Array
  opportunity: Int32Array
  fit: Int32Array
  rank: Int32Array
}

/** Puts pairs in order: by person, and for each person by opportunity. Two counting sorts, whatever their order was. */
export function toRound(
  pairs: PairColumns,
  { places, bands }: { places: Int32Array; bands: Int32Array },
): Round {
  const [people, opportunities] = [bands.length, places.length]
  const byOpportunity = countingSort(pairs.opportunity, opportunities)
  const { order, start } = countingSort(pairs.person, people, byOpportunity.order)
  return {
    people,
    opportunities,
    places,
    bands,
    start,
    to: picked(pairs.opportunity, order),
    fit: picked(pairs.fit, order),
    rank: pairs.rank.some((rank) => rank > 0) ? picked(pairs.rank, order) : new Int32Array(0),
  }
}

/** Where each key begins when they stand in order, and at the end how many there are. */
export function startsOf(keys: Int32Array, keyCount: number): Int32Array {
  const start = new Int32Array(keyCount + 1)
  for (let position = 0; position < keys.length; position += 1) start[keys[position]! + 1]! += 1
  for (let key = 0; key < keyCount; key += 1) start[key + 1]! += start[key]!
  return start
}

/** Positions in the order of their keys; equal keys keep the order they are given in. */
function countingSort(keys: Int32Array, keyCount: number, given?: Int32Array) {
  const start = startsOf(keys, keyCount)
  const next = start.slice()
  const order = new Int32Array(keys.length)
  for (let position = 0; position < keys.length; position += 1) {
    const pair = given ? given[position]! : position
    const key = keys[pair]!
    order[next[key]!] = pair
    next[key]! += 1
  }
  return { order, start }
}

/** The greatest fit of all pairs; 0 without any. */
export function greatestFit({ fit }: Pick<Round, 'fit'>): number {
  let greatest = 0
  for (let pair = 0; pair < fit.length; pair += 1) if (fit[pair]! > greatest) greatest = fit[pair]!
  return greatest
}

/** Everybody by number, in the order of their lottery numbers. */
export function everybodyOf({ people }: Pick<Round, 'people'>): Int32Array {
  const everybody = new Int32Array(people)
  for (let person = 0; person < people; person += 1) everybody[person] = person
  return everybody
}

/** A person's pair with an opportunity: theirs ascend by it. */
export function pairWith({ start, to }: Round, person: number, opportunity: number): number {
  let [low, high] = [start[person]!, start[person + 1]! - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (to[middle]! < opportunity) low = middle + 1
    else high = middle
  }
  return low
}

/** A person's own rank of a pair; 0 where they did not rank it. */
export const rankOf = ({ rank }: Pick<Round, 'rank'>, pair: number): number => rank[pair] ?? 0

/** The values at these positions, in their order. */
export function picked(column: Int32Array, order: Int32Array): Int32Array {
  const values = new Int32Array(order.length)
  for (let position = 0; position < order.length; position += 1) values[position] = column[order[position]!]!
  return values
}
