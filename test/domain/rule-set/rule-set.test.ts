import { describe, expect, it } from 'vitest'
import { isDay } from '../../../src/domain/dates'
import { FIRST_RULE_SET } from '../../../src/domain/rule-set/first-rule-set'
import {
  differencesOf,
  FACTOR_IDS,
  nextRuleSetState,
  nextVersion,
  overdueReviews,
  PARAMETER_NAMES,
  PARAMETERS,
  RULE_IDS,
  sumOfWeights,
} from '../../../src/domain/rule-set/rule-set'

describe('what the service comes with', () => {
  it('has a number for each that can be set, within its limits', () => {
    for (const name of PARAMETER_NAMES) {
      const value = FIRST_RULE_SET.parameters[name]
      expect(value).toBeGreaterThanOrEqual(PARAMETERS[name].min)
      expect(value).toBeLessThanOrEqual(PARAMETERS[name].max)
    }
  })

  it('has a source for each rule, with the day of its wording and a later one to look again', () => {
    expect(Object.keys(FIRST_RULE_SET.sources)).toEqual(RULE_IDS)
    for (const { title, asOf, reviewOn } of Object.values(FIRST_RULE_SET.sources)) {
      expect(title).not.toBe('')
      expect([isDay(asOf), isDay(reviewOn), asOf < reviewOn]).toEqual([true, true, true])
    }
  })

  it('has a weight for each factor, and they sum to 100', () => {
    expect(Object.keys(FIRST_RULE_SET.weights)).toEqual(FACTOR_IDS)
    expect(sumOfWeights(FIRST_RULE_SET.weights)).toBe(100)
  })
})

describe('a change of the rules', () => {
  it.each([
    ['draft', 'write', 'draft'],
    ['draft', 'submit', 'submitted'],
    ['submitted', 'send-back', 'draft'],
    ['submitted', 'approve', 'in-force'],
    ['submitted', 'withdraw', 'withdrawn'],
    ['draft', 'approve', undefined],
    ['submitted', 'write', undefined],
    ['in-force', 'withdraw', undefined],
    ['replaced', 'approve', undefined],
  ] as const)('that is %s: %s leads to %s', (from, action, to) => {
    expect(nextRuleSetState(from, action)).toBe(to)
  })

  it('is told by all that it says otherwise', () => {
    const source = { title: 'New guidance', asOf: '2026-11-24', reviewOn: '2027-11-24' }
    const after = {
      ...FIRST_RULE_SET,
      parameters: { ...FIRST_RULE_SET.parameters, 'dbs-years-max': 2 },
      sources: { ...FIRST_RULE_SET.sources, travel: source },
      weights: { ...FIRST_RULE_SET.weights, interests: 20, goals: 25 },
    }
    expect(differencesOf(FIRST_RULE_SET, after)).toEqual([
      { about: 'dbs-years-max', from: 3, to: 2 },
      { about: 'travel', from: FIRST_RULE_SET.sources.travel, to: source },
      { about: 'interests', from: 25, to: 20 },
      { about: 'goals', from: 20, to: 25 },
    ])
    expect(differencesOf(after, after)).toEqual([])
  })

  it.each([
    ['2026-1', '2026-11-26', '2026-2'],
    ['2026-9', '2026-12-31', '2026-10'],
    ['2026-4', '2027-01-01', '2027-1'],
  ])('after %s on %s is called %s', (version, today, name) => {
    expect(nextVersion(version, today)).toBe(name)
  })
})

describe('a review', () => {
  it('is overdue the day after its day', () => {
    expect(overdueReviews(FIRST_RULE_SET, '2027-01-31')).toEqual([])
    expect(overdueReviews(FIRST_RULE_SET, '2027-02-01')).toEqual(['right-to-work', 'permission-outlasts'])
  })
})
