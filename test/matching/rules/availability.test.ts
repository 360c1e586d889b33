import { describe, expect, it } from 'vitest'
import type { WeekTime } from '../../../src/domain/taxonomy'
import type { Opening } from '../../../src/matching/candidate'
import { availability } from '../../../src/matching/rules/availability'
import { aCandidate, anOpening, aRecord, context } from '../../support/matching'

describe('the day somebody is free from', () => {
  it.each([
    ['not recorded', null, {}, 'eligible'],
    ['the start date', '2027-01-11', {}, 'eligible'],
    ['the day after the start', '2027-01-12', {}, 'needs-check'],
    ['the last day', '2027-02-01', { endsOn: '2027-02-01' }, 'needs-check'],
    ['the day after the end', '2027-02-02', { endsOn: '2027-02-01' }, 'not-eligible'],
    ['the day after an event', '2027-01-12', { kind: 'event' }, 'not-eligible'],
    ['after the start of what already runs', '2027-01-12', { startsOn: '2026-11-21' }, 'eligible'],
    ['any day, when there is no start date', '2027-09-01', { startsOn: null }, 'eligible'],
  ] as const)('%s', (_when, availableFrom, opening: Partial<Opening>, answer) => {
    const candidate = aCandidate({ facts: aRecord({ availableFrom }) })
    expect(availability.check(candidate, anOpening(opening), context).answer).toBe(answer)
  })
})

describe('the times somebody is free', () => {
  const freeAt = (...times: WeekTime[]) => aCandidate({ profile: { 'free-times': { times } } })

  it.each([
    ['not said', freeAt(), {}, 'eligible'],
    ['at that time', freeAt('weekday-days', 'weekends'), {}, 'eligible'],
    ['at other times', freeAt('weekends'), {}, 'not-eligible'],
    [
      'at other times, with hours that can change',
      freeAt('weekends'),
      { supports: ['flexible-hours'] },
      'needs-check',
    ],
    ['at one of two times', freeAt('weekends'), { weekTimes: ['weekends', 'weekday-days'] }, 'needs-check'],
    ['for what names no times', freeAt('weekends'), { weekTimes: [] }, 'eligible'],
  ] as [string, ReturnType<typeof freeAt>, Partial<Opening>, string][])(
    '%s',
    (_when, candidate, opening, answer) => {
      expect(availability.check(candidate, anOpening(opening), context).answer).toBe(answer)
    },
  )

  it('lets a no outweigh a question', () => {
    const candidate = aCandidate({
      profile: { 'free-times': { times: ['weekends'] } },
      facts: aRecord({ availableFrom: '2027-01-12' }),
    })
    expect(availability.check(candidate, anOpening(), context)).toMatchObject({
      answer: 'not-eligible',
      facts: { finding: 'no-time-fits' },
    })
  })
})
