import { describe, expect, it } from 'vitest'
import {
  INTEREST_STATES,
  type InterestAction,
  type InterestState,
  INTRODUCED_STATES,
  LIVE_MATCH_STATES,
  MATCH_STATES,
  type MatchAction,
  type MatchState,
  nextInterestState,
  nextMatchState,
  PLACE_HOLDING_STATES,
  standingAfter,
} from '../../src/domain/match'

/** Written out once more, move by move: the table in the source must say exactly this. */
const MOVES: readonly [MatchState, MatchAction, MatchState][] = [
  ['suggested', 'propose', 'proposed'],
  ['suggested', 'withdraw', 'withdrawn'],
  ['suggested', 'supersede', 'superseded'],
  ['proposed', 'accept', 'accepted'],
  ['proposed', 'decline', 'declined-by-young-person'],
  ['proposed', 'expire', 'expired'],
  ['proposed', 'withdraw', 'withdrawn'],
  ['proposed', 'supersede', 'superseded'],
  ['accepted', 'introduce', 'introduced'],
  ['accepted', 'withdraw', 'withdrawn'],
  ['accepted', 'provider-decline', 'declined-by-provider'],
  ['accepted', 'supersede', 'superseded'],
  ['introduced', 'interview', 'interview'],
  ['introduced', 'offer', 'offered'],
  ['introduced', 'start', 'started'],
  ['introduced', 'not-start', 'did-not-start'],
  ['introduced', 'withdraw', 'withdrawn'],
  ['introduced', 'provider-decline', 'declined-by-provider'],
  ['introduced', 'supersede', 'superseded'],
  ['interview', 'offer', 'offered'],
  ['interview', 'start', 'started'],
  ['interview', 'not-start', 'did-not-start'],
  ['interview', 'withdraw', 'withdrawn'],
  ['interview', 'provider-decline', 'declined-by-provider'],
  ['interview', 'supersede', 'superseded'],
  ['offered', 'start', 'started'],
  ['offered', 'not-start', 'did-not-start'],
  ['offered', 'withdraw', 'withdrawn'],
  ['offered', 'provider-decline', 'declined-by-provider'],
  ['offered', 'supersede', 'superseded'],
  ['started', 'complete', 'completed'],
  ['started', 'end-early', 'ended-early'],
  ['started', 'withdraw', 'withdrawn'],
]

const ACTIONS: readonly MatchAction[] = [
  'propose',
  'accept',
  'introduce',
  'interview',
  'offer',
  'start',
  'complete',
  'not-start',
  'end-early',
  'decline',
  'provider-decline',
  'withdraw',
  'expire',
  'supersede',
]

const PAIRS = MATCH_STATES.flatMap((from) => ACTIONS.map((action) => [from, action] as const))

describe('a match', () => {
  it.each(MOVES)('that is %s: %s makes it %s', (from, action, to) => {
    expect(nextMatchState(from, action)).toBe(to)
  })

  it.each(
    PAIRS.filter(([from, action]) => !MOVES.some(([state, move]) => state === from && move === action)),
  )('that is %s cannot %s', (from, action) => {
    expect(nextMatchState(from, action)).toBeUndefined()
  })

  it('that ended moves no more', () => {
    const ended = MATCH_STATES.filter((state) => !LIVE_MATCH_STATES.includes(state as 'proposed'))
    expect(ended).toEqual([
      'completed',
      'did-not-start',
      'ended-early',
      'declined-by-young-person',
      'declined-by-provider',
      'withdrawn',
      'expired',
      'superseded',
    ])
    expect(ended.flatMap((from) => ACTIONS.filter((action) => nextMatchState(from, action)))).toEqual([])
  })

  it('can be withdrawn as long as it lives', () => {
    expect(LIVE_MATCH_STATES.map((from) => nextMatchState(from, 'withdraw'))).toEqual(
      LIVE_MATCH_STATES.map(() => 'withdrawn'),
    )
  })

  it('is known to the champion only after the yes, and holds its place from the proposal', () => {
    expect(INTRODUCED_STATES).not.toContain('proposed')
    expect([...PLACE_HOLDING_STATES]).toEqual(['proposed', ...INTRODUCED_STATES, 'completed'])
  })
})

describe('how a pair stands', () => {
  it('is a no only after the young person said it', () => {
    const declined = MATCH_STATES.filter((state) => standingAfter(state) === 'declined')
    expect(declined).toEqual(['declined-by-young-person'])
  })

  it('is forgotten when an offer only ran out or was taken back', () => {
    const forgotten = MATCH_STATES.filter((state) => standingAfter(state) === undefined)
    expect(forgotten).toEqual(['withdrawn', 'expired', 'superseded'])
  })
})

const INTEREST_MOVES: readonly [InterestState, InterestAction, InterestState][] = [
  ['open', 'propose', 'proposed'],
  ['open', 'keep', 'kept'],
  ['open', 'refuse', 'not-this-time'],
  ['open', 'withdraw', 'withdrawn'],
  ['kept', 'propose', 'proposed'],
  ['kept', 'refuse', 'not-this-time'],
  ['kept', 'withdraw', 'withdrawn'],
]

const INTEREST_ACTIONS: readonly InterestAction[] = ['propose', 'keep', 'refuse', 'withdraw']

describe('an interest', () => {
  it.each(INTEREST_STATES.flatMap((from) => INTEREST_ACTIONS.map((action) => [from, action] as const)))(
    'that is %s: %s',
    (from, action) => {
      const move = INTEREST_MOVES.find(([state, word]) => state === from && word === action)
      expect(nextInterestState(from, action)).toBe(move?.[2])
    },
  )
})
