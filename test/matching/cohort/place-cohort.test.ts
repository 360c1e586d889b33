import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CareLeaverId, OpportunityId } from '../../../src/domain/ids'
import { ALLOCATION_RULES } from '../../../src/matching/allocate/round'
import type { Cohort, Member } from '../../../src/matching/cohort/cohort'
import { placeCohort, placeUnder } from '../../../src/matching/cohort/place-cohort'
import { fromParts, toParts } from '../../../src/matching/cohort/stored-round'
import { assess } from '../../../src/matching/eligibility'
import { scorePair } from '../../../src/matching/score'
import { aCandidate, anOpening, anyCandidate, anyOpening } from '../../support/matching'
import { FIRST_RULE_SET } from '../../../src/domain/rule-set/first-rule-set'

const DAY = '2026-11-22'
const EETS = ['in', 'not-in', 'not-known'] as const

const anyCohort: fc.Arbitrary<Cohort> = fc
  .record({
    candidates: fc.array(anyCandidate, { maxLength: 8 }),
    eets: fc.array(fc.constantFrom(...EETS), { minLength: 8, maxLength: 8 }),
    openings: fc.array(anyOpening, { maxLength: 4 }),
    places: fc.array(fc.nat({ max: 3 }), { minLength: 4, maxLength: 4 }),
    takesUnclear: fc.boolean(),
  })
  .map(({ candidates, eets, openings, places, takesUnclear }) => ({
    day: DAY,
    ruleSet: FIRST_RULE_SET,
    members: candidates.map((candidate, index): Member => ({
      candidate: { ...candidate, id: `person-${index}` as CareLeaverId },
      eet: eets[index] ?? 'in',
    })),
    openings: openings.map((opening, index) => ({ ...opening, id: `opportunity-${index}` as OpportunityId })),
    places: places.slice(0, openings.length),
    ranks: [],
    takesUnclear,
  }))

describe('a cohort that is placed', () => {
  it('has nobody where the rules say no, and no offer over its places', () => {
    fc.assert(
      fc.property(anyCohort, (cohort) => {
        for (const { placements, report } of placeCohort(cohort).results) {
          const taken = cohort.places.map(() => 0)
          placements.forEach((opening, person) => {
            if (opening === -1) return
            taken[opening]! += 1
            const { candidate } = cohort.members[person]!
            const { answer } = assess(candidate, cohort.openings[opening]!, {
              today: DAY,
              ruleSet: FIRST_RULE_SET,
            })
            expect(answer).not.toBe('not-eligible')
            if (!cohort.takesUnclear) expect(answer).toBe('eligible')
          })
          expect(taken.every((count, opening) => count <= cohort.places[opening]!)).toBe(true)
          expect(report.placed).toBe(placements.filter((opening) => opening !== -1).length)
          for (const counts of Object.values(report.groups)) {
            expect(counts.reduce((sum, { people }) => sum + people, 0)).toBe(cohort.members.length)
            expect(counts.reduce((sum, { placed }) => sum + placed, 0)).toBe(report.placed)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('fits by the very points of a shortlist', () => {
    fc.assert(
      fc.property(anyCohort, (cohort) => {
        const { round } = placeCohort(cohort)
        for (let person = 0; person < round.people; person += 1)
          for (let pair = round.start[person]!; pair < round.start[person + 1]!; pair += 1) {
            const { candidate } = cohort.members[person]!
            const { total } = scorePair(candidate, cohort.openings[round.to[pair]!]!, {
              today: DAY,
              ruleSet: FIRST_RULE_SET,
            })
            // The total is rounded to hundredths of the whole, the fit to thousandths.
            expect(Math.abs(round.fit[pair]! - 10 * total)).toBeLessThanOrEqual(5)
          }
      }),
      { numRuns: 40 },
    )
  })

  it('is placed again out of what is stored, to the byte', () => {
    fc.assert(
      fc.property(anyCohort, (cohort) => {
        const { round, results } = placeCohort(cohort)
        const again = fromParts(toParts(round), {
          places: [...round.places],
          bands: [...round.bands],
        })
        expect(again).toEqual(round)
        for (const { rule, placements } of results)
          expect(JSON.stringify(placeUnder(again, rule).placements)).toBe(JSON.stringify(placements))
      }),
      { numRuns: 40 },
    )
  })

  it('tells how far it is, up to the end', () => {
    const heard: number[] = []
    const cohort = { ...anEmptyCohort(), members: [{ candidate: aCandidate(), eet: 'in' as const }] }
    placeCohort(cohort, (percent) => heard.push(percent))
    expect(heard).toEqual([50, 60, 70, 80, 90, 100])
  })

  it.each([
    ['nobody', { ...anEmptyCohort(), openings: [anOpening()], places: [1] }],
    ['no offer', { ...anEmptyCohort(), members: [{ candidate: aCandidate(), eet: 'in' as const }] }],
  ])('is an empty round with %s in it', (_, cohort) => {
    const { results } = placeCohort(cohort)
    expect(results.map(({ rule, report }) => [rule, report.placed, report.couldBePlaced])).toEqual(
      ALLOCATION_RULES.map((rule) => [rule, 0, 0]),
    )
  })

  it('follows what people ranked themselves where they are asked in their own order', () => {
    const openings = ['opportunity-1', 'opportunity-2'].map((id) =>
      anOpening({ id: id as OpportunityId, ...(id === 'opportunity-2' ? { topics: [] } : {}) }),
    )
    const likes = { likes: { topics: ['cooking-food' as const], words: '' } }
    const cohort: Cohort = {
      ...anEmptyCohort(),
      members: [{ candidate: aCandidate({ profile: likes }), eet: 'in' }],
      openings,
      places: [1, 1],
      ranks: [{ person: 0, opening: 1, rank: 1 }],
      takesUnclear: true,
    }
    const placed = Object.fromEntries(
      placeCohort(cohort).results.map(({ rule, placements }) => [rule, placements[0]]),
    )
    expect([placed['deferred-acceptance'], placed['person-proposing']]).toEqual([0, 1])
  })
})

function anEmptyCohort(): Cohort {
  return {
    day: DAY,
    ruleSet: FIRST_RULE_SET,
    members: [],
    openings: [],
    places: [],
    ranks: [],
    takesUnclear: false,
  }
}
