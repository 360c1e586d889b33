import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measure } from '../../../src/matching/allocate/measures'
import { ALLOCATION_RULES, NONE, type Round, toRound } from '../../../src/matching/allocate/round'
import { allocate } from '../../../src/matching/allocate/rules'
import {
  anyWritten,
  compareLists,
  drawnRound,
  everyAllocation,
  roundOf,
  withRanks,
  SCORES,
  type Written,
} from './rounds'

const RUNS = { numRuns: 300 }
const ties = anyWritten(3)
const noTies = anyWritten(1_000_000)

describe.each(['best-fit', 'most-placed', 'band-by-band'] as const)('%s', (rule) => {
  it.each([
    ['with ties', ties],
    ['without ties', noTies],
  ])('is the best of all allocations there are, %s', (_, written) => {
    fc.assert(
      fc.property(written, (one) => {
        const round = roundOf(one)
        const score = SCORES[rule]
        const best = everyAllocation(round)
          .map((pairOf) => score(round, pairOf))
          .reduce((most, other) => (compareLists(other, most) > 0 ? other : most))
        expect(score(round, allocate(round, rule).pairOf)).toEqual(best)
      }),
      RUNS,
    )
  })

  it('proves its optimum on rounds large and small', () => {
    const drawn = [3, 1000].map((fitMax) =>
      drawnRound({ seed: 7, people: 400, opportunities: 60, pairsEach: 12, placesMax: 5, fitMax, bands: 5 }),
    )
    fc.assert(
      fc.property(ties, (one) => checkProof(roundOf(one), rule)),
      RUNS,
    )
    for (const round of drawn) checkProof(round, rule)
  })
})

function checkProof(round: Round, rule: 'best-fit' | 'most-placed' | 'band-by-band') {
  const { certificates } = allocate(round, rule)
  expect(certificates).toHaveLength(rule === 'band-by-band' ? new Set(round.bands).size : 1)
  for (const { primal, dual, gap } of certificates) {
    expect(BigInt(dual) - BigInt(primal)).toBe(0n)
    expect(gap).toBe('0')
  }
}

describe.each(ALLOCATION_RULES)('%s', (rule) => {
  it('never places anybody without a pair, or more people than there are places', () => {
    fc.assert(
      fc.property(ties, (one) => {
        const round = roundOf(one)
        const { pairOf } = allocate(round, rule)
        const taken = one.places.map(() => 0)
        pairOf.forEach((pair, person) => {
          if (pair === NONE) return
          expect(pair).toBeGreaterThanOrEqual(round.start[person]!)
          expect(pair).toBeLessThan(round.start[person + 1]!)
          taken[round.to[pair]!]! += 1
        })
        expect(taken.every((count, opportunity) => count <= one.places[opportunity]!)).toBe(true)
      }),
      RUNS,
    )
  })

  it('gives the same for the same pairs in any order', () => {
    fc.assert(
      fc.property(ties, fc.infiniteStream(fc.nat()), (one, stream) => {
        const round = roundOf(one)
        const order = [...round.to.keys()]
          .map((pair) => ({ pair, key: stream.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ pair }) => pair)
        const personOf = (pair: number) => round.start.findLastIndex((first) => first <= pair)
        const shuffled = toRound(
          {
            person: Int32Array.from(order, personOf),
            opportunity: Int32Array.from(order, (pair) => round.to[pair]!),
            fit: Int32Array.from(order, (pair) => round.fit[pair]!),
            rank: Int32Array.from(order, (pair) => round.rank[pair]!),
          },
          round,
        )
        expect(allocate(shuffled, rule).pairOf).toEqual(allocate(round, rule).pairOf)
      }),
      RUNS,
    )
  })
})

describe('band by band', () => {
  const measured = (one: Written) => {
    const round = roundOf(one)
    const { pairOf } = allocate(round, 'band-by-band')
    return { score: SCORES['band-by-band'](round, pairOf), ...measure(round, pairOf) }
  }

  it('leaves nobody envying a later band, and no usable place unused', () => {
    fc.assert(
      fc.property(ties, (one) => {
        const { envyOfLowerBand, unusedUsablePlaces } = measured(one)
        expect([envyOfLowerBand, unusedUsablePlaces]).toEqual([0, 0])
      }),
      RUNS,
    )
  })

  it('leaves no band worse off when there is a place more', () => {
    fc.assert(
      fc.property(ties, fc.nat(3), (one, which) => {
        const more = [...one.places]
        more[which % more.length]! += 1
        const [before, after] = [measured(one).score, measured({ ...one, places: more }).score]
        expect(compareLists(after, before)).toBeGreaterThanOrEqual(0)
      }),
      RUNS,
    )
  })

  it('never lets a tie in one band cost a later one its place', () => {
    // Both places are as good for the first person; the second can go to one of them only.
    const round = roundOf({
      places: [1, 1],
      people: [
        { band: 1, fits: [5, 5] },
        { band: 2, fits: [5, 0] },
      ],
    })
    expect(measure(round, allocate(round, 'band-by-band').pairOf).placed).toBe(2)
  })
})

