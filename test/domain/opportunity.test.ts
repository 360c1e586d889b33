import { describe, expect, it } from 'vitest'
import {
  isOpenToInterest,
  nextOpportunityState,
  OPPORTUNITY_STATES,
  type OpportunityAction,
  type OpportunityState,
  shownState,
} from '../../src/domain/opportunity'
import { nextPledgeState, PLEDGE_STATES, type PledgeAction, type PledgeState } from '../../src/domain/pledge'

/** Written out once more, move by move: the table in the source must say exactly this. */
const MOVES: readonly [OpportunityState, OpportunityAction, OpportunityState][] = [
  ['draft', 'submit', 'submitted'],
  ['draft', 'withdraw', 'withdrawn'],
  ['submitted', 'publish', 'published'],
  ['submitted', 'request-changes', 'changes-requested'],
  ['submitted', 'withdraw', 'withdrawn'],
  ['changes-requested', 'submit', 'submitted'],
  ['changes-requested', 'withdraw', 'withdrawn'],
  ['published', 'publish', 'published'],
  ['published', 'pause', 'paused'],
  ['published', 'close', 'closed'],
  ['published', 'expire', 'expired'],
  ['published', 'withdraw', 'withdrawn'],
  ['paused', 'publish', 'paused'],
  ['paused', 'resume', 'published'],
  ['paused', 'close', 'closed'],
  ['paused', 'expire', 'expired'],
  ['paused', 'withdraw', 'withdrawn'],
  ['closed', 'publish', 'published'],
  ['closed', 'reinstate', 'published'],
  ['closed', 'archive', 'archived'],
  ['expired', 'publish', 'published'],
  ['expired', 'reinstate', 'published'],
  ['expired', 'archive', 'archived'],
  ['withdrawn', 'publish', 'published'],
  ['withdrawn', 'reinstate', 'published'],
  ['withdrawn', 'archive', 'archived'],
]

const ACTIONS: readonly OpportunityAction[] = [
  'submit',
  'publish',
  'request-changes',
  'pause',
  'resume',
  'close',
  'expire',
  'withdraw',
  'reinstate',
  'archive',
]

const REST = OPPORTUNITY_STATES.flatMap((from) => ACTIONS.map((action) => [from, action] as const)).filter(
  ([from, action]) => !MOVES.some(([state, move]) => state === from && move === action),
)

describe('an opportunity', () => {
  it.each(MOVES)('that is %s: %s makes it %s', (from, action, to) => {
    expect(nextOpportunityState(from, action)).toBe(to)
  })

  it.each(REST)('that is %s cannot %s', (from, action) => {
    expect(nextOpportunityState(from, action)).toBeUndefined()
  })

  it.each([
    ['published', 3, 0, 'published'],
    ['published', 3, 2, 'published'],
    ['published', 3, 3, 'full'],
    ['paused', 3, 3, 'paused'],
    ['closed', 1, 1, 'closed'],
    ['draft', 1, 0, 'draft'],
  ] as const)(
    'that is %s with %i places, %i of them filled, is shown as %s',
    (state, places, filled, shown) => {
      expect(shownState(state, places, filled)).toBe(shown)
    },
  )

  it.each([
    ['published', '2026-11-23', 0, true],
    ['published', '2026-11-22', 0, false],
    ['published', null, 0, false],
    ['published', '2026-11-23', 2, false],
    ['paused', '2026-12-01', 0, false],
  ] as const)(
    'that is %s, closes on %s and has %i of 2 places filled',
    (state, closesOn, placesFilled, isOpen) => {
      expect(isOpenToInterest({ state, closesOn, places: 2, placesFilled }, '2026-11-23')).toBe(isOpen)
    },
  )
})

const PLEDGE_MOVES: readonly [PledgeState, PledgeAction, PledgeState][] = [
  ['intent', 'agree', 'agreed'],
  ['intent', 'withdraw', 'withdrawn'],
  ['intent', 'lapse', 'lapsed'],
  ['agreed', 'go-live', 'live'],
  ['agreed', 'deliver', 'delivered'],
  ['agreed', 'deliver-partly', 'partly-delivered'],
  ['agreed', 'lapse', 'lapsed'],
  ['agreed', 'withdraw', 'withdrawn'],
  ['live', 'deliver', 'delivered'],
  ['live', 'deliver-partly', 'partly-delivered'],
  ['live', 'lapse', 'lapsed'],
  ['live', 'withdraw', 'withdrawn'],
  ['partly-delivered', 'deliver', 'delivered'],
  ['lapsed', 'agree', 'agreed'],
]

const PLEDGE_ACTIONS: readonly PledgeAction[] = [
  'agree',
  'go-live',
  'deliver',
  'deliver-partly',
  'lapse',
  'withdraw',
]

describe('a pledge', () => {
  it.each(PLEDGE_STATES.flatMap((from) => PLEDGE_ACTIONS.map((action) => [from, action] as const)))(
    'that is %s: %s',
    (from, action) => {
      const move = PLEDGE_MOVES.find(([state, word]) => state === from && word === action)
      expect(nextPledgeState(from, action)).toBe(move?.[2])
    },
  )
})
