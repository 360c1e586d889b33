import fc from 'fast-check'
import { NONE, type PairColumns, type Round, toRound } from '../../../src/matching/allocate/round'

/** A small round as it is written down: for each person their band, and their fit with each opportunity (0 is no pair). */
export type Written = { places: number[]; people: { band: number; fits: number[]; ranks?: number[] }[] }

export function roundOf({ places, people }: Written): Round {
  const pairs: PairColumns = { ...columns(people, places.length) }
  return toRound(pairs, {
    places: Int32Array.from(places),
    bands: Int32Array.from(people.map(({ band }) => band)),
  })
}

function columns(people: Written['people'], opportunities: number): PairColumns {
  const rows = people.flatMap(({ fits, ranks }, person) =>
    Array.from({ length: opportunities }, (_, opportunity) => opportunity)
      .filter((opportunity) => (fits[opportunity] ?? 0) > 0)
      .map(
        (opportunity) => [person, opportunity, fits[opportunity] ?? 0, ranks?.[opportunity] ?? 0] as const,
      ),
  )
  const column = (which: 0 | 1 | 2 | 3) => Int32Array.from(rows.map((row) => row[which]))
  return { person: column(0), opportunity: column(1), fit: column(2), rank: column(3) }
}

/** Any round of at most seven people and four opportunities; few different fits, so that ties are everywhere. */
export const anyWritten = (fitMax: number): fc.Arbitrary<Written> =>
  fc.integer({ min: 1, max: 4 }).chain((opportunities) =>
    fc.record({
      places: fc.array(fc.integer({ min: 0, max: 3 }), {
        minLength: opportunities,
        maxLength: opportunities,
      }),
      people: fc.array(
        fc.record({
          band: fc.integer({ min: 1, max: 3 }),
          fits: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: fitMax })), {
            minLength: opportunities,
            maxLength: opportunities,
          }),
          ranks: anyRanks(opportunities),
        }),
        { maxLength: 7 },
      ),
    }),
  )

/** A person's ranks of as many opportunities: some have none, no two are the same, and there may be gaps. */
const anyRanks = (opportunities: number): fc.Arbitrary<number[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), {
        minLength: opportunities,
        maxLength: opportunities,
      }),
      fc.array(fc.boolean(), { minLength: opportunities, maxLength: opportunities }),
    )
    .map(([ranks, isRanked]) => ranks.map((rank, index) => (isRanked[index] ? rank : 0)))

/** The same round with ranks: each person has ranked some of their pairs, the later ones first, with gaps. */
export function withRanks(round: Round): Round {
  const rank = new Int32Array(round.to.length)
  for (let person = 0; person < round.people; person += 1)
    for (let pair = round.start[person]!; pair < round.start[person + 1]!; pair += 1)
      if ((pair + person) % 3 !== 0) rank[pair] = 7 * (round.start[person + 1]! - pair)
  return { ...round, rank }
}

/** Every allocation there is: the pair of each person, or `NONE`. For small rounds only. */
export function everyAllocation({ places, start, to, people }: Round): Int32Array[] {
  const found: Int32Array[] = []
  const pairOf = new Int32Array(people).fill(NONE)
  const free = places.slice()
  const place = (person: number) => {
    if (person === people) return void found.push(pairOf.slice())
    pairOf[person] = NONE
    place(person + 1)
    for (let pair = start[person]!; pair < start[person + 1]!; pair += 1) {
      const opportunity = to[pair]!
      if (free[opportunity] === 0) continue
      free[opportunity]! -= 1
      pairOf[person] = pair
      place(person + 1)
      free[opportunity]! += 1
      pairOf[person] = NONE
    }
  }
  place(0)
  return found
}

/** What each rule counts, first what counts most: the greatest list wins. */
export const SCORES: Record<
  'best-fit' | 'most-placed' | 'band-by-band',
  (round: Round, pairOf: Int32Array) => number[]
> = {
  'best-fit': (round, pairOf) => [totalFit(round, pairOf)],
  'most-placed': (round, pairOf) => [
    pairOf.filter((pair) => pair !== NONE).length,
    ...[1, 2, 3].map((band) => placedOf(round, pairOf, band).length),
    totalFit(round, pairOf),
  ],
  'band-by-band': (round, pairOf) =>
    [1, 2, 3].flatMap((band) => {
      const placed = placedOf(round, pairOf, band)
      return [placed.length, placed.reduce((sum, pair) => sum + round.fit[pair]!, 0)]
    }),
}

const totalFit = ({ fit }: Round, pairOf: Int32Array) =>
  pairOf.reduce((sum, pair) => sum + (pair === NONE ? 0 : fit[pair]!), 0)

const placedOf = ({ bands }: Round, pairOf: Int32Array, band: number) =>
  [...pairOf].filter((pair, person) => pair !== NONE && bands[person] === band)

/** Which of two lists is greater, by the first place where they differ. */
export function compareLists(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((value, index) => value !== other[index])
  return place === -1 ? 0 : one[place]! - other[place]!
}

/** A round drawn by a seed: people by places, each person with some of the opportunities. */
export function drawnRound(options: {
  seed: number
  people: number
  opportunities: number
  pairsEach: number
  placesMax: number
  fitMax: number
  bands: number
  /** People look in their own area, one in twenty times elsewhere: a country is many counties. */
  areas?: number
}): Round {
  const draw = random(options.seed)
  const { people, opportunities, pairsEach } = options
  const total = people * pairsEach
  const pairs = {
    person: new Int32Array(total),
    opportunity: new Int32Array(total),
    fit: new Int32Array(total),
    rank: new Int32Array(total),
  }
  const areaSize = opportunities / (options.areas ?? 1)
  const opportunityNear = (area: number) =>
    Math.floor(draw() < 0.05 ? draw() * opportunities : (area + draw()) * areaSize)
  let next = 0
  for (let person = 0; person < people; person += 1) {
    const chosen = new Set<number>()
    const area = Math.floor(draw() * (options.areas ?? 1))
    while (chosen.size < Math.min(pairsEach, opportunities)) chosen.add(opportunityNear(area))
    for (const opportunity of chosen) {
      pairs.person[next] = person
      pairs.opportunity[next] = opportunity
      pairs.fit[next] = 1 + Math.floor(draw() * options.fitMax)
      next += 1
    }
  }
  const cut = (column: Int32Array) => column.subarray(0, next)
  return toRound(
    {
      person: cut(pairs.person),
      opportunity: cut(pairs.opportunity),
      fit: cut(pairs.fit),
      rank: cut(pairs.rank),
    },
    {
      places: Int32Array.from({ length: opportunities }, () => 1 + Math.floor(draw() * options.placesMax)),
      bands: Int32Array.from({ length: people }, () => 1 + Math.floor(draw() * options.bands)),
    },
  )
}

/** Mulberry32: small, quick, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
