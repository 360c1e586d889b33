import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OPPORTUNITY_KINDS } from '../../../src/domain/opportunity'
import type { Candidate, Opening } from '../../../src/matching/candidate'
import { countCoverage } from '../../../src/matching/coverage/coverage'
import { KENT_DISTRICTS, toOpening } from '../../../src/matching/coverage/model-offers'
import { assess } from '../../../src/matching/eligibility'
import { GOAL_TABLE } from '../../../src/matching/goal-table'
import { aCandidate, anOpening, context } from '../../support/matching'
import { anyCohort } from '../columns/cohorts'

const wants = ({ profile }: Candidate, kind: Opening['kind']) =>
  (profile.goals?.goals ?? []).some((goal) => GOAL_TABLE[goal].kinds.includes(kind)) &&
  !(profile['not-suggest']?.kinds ?? []).includes(kind)

const seeker = (overrides: Partial<Candidate> = {}) =>
  aCandidate({ profile: { goals: { goals: ['get-a-job'], words: '' } }, ...overrides })

describe('wanted against offered', () => {
  it('finds the gaps that asking the rules pair by pair finds', () => {
    fc.assert(
      fc.property(anyCohort, ({ people, openings, context: now }) => {
        const offers = openings.map((opening) => ({ ...opening, placesTaken: 0 }))
        const waiting = people.filter((one) => one.consideration === 'yes' && one.waitingSince !== null)
        const expected = OPPORTUNITY_KINDS.flatMap((kind) =>
          KENT_DISTRICTS.map((district) => {
            const model = toOpening({ kind, district })
            const missing = waiting.filter(
              (person) =>
                wants(person, kind) &&
                !openings.some((one) => one.kind === kind && assess(person, one, now).answer === 'eligible'),
            )
            const here = openings.filter((one) => one.kind === kind && one.district === district)
            return {
              kind,
              district,
              wanted: waiting.filter((person) => person.district === district && wants(person, kind)).length,
              places: here.reduce((sum, one) => sum + (one.isRemote ? 0 : one.places), 0),
              lack: {
                without: missing.filter((person) => person.district === district).length,
                wouldFit: missing.filter((person) => assess(person, model, now).answer === 'eligible').length,
              },
            }
          }),
        ).filter(({ wanted, places }) => wanted > places)
        const found = countCoverage(people, offers, now).gaps
        expect(new Set(found.map((gap) => JSON.stringify(gap)))).toEqual(
          new Set(expected.map((gap) => JSON.stringify(gap))),
        )
        const sizes = found.map(({ wanted, places }) => wanted - places)
        expect(sizes).toEqual([...sizes].sort((one, other) => other - one))
      }),
      { numRuns: 20 },
    )
  })

  it('counts people where they live and free places where they are, by kind, outcome and district', () => {
    const people = [seeker(), seeker(), seeker({ district: 'unknown' }), seeker({ district: 'E06000035' })]
    const offers = [
      { ...anOpening({ places: 5 }), placesTaken: 3 },
      { ...anOpening({ places: 4, isRemote: true }), placesTaken: 0 },
    ]
    const found = countCoverage(people, offers, context)
    expect(found).toMatchObject({ people: 4, unknownDistrict: 1, outsideKent: 1, placesElsewhere: 4 })
    expect(found.byKind.job.E07000106).toEqual({ wanted: 2, places: 2 })
    expect(found.byKind.job.elsewhere).toEqual({ wanted: 2, places: 4 })
    expect(found.byOutcome['employment-education-training'].E07000106).toEqual({ wanted: 2, places: 2 })
    expect(found.byDistrict.E07000106).toEqual({ people: 2, places: 2 })
  })

  it('counts whoever named no goal, and what they like for its outcome alone', () => {
    const likes = aCandidate({ profile: { likes: { topics: ['money-skills'], words: '' } } })
    const found = countCoverage([likes], [], context)
    expect(found.withoutGoal).toBe(1)
    expect(found.byOutcome.finance.E07000106.wanted).toBe(1)
    expect(found.gaps).toEqual([])
  })
})
