import type { Round } from '../allocate/round'

/** The pairs of one stretch of people, as they are stored: whole numbers only. */
type Stretch = {
  /** How many pairs each person of the stretch has. */
  counts: number[]
  to: number[]
  fit: number[]
  /** Position in the stretch and rank of the few pairs that somebody ranked. */
  ranks: [pair: number, rank: number][]
}

/** So many pairs make about half a megabyte: below what a row may hold on either runtime. */
const PAIRS_MAX = 50_000

/** A round's pairs as texts that each fit into a row. */
export function toParts(round: Round): string[] {
  const parts: string[] = []
  let first = 0
  while (first < round.people) {
    let last = first + 1
    while (last < round.people && round.start[last + 1]! - round.start[first]! <= PAIRS_MAX) last += 1
    parts.push(JSON.stringify(stretchOf(round, first, last)))
    first = last
  }
  return parts
}

function stretchOf({ start, to, fit, rank }: Round, first: number, last: number): Stretch {
  const [from, until] = [start[first]!, start[last]!]
  return {
    counts: Array.from({ length: last - first }, (_, one) => start[first + one + 1]! - start[first + one]!),
    to: Array.from(to.subarray(from, until)),
    fit: Array.from(fit.subarray(from, until)),
    ranks: Array.from(rank.subarray(from, until)).flatMap((one, pair) => (one > 0 ? [[pair, one]] : [])) as [
      number,
      number,
    ][],
  }
}

/** The round again, out of its parts in their order. */
export function fromParts(parts: readonly string[], stored: { places: number[]; bands: number[] }): Round {
  const stretches = parts.map((part) => JSON.parse(part) as Stretch)
  const pairs = stretches.reduce((sum, { to }) => sum + to.length, 0)
  const round: Round = {
    people: stored.bands.length,
    opportunities: stored.places.length,
    places: Int32Array.from(stored.places),
    bands: Int32Array.from(stored.bands),
    start: new Int32Array(stored.bands.length + 1),
    to: new Int32Array(pairs),
    fit: new Int32Array(pairs),
    rank: new Int32Array(stretches.some(({ ranks }) => ranks.length > 0) ? pairs : 0),
  }
  let [person, pair] = [0, 0]
  for (const { counts, to, fit, ranks } of stretches) {
    round.to.set(to, pair)
    round.fit.set(fit, pair)
    for (const [position, rank] of ranks) round.rank[pair + position] = rank
    for (const count of counts) {
      pair += count
      person += 1
      round.start[person] = pair
    }
  }
  return round
}
