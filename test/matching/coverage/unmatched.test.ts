import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Candidate, MatchingContext, Opening } from '../../../src/matching/candidate'
import { MODEL_OFFERS, toOpening } from '../../../src/matching/coverage/model-offers'
import { bestModel, countHelped, findUnmatched, whyUnmatched } from '../../../src/matching/coverage/unmatched'
import { GOAL_TABLE } from '../../../src/matching/goal-table'
import { assess } from '../../../src/matching/eligibility'
import { aCandidate, anOpening, context } from '../../support/matching'
import { anyCohort } from '../columns/cohorts'

/** Whether somebody could want this kind, from the table of goals and nothing else. */
function couldWant({ profile }: Candidate, { kind }: Pick<Opening, 'kind'>): boolean {
  const refused = profile['not-suggest']?.kinds ?? []
  const stated = (profile.goals?.goals ?? [])
    .flatMap((goal) => GOAL_TABLE[goal].kinds)
    .filter((one) => !refused.includes(one))
  return stated.length > 0 ? stated.includes(kind) : !refused.includes(kind)
}

const fits = (person: Candidate, opening: Opening, now: MatchingContext) =>
  couldWant(person, opening) && assess(person, opening, now).answer === 'eligible'

describe('the unmatched', () => {
  it('are those whom no offer fits, with the model offers that would, as the rules say pair by pair', () => {
    fc.assert(
      fc.property(anyCohort, ({ people, openings, context: now }) => {
        const expected = people
          .filter(({ consideration, waitingSince }) => consideration === 'yes' && waitingSince !== null)
          .filter((person) => !openings.some((opening) => fits(person, opening, now)))
          .map((person) => ({
            person,
            models: MODEL_OFFERS.flatMap((model, index) =>
              fits(person, toOpening(model), now) ? [index] : [],
            ),
          }))
        const found = findUnmatched(people, openings, now)
        expect(found.map(({ person, models }) => ({ person, models }))).toEqual(expected)
        const reasons = people.flatMap((person) => whyUnmatched(person, openings, now)?.reason ?? [])
        expect(found.map(({ reason }) => reason)).toEqual(reasons)
      }),
      { numRuns: 25 },
    )
  })

  it('says which rule alone stands in the way of most', () => {
    const [found] = findUnmatched(
      [aCandidate({ profile: { goals: { goals: ['get-a-job'], words: '' } } })],
      [anOpening({ maxAge: 19 }), anOpening({ maxAge: 20 }), anOpening({ kind: 'event' })],
      context,
    )
    expect(found).toMatchObject({ reason: 'age-on-start-date', offers: 2, ofKinds: 'wanted' })
  })

  it('says when there is no offer of a kind that could fit, and when several rules stand in the way at once', () => {
    const wantsHome = aCandidate({ profile: { goals: { goals: ['find-a-home'], words: '' } } })
    expect(findUnmatched([wantsHome], [anOpening()], context)[0]?.reason).toBe('no-such-offer')
    const twice = anOpening({ maxAge: 19, qualificationLevel: 3 })
    expect(findUnmatched([aCandidate()], [twice], context)[0]).toMatchObject({
      reason: 'several',
      ofKinds: 'not-refused',
    })
  })

  it('says nothing of what is on record about work', () => {
    const facts = (status: 'limited-work' | 'not-known') => ({
      ...aCandidate().facts,
      rightToWork: { status, until: null, source: 'share code', checkedOn: '2026-09-01' },
    })
    const [limited, notKnown] = (['limited-work', 'not-known'] as const).map(
      (status) => findUnmatched([aCandidate({ facts: facts(status) })], [anOpening()], context)[0],
    )
    expect(limited?.obstacles).toEqual(notKnown?.obstacles)
    expect(limited?.reason).toBe(notKnown?.reason)
  })

  it('leaves out whoever has an offer that fits, does not wait, or has not said yes', () => {
    const people = [
      aCandidate(),
      aCandidate({ waitingSince: null }),
      aCandidate({ consideration: 'no' }),
      aCandidate({ consideration: 'not-asked' }),
    ]
    expect(findUnmatched(people, [anOpening()], context)).toEqual([])
    expect(findUnmatched(people, [], context)).toHaveLength(1)
  })

  it('are helped most by the offer that fits the most of them', () => {
    const unmatched = [{ models: [1, 2] }, { models: [2, 3] }, { models: [] }]
    const helped = countHelped(unmatched)
    expect([...helped]).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
    ])
    expect(
      unmatched.map(({ models }) => bestModel({ person: { district: 'unknown' }, models }, helped)),
    ).toEqual([{ model: 2, people: 2 }, { model: 2, people: 2 }, null])
    const equals = { person: { district: MODEL_OFFERS[3]!.district }, models: [1, 3] }
    expect(bestModel(equals, helped)?.model).toBe(3)
  })
})
