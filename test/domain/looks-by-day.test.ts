import { describe, expect, it } from 'vitest'
import { looksByDay } from '../../src/domain/looks-by-day'

const look = (at: string, what = 'record', name = 'Grace', role = 'broker') => ({ at, what, name, role })

describe('looks of a day that read the same', () => {
  it('are one line with how often, at the newest of them', () => {
    const looks = [
      look('2026-11-25T15:00:00.000Z'),
      look('2026-11-25T14:00:00.000Z', 'match'),
      look('2026-11-25T09:00:00.000Z'),
      look('2026-11-24T09:00:00.000Z'),
    ]
    expect(looksByDay(looks).map(({ at, what, day, count }) => [at.slice(0, 13), what, day, count])).toEqual([
      ['2026-11-25T15', 'record', '2026-11-25', 2],
      ['2026-11-25T14', 'match', '2026-11-25', 1],
      ['2026-11-24T09', 'record', '2026-11-24', 1],
    ])
  })

  it('are of one person in one role', () => {
    const at = '2026-11-25T09:00:00.000Z'
    const looks = [look(at), look(at, 'record', 'Imran'), look(at, 'record', 'Grace', 'manager')]
    expect(looksByDay(looks).map(({ count }) => count)).toEqual([1, 1, 1])
  })

  it('have the day of the United Kingdom, where a night in summer is of the next one', () => {
    const looks = [look('2026-07-02T08:00:00.000Z'), look('2026-07-01T23:30:00.000Z')]
    expect(looksByDay(looks)).toMatchObject([{ day: '2026-07-02', count: 2 }])
  })

  it('leave nothing out', () => {
    const looks = Array.from({ length: 50 }, (_, index) =>
      look(`2026-11-${10 + (index % 3)}T0${index % 7}:00:00.000Z`, index % 2 ? 'record' : 'match'),
    )
    expect(looksByDay(looks).reduce((sum, { count }) => sum + count, 0)).toBe(50)
  })
})
