import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Candidate, MatchingContext, Opening } from '../../../src/matching/candidate'
import { openingColumns } from '../../../src/matching/columns/openings'
import {
  byOpening,
  countOnlyRefusals,
  findPairs,
  listPairs,
  patchPairs,
  fitOf as fitOfHundredths,
  type Pairs,
} from '../../../src/matching/columns/pairs'
import { patchPerson, peopleColumns } from '../../../src/matching/columns/people'
import { assess } from '../../../src/matching/eligibility'
import { RULES } from '../../../src/matching/rules/index'
import { scorePair } from '../../../src/matching/score'
import { anyCohort, type Cohort, largeCohort } from './cohorts'

const ANSWERS = ['eligible', 'not-enough-information', 'needs-check'] as const

type Pair = { person: number; opening: number; fit: number; answer: string }

/** The fit of a pair as it is promised, from the factors alone. */
function fitOf(person: Candidate, opening: Opening, context: MatchingContext): number {
  const { byFactor } = scorePair(person, opening, context)
  const hundredths = byFactor.reduce((sum, { points, weight }) => sum + points * weight, 0)
  return Math.max(1, Math.round(hundredths / 10))
}

/** Every pair that no rule refuses, by asking the rules and factors one pair at a time. */
function pairsOneByOne({ people, openings, context }: Cohort): Pair[] {
  return people.flatMap((candidate, person) =>
    openings.flatMap((one, opening) => {
      const { answer } = assess(candidate, one, context)
      return answer === 'not-eligible'
        ? []
        : [{ person, opening, answer, fit: fitOf(candidate, one, context) }]
    }),
  )
}

function pairsByColumns({ people, openings, context }: Cohort): Pair[] {
  return pairsInOrder(listPairs(people, openings, context))
}

/** Every pair, by person and then by opening. */
const pairsInOrder = (pairs: Pairs): Pair[] =>
  Array.from(pairs.people.personAt, (_, person) => pairsOfPerson(pairs, person)).flat()

/** The pairs of one person, by opening. */
function pairsOfPerson(pairs: Pairs, person: number): Pair[] {
  const { from, to } = pairs.of(person)
  return Array.from(pairs.to.subarray(from, to), (opening, offset) => ({
    person,
    opening,
    answer: ANSWERS[pairs.answer[from + offset] as number] as string,
    fit: fitOfHundredths(pairs.hundredths[from + offset] as number),
  })).sort((one, other) => one.opening - other.opening)
}

function onlyRefusalsOneByOne({ people, openings, context }: Cohort): number[] {
  return people.flatMap((candidate) => {
    const only = openings.map((opening) => {
      const { verdicts } = assess(candidate, opening, context)
      const refusing = verdicts.filter(({ verdict }) => verdict.answer === 'not-eligible')
      return refusing.length === 1 ? refusing[0]?.ruleId : undefined
    })
    return RULES.map(({ id }) => only.filter((ruleId) => ruleId === id).length)
  })
}

const LARGE = largeCohort()

describe('pairs by columns', () => {
  it('are those that the rules and factors give one by one', () => {
    fc.assert(
      fc.property(anyCohort, (cohort) => {
        expect(pairsByColumns(cohort)).toEqual(pairsOneByOne(cohort))
      }),
    )
  })

  it('are the same for a large cohort', () => {
    expect(pairsByColumns(LARGE)).toEqual(pairsOneByOne(LARGE))
  })

  it('are none without people or openings', () => {
    expect(pairsInOrder(listPairs([], LARGE.openings, LARGE.context))).toEqual([])
    expect(pairsInOrder(listPairs(LARGE.people.slice(0, 2), [], LARGE.context))).toEqual([])
  })

  it('turn round to pairs by opening', () => {
    const pairs = listPairs(LARGE.people, LARGE.openings, LARGE.context)
    const turned = byOpening(pairs, LARGE.openings.length)
    const found = LARGE.openings.flatMap((_, opening) =>
      Array.from(turned.from.subarray(turned.start[opening], turned.start[opening + 1]), (person, offset) => {
        const at = (turned.start[opening] as number) + offset
        const answer = ANSWERS[turned.answer[at] as number] as string
        return { person, opening, answer, fit: fitOfHundredths(turned.hundredths[at] as number) }
      }),
    )
    const inOrder = (found: Pair[]) =>
      found.sort((one, other) => one.opening - other.opening || one.person - other.person)
    expect(inOrder(found)).toEqual(inOrder(pairsOneByOne(LARGE)))
  })
})

describe('what one rule alone refuses', () => {
  it('is what the rules say one by one', () => {
    fc.assert(
      fc.property(anyCohort, (cohort) => {
        const counts = countOnlyRefusals(cohort.people, cohort.openings, cohort.context)
        expect([...counts]).toEqual(onlyRefusalsOneByOne(cohort))
      }),
    )
  })

  it('is counted for every rule that can refuse', () => {
    const counts = countOnlyRefusals(LARGE.people, LARGE.openings, LARGE.context)
    expect([...counts]).toEqual(onlyRefusalsOneByOne(LARGE))
    const met = RULES.filter((_, rule) => counts.some((count, at) => at % RULES.length === rule && count > 0))
    expect(met.map(({ id }) => id)).toEqual([
      'consideration',
      'not-told',
      'already-answered',
      'do-not-suggest',
      'definition',
      'age-on-start-date',
      'qualification',
      'travel',
      'availability',
    ])
  })
})

describe('a person who has changed', () => {
  it('is read as if the columns had been built anew', () => {
    const openings = openingColumns(LARGE.openings, LARGE.context)
    const people = peopleColumns(LARGE.people, LARGE.context)
    const changed = LARGE.people.map((person, index) =>
      index % 3 === 0 ? { ...(LARGE.people.at(-index) ?? person), id: person.id } : person,
    )
    changed.forEach((person, index) => {
      if (index % 3 === 0) patchPerson(people, index, person, LARGE.context)
    })
    expect(pairsInOrder(findPairs({ people, openings }))).toEqual(
      pairsByColumns({ ...LARGE, people: changed }),
    )
  })

  it('has pairs that take the place of those found before', () => {
    fc.assert(
      fc.property(anyCohort, anyCohort, ({ people, openings, context }, { people: others }) => {
        const columns = {
          people: peopleColumns(people, context),
          openings: openingColumns(openings, context),
        }
        const pairs = findPairs(columns)
        const changed = people.map((person, index) => others[index] ?? person)
        for (const [index, person] of [...changed, ...people, ...changed].entries()) {
          patchPerson(columns.people, index % people.length, person, context)
          patchPairs(pairs, columns, index % people.length)
        }
        const expected = pairsByColumns({ people: changed, openings, context })
        expect(pairsInOrder(pairs)).toEqual(expected)
        expect(pairs.length).toBe(expected.length)
        expect(byOpening(pairs, openings.length).from.length).toBe(expected.length)
      }),
    )
  })
})
