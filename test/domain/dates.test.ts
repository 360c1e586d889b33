import { describe, expect, it } from 'vitest'
import { addDays, addMinutes, addWorkingDays, ageOn, dayOf, daysBetween, isDay } from '../../src/domain/dates'

describe('dayOf', () => {
  it.each([
    ['2026-01-15T23:59:59.999Z', '2026-01-15', 'winter: the clock says what UTC says'],
    ['2026-01-16T00:00:00.000Z', '2026-01-16', 'midnight in winter'],
    ['2026-07-15T22:59:59.999Z', '2026-07-15', 'a millisecond before midnight in summer'],
    ['2026-07-15T23:00:00.000Z', '2026-07-16', 'midnight in summer is 23:00 UTC'],
    ['2026-03-29T00:59:59.999Z', '2026-03-29', 'before the clocks go forward'],
    ['2026-03-29T23:00:00.000Z', '2026-03-30', 'the evening after'],
    ['2026-10-24T23:00:00.000Z', '2026-10-25', 'the last midnight of summer time'],
    ['2026-10-25T23:00:00.000Z', '2026-10-25', 'the evening the clocks have gone back'],
    ['2027-12-31T23:59:59.999Z', '2027-12-31', 'the last of the year'],
    ['2028-02-29T12:00:00.000Z', '2028-02-29', 'a leap day'],
  ])('%s is %s in London: %s', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day)
  })
})

describe('isDay', () => {
  it.each(['2026-01-01', '2026-12-31', '2028-02-29', '2000-02-29', '1999-12-31'])('knows %s', (text) => {
    expect(isDay(text)).toBe(true)
  })

  it.each([
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '',
    'today',
  ])('refuses %j', (text) => {
    expect(isDay(text)).toBe(false)
  })
})

describe('addDays', () => {
  it.each([
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-11-30', 1, '2026-12-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-02-29', 365, '2029-02-28'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
  ])('%s and %i days is %s, whatever the clocks do', (day, count, result) => {
    expect(addDays(day, count)).toBe(result)
  })
})

describe('daysBetween', () => {
  it.each([
    ['2026-11-22', '2026-11-22', 0],
    ['2026-11-22', '2026-11-23', 1],
    ['2026-11-23', '2026-11-22', -1],
    ['2026-03-01', '2026-04-01', 31],
    ['2028-02-01', '2028-03-01', 29],
    ['2027-01-01', '2028-01-01', 365],
    ['2028-01-01', '2029-01-01', 366],
  ])('from %s to %s is %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
    expect(addDays(from, days)).toBe(to)
  })
})

describe('addWorkingDays', () => {
  it.each([
    ['2026-11-23', 0, '2026-11-23', 'Monday, none'],
    ['2026-11-23', 1, '2026-11-24', 'Monday to Tuesday'],
    ['2026-11-23', 5, '2026-11-30', 'Monday to Monday'],
    ['2026-11-27', 1, '2026-11-30', 'Friday to Monday'],
    ['2026-11-28', 1, '2026-11-30', 'Saturday to Monday'],
    ['2026-11-29', 1, '2026-11-30', 'Sunday to Monday'],
    ['2026-11-28', 5, '2026-12-04', 'Saturday to Friday'],
    ['2026-11-27', 10, '2026-12-11', 'two weeks from a Friday'],
    ['2026-12-31', 1, '2027-01-01', 'bank holidays are not known'],
    ['2028-02-28', 2, '2028-03-01', 'over a leap day'],
  ])('%s and %i is %s: %s', (day, count, result) => {
    expect(addWorkingDays(day, count)).toBe(result)
  })
})

describe('ageOn', () => {
  it.each([
    ['2005-03-04', '2026-03-03', 20, 'the day before the birthday'],
    ['2005-03-04', '2026-03-04', 21, 'the birthday'],
    ['2005-03-04', '2026-12-31', 21, 'later in the year'],
    ['2004-02-29', '2022-02-28', 17, 'born on a leap day: not yet on 28 February'],
    ['2004-02-29', '2022-03-01', 18, 'born on a leap day: on 1 March'],
    ['2004-02-29', '2024-02-29', 20, 'born on a leap day, in a leap year'],
    ['2008-12-31', '2027-01-01', 18, 'over the turn of the year'],
    ['2026-11-22', '2026-11-22', 0, 'the day of birth'],
  ])('of somebody born %s on %s is %i: %s', (born, day, age) => {
    expect(ageOn(born, day)).toBe(age)
  })
})

describe('addMinutes', () => {
  it('goes both ways, and leaves what it was given alone', () => {
    const moment = new Date('2026-03-29T00:30:00.000Z')
    expect(addMinutes(moment, 90).toISOString()).toBe('2026-03-29T02:00:00.000Z')
    expect(addMinutes(moment, -45).toISOString()).toBe('2026-03-28T23:45:00.000Z')
    expect(moment.toISOString()).toBe('2026-03-29T00:30:00.000Z')
  })
})
