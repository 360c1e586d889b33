import { describe, expect, it } from 'vitest'
import { isInScope, nextRoundState, ROUND_STATES } from '../../src/domain/round'

describe('a round', () => {
  it('makes these moves and no other', () => {
    const actions = ['compute', 'choose', 'close', 'withdraw'] as const
    const moves = ROUND_STATES.flatMap((state) =>
      actions.flatMap((action) => {
        const to = nextRoundState(state, action)
        return to ? [`${state} ${action} ${to}`] : []
      }),
    )
    expect(moves).toEqual([
      'opened compute computed',
      'opened withdraw withdrawn',
      'computed choose chosen',
      'computed withdraw withdrawn',
      'chosen close closed',
    ])
  })

  const person = {
    consideration: 'yes' as const,
    waitingSince: '2026-09-01' as string | null,
    district: 'E07000110' as const,
  }
  const everybody = { districts: [], waitWeeksMin: 0 }

  it.each([
    ['who may be suggested and waits', person, everybody, true],
    ['who has not answered', { ...person, consideration: 'not-asked' as const }, everybody, false],
    ['who said no', { ...person, consideration: 'no' as const }, everybody, false],
    ['who is not waiting', { ...person, waitingSince: null }, everybody, false],
    ['of a district that is ticked', person, { ...everybody, districts: ['E07000110' as const] }, true],
    ['of another district', person, { ...everybody, districts: ['unknown' as const] }, false],
    ['who waits twelve weeks of twelve', person, { ...everybody, waitWeeksMin: 12 }, true],
    ['who waits twelve weeks of thirteen', person, { ...everybody, waitWeeksMin: 13 }, false],
  ])('asks whether somebody %s takes part', (_, one, scope, answer) => {
    expect(isInScope(one, scope, '2026-11-24')).toBe(answer)
  })
})
