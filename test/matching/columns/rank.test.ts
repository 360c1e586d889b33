import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Candidate, MatchingContext, Opening } from '../../../src/matching/candidate'
import { openingColumns } from '../../../src/matching/columns/openings'
import { findPairs } from '../../../src/matching/columns/pairs'
import { patchPerson, peopleColumns } from '../../../src/matching/columns/people'
import { type Ranking, rankOpenings, rankPeople } from '../../../src/matching/columns/rank'
import { assess, type Eligibility } from '../../../src/matching/eligibility'
import { RULES } from '../../../src/matching/rules/index'
import { scorePair } from '../../../src/matching/score'
import { anyCohort, type Cohort, largeCohort } from './cohorts'

const LARGE = largeCohort()
const ANSWERS = ['eligible', 'not-enough-information', 'needs-check', 'not-eligible']

type Pair = { candidate: Candidate; opening: Opening; id: string; waitingSince: string }

/** The rule that leaves a pair out; -1 when none does. */
function leftOutBy({ verdicts }: Eligibility): number {
  return verdicts.findIndex(({ verdict }) => verdict.answer === 'not-eligible')
}

/** The list that the rules and factors give one pair at a time: what a ranking has to be. */
function rankOneByOne(
  pairs: readonly Pair[],
  { isForBroker, limit, context }: { isForBroker: boolean; limit: number; context: MatchingContext },
) {
  const looked = pairs.map(({ candidate, opening, ...turn }, index) => {
    const eligibility = assess(candidate, opening, context)
    const isHidden = isForBroker && candidate.consideration !== 'yes'
    return {
      ...turn,
      index,
      out: isHidden ? 0 : leftOutBy(eligibility),
      answer: ANSWERS.indexOf(eligibility.answer),
      total: scorePair(candidate, opening, context).total,
    }
  })
  const kept = looked.filter(({ out }) => out < 0)
  kept.sort(
    (one, other) =>
      one.answer - other.answer ||
      other.total - one.total ||
      compare(one.waitingSince, other.waitingSince) ||
      compare(one.id, other.id),
  )
  return {
    order: kept.slice(0, limit).map(({ index }) => index),
    count: kept.length,
    leftOut: RULES.map((_, rule) => looked.filter(({ out }) => out === rule).length),
  }
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other))

/** Later than any day: those who do not wait come last. */
const NOT_WAITING = '9999-12-31'

const peopleOneByOne = (
  people: readonly Candidate[],
  opening: Opening,
  { limit, context }: { limit: number; context: MatchingContext },
) =>
  rankOneByOne(
    people.map((candidate) => ({
      candidate,
      opening,
      id: candidate.id,
      waitingSince: candidate.waitingSince ?? NOT_WAITING,
    })),
    { isForBroker: true, limit, context },
  )

const openingsOneByOne = (
  candidate: Candidate,
  openings: readonly Opening[],
  { limit, context }: { limit: number; context: MatchingContext },
) =>
  rankOneByOne(
    openings.map((opening) => ({ candidate, opening, id: opening.id, waitingSince: '' })),
    { isForBroker: false, limit, context },
  )

const plain = ({ order, count, leftOut }: Ranking) => ({ order: [...order], count, leftOut: [...leftOut] })

function expectSameRankings({ people, openings, context }: Cohort, limit: number) {
  const columns = peopleColumns(people, context)
  const offers = openingColumns(openings, context)
  openings.forEach((opening, index) => {
    const ranking = rankPeople({ people: columns, openings: offers }, index, limit)
    expect(plain(ranking)).toEqual(peopleOneByOne(people, opening, { limit, context }))
  })
  people.forEach((person, index) => {
    const ranking = rankOpenings({ people: columns, openings: offers }, index, limit)
    expect(plain(ranking)).toEqual(openingsOneByOne(person, openings, { limit, context }))
  })
}

describe('a ranking by columns', () => {
  it('is the one that the rules and factors give one by one', () => {
    fc.assert(
      fc.property(anyCohort, fc.integer({ min: 0, max: 9 }), (cohort, limit) => {
        expectSameRankings(cohort, limit)
      }),
    )
  })

  it.each([5, 1000])('is the same for a large cohort, up to %i', (limit) => {
    expectSameRankings(LARGE, limit)
  })

  it('is the same after somebody has changed', () => {
    fc.assert(
      fc.property(anyCohort, anyCohort, ({ people, openings, context }, { people: others }) => {
        const columns = peopleColumns(people, context)
        const changed = people.map((person, index) => others[index] ?? person)
        changed.forEach((person, index) => patchPerson(columns, index, person, context))
        const offers = openingColumns(openings, context)
        const pairs = findPairs({ people: columns, openings: offers })
        openings.forEach((opening, index) => {
          const expected = peopleOneByOne(changed, opening, { limit: 9, context })
          expect(plain(rankPeople({ people: columns, openings: offers }, index, 9))).toEqual(expected)
        })
        changed.forEach((person, index) => {
          const expected = openingsOneByOne(person, openings, { limit: 9, context })
          expect(plain(rankOpenings({ people: columns, openings: offers }, index, 9))).toEqual(expected)
          expect(plain(rankOpenings({ people: columns, openings: offers }, index, 9, pairs))).toEqual(
            expected,
          )
        })
      }),
    )
  })
})
