import { describe, expect, it } from 'vitest'
import { ageOnStartDate } from '../../../src/matching/rules/age-on-start-date'
import { aCandidate, anOpening, context } from '../../support/matching'

const bornOn = (dateOfBirth: string) => aCandidate({ dateOfBirth })

describe('age on the start date, 11 January 2027, for 18 to 25', () => {
  it.each([
    ['the day before their 18th birthday', '2009-01-12', 'not-eligible'],
    ['on their 18th birthday', '2009-01-11', 'eligible'],
    ['the last day of being 25', '2001-01-12', 'eligible'],
    ['on their 26th birthday', '2001-01-11', 'not-eligible'],
  ])('%s', (_when, dateOfBirth, answer) => {
    expect(ageOnStartDate.check(bornOn(dateOfBirth), anOpening(), context).answer).toBe(answer)
  })

  it.each([
    ['on 28 February, still 17', '2027-02-28', 'not-eligible'],
    ['on 1 March, 18', '2027-03-01', 'eligible'],
  ])('born on 29 February: %s', (_when, startsOn, answer) => {
    expect(ageOnStartDate.check(bornOn('2009-02-29'), anOpening({ startsOn }), context).answer).toBe(answer)
  })
})

describe('age when the start has passed', () => {
  it.each([
    ['was too young then and is old enough today', '2008-11-22', 'eligible'],
    ['was young enough then and is too old today', '2000-11-22', 'not-eligible'],
  ])('%s', (_who, dateOfBirth, answer) => {
    const running = anOpening({ startsOn: '2026-09-01' })
    expect(ageOnStartDate.check(bornOn(dateOfBirth), running, context).answer).toBe(answer)
  })
})

describe('age with no start date (today is 22 November 2026; 180 days on is 21 May 2027)', () => {
  it.each([
    ['18 today', '2008-11-22', 'eligible'],
    ['18 tomorrow', '2008-11-23', 'not-enough-information'],
    ['18 on the last day', '2009-05-21', 'not-enough-information'],
    ['18 a day too late', '2009-05-22', 'not-eligible'],
    ['26 a day after the last day', '2001-05-22', 'eligible'],
    ['26 on the last day', '2001-05-21', 'not-enough-information'],
    ['26 today', '2000-11-22', 'not-eligible'],
  ])('%s', (_when, dateOfBirth, answer) => {
    const verdict = ageOnStartDate.check(bornOn(dateOfBirth), anOpening({ startsOn: null }), context)
    expect(verdict.answer).toBe(answer)
    if (answer === 'not-enough-information') {
      expect(verdict).toMatchObject({ by: 'champion', missing: 'opportunity.starts-on' })
    }
  })
})

it('never tells a broker the exact age, and keeps none', () => {
  const verdict = ageOnStartDate.check(bornOn('1999-03-04'), anOpening(), context)
  expect(ageOnStartDate.explain(verdict, 'broker')).toBe('Not aged 18 to 25 on the start date.')
  expect(Object.values(verdict.facts)).not.toContain(27)
})