describe.each([
  ['deferred-acceptance', 'by fit'],
  ['person-proposing', 'by their own rank'],
] as const)('%s, people choosing %s', (rule, _liking) => {
  /** The order in which a person would like their pairs, the best first. */
  const liking = (round: Round, person: number) => {
    const pairs = [...round.to.keys()].slice(round.start[person], round.start[person + 1])
    const group = (pair: number) => (rule === 'person-proposing' && round.rank[pair]) || Infinity
    return pairs.sort((a, b) => {
      const [ga, gb] = [group(a), group(b)]
      return (ga === gb ? 0 : ga - gb) || round.fit[b]! - round.fit[a]! || round.to[a]! - round.to[b]!
    })
  }

  const prefers = (round: Round, one: number, other: number, pairs: [number, number]) =>
    round.bands[one]! - round.bands[other]! || round.fit[pairs[1]]! - round.fit[pairs[0]]! || one - other

  /** A person and an opportunity that would both rather have each other. */
  function isBlocked(round: Round, pairOf: Int32Array): boolean {
    return Array.from({ length: round.people }, (_, person) => person).some((person) => {
      const liked = liking(round, person)
      const better = pairOf[person] === NONE ? liked : liked.slice(0, liked.indexOf(pairOf[person]!))
      return better.some((pair) => {
        const there = [...pairOf.keys()].filter(
          (other) => pairOf[other] !== NONE && round.to[pairOf[other]!] === round.to[pair],
        )
        if (there.length < round.places[round.to[pair]!]!) return true
        return there.some((other) => prefers(round, person, other, [pair, pairOf[other]!]) < 0)
      })
    })
  }

  const placeIn = (round: Round, pairOf: Int32Array, person: number) =>
    pairOf[person] === NONE ? Infinity : liking(round, person).indexOf(pairOf[person]!)

  it('leaves no pair that would both rather have each other, and is best for everybody among such', () => {
    fc.assert(
      fc.property(ties, (one) => {
        const round = roundOf(one)
        const { pairOf } = allocate(round, rule)
        expect(isBlocked(round, pairOf)).toBe(false)
        for (const other of everyAllocation(round).filter((pairs) => !isBlocked(round, pairs)))
          for (let person = 0; person < round.people; person += 1)
            expect(placeIn(round, pairOf, person)).toBeLessThanOrEqual(placeIn(round, other, person))
      }),
      { numRuns: 150 },
    )
  })

  it('makes nobody worse off when there is a place more', () => {
    fc.assert(
      fc.property(ties, fc.nat(3), (one, which) => {
        const more = [...one.places]
        more[which % more.length]! += 1
        const [before, after] = [roundOf(one), roundOf({ ...one, places: more })]
        const [first, second] = [allocate(before, rule).pairOf, allocate(after, rule).pairOf]
        for (let person = 0; person < before.people; person += 1)
          expect(placeIn(after, second, person)).toBeLessThanOrEqual(placeIn(before, first, person))
      }),
      RUNS,
    )
  })
})

describe('a stored round', () => {
  /** SHA-256 of the pairs of everybody in 400 small rounds full of equals and in 12 larger ones, as version 0.6.0 gave them. */
  const GIVEN = {
    'band-by-band': ['9fd4920b8b297c68', '1585db41a6535875'],
    'deferred-acceptance': ['fb96d79fe6056da3', 'a46c401bd517d053'],
    'person-proposing': ['9c175a6bd6da2bfa', '0580395a15053b02'],
    'most-placed': ['64f32914e0682bf4', '606341f9fba02325'],
    'best-fit': ['791ee188812f4d96', 'f231afe9ad888683'],
  }
  const small = (seed: number) => ({
    people: 20 + (seed % 60),
    opportunities: 12,
    pairsEach: 1 + (seed % 7),
    fitMax: seed % 2 === 0 ? 3 : 40,
  })
  const large = (seed: number) => ({
    people: 500,
    opportunities: 150,
    pairsEach: 3 + seed,
    fitMax: seed % 2 === 0 ? 20 : 1_000_000,
  })

  it.each(ALLOCATION_RULES)('can be placed again: %s chooses among equals as it always did', (rule) => {
    const placed = (count: number, sizeOf: typeof small) => {
      const hash = createHash('sha256')
      for (let seed = 1; seed <= count; seed += 1) {
        const round = drawnRound({
          seed,
          ...sizeOf(seed),
          placesMax: 1 + (seed % 5),
          bands: 1 + (seed % 4),
          areas: 1 + (seed % 3),
        })
        hash.update(allocate(withRanks(round), rule).pairOf.join())
      }
      return hash.digest('hex').slice(0, 16)
    }
    expect([placed(400, small), placed(12, large)]).toEqual(GIVEN[rule])
  })

  it('raises prices no higher than somebody of the band would pay', () => {
    const pairs = [
      [0, 1, 2],
      [0, 3, 2],
      [1, 1, 1],
      [2, 3, 3],
      [3, 1, 1],
      [4, 3, 1],
      [5, 1, 2],
      [5, 3, 2],
    ] as const
    const column = (at: 0 | 1 | 2) => Int32Array.from(pairs, (pair) => pair[at])
    const round = toRound(
      { person: column(0), opportunity: column(1), fit: column(2), rank: new Int32Array(pairs.length) },
      { places: Int32Array.of(0, 2, 0, 3), bands: Int32Array.of(2, 2, 1, 2, 1, 1) },
    )
    const { pairOf } = allocate(round, 'band-by-band')
    const given = Array.from(pairOf, (pair) => (pair === NONE ? '-' : String(round.to[pair]))).join('')
    expect(given).toBe('313-31')
  })
})
