import { describe, expect, it } from 'vitest'
import { countObstacles } from '../../../src/matching/cohort/obstacles'
import { aCandidate, anOpening, context, mayWork } from '../../support/matching'

const openings = [
  anOpening(),
  anOpening({ minAge: 24, maxAge: 25, qualificationLevel: 3 }),
  anOpening({ minAge: 24, maxAge: 25 }),
]

describe('what stands in the way', () => {
  it('counts each rule, and what it would open by itself', () => {
    const person = aCandidate({ profile: { travel: { distanceKmMax: null, cellEast: 615, cellNorth: 158 } } })
    expect(countObstacles(person, openings, context, { takesUnclear: true })).toEqual([
      { ruleId: 'age-on-start-date', count: 2, alone: 1 },
      { ruleId: 'qualification', count: 1, alone: 0 },
    ])
  })

  it('counts what is to be asked only where that keeps somebody out', () => {
    const person = aCandidate({ facts: mayWork('not-known') })
    const ruleIds = (takesUnclear: boolean) =>
      countObstacles(person, [anOpening()], context, { takesUnclear }).map(({ ruleId }) => ruleId)
    expect(ruleIds(true)).toEqual([])
    expect(ruleIds(false)).toContain('right-to-work')
  })

  it('tells no permission to work from another', () => {
    const seen = (['not-known', 'limited-work', 'volunteering-only'] as const).map((status) =>
      countObstacles(aCandidate({ facts: mayWork(status) }), openings, context, { takesUnclear: false }),
    )
    const endsSoon = countObstacles(
      aCandidate({ facts: mayWork('any-work', '2026-12-01') }),
      openings,
      context,
      { takesUnclear: false },
    )
    expect([...seen, endsSoon].every((one) => JSON.stringify(one) === JSON.stringify(seen[0]))).toBe(true)
  })
})
