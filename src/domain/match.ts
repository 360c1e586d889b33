import { addDays, type Day } from './dates'

export const MATCH_STATES = [
  'suggested',
  'proposed',
  'accepted',
  'introduced',
  'interview',
  'offered',
  'started',
  'completed',
  'did-not-start',
  'ended-early',
  'declined-by-young-person',
  'declined-by-provider',
  'withdrawn',
  'expired',
  'superseded',
] as const
export type MatchState = (typeof MATCH_STATES)[number]

export type MatchAction =
  | 'propose'
  | 'accept'
  | 'introduce'
  | 'interview'
  | 'offer'
  | 'start'
  | 'complete'
  | 'not-start'
  | 'end-early'
  | 'decline'
  | 'provider-decline'
  | 'withdraw'
  | 'expire'
  | 'supersede'

const AFTER_YES = {
  withdraw: 'withdrawn',
  'provider-decline': 'declined-by-provider',
  supersede: 'superseded',
} as const

/** Every move a match can make. A move that is not here does not exist. */
const MOVES: Record<MatchState, Partial<Record<MatchAction, MatchState>>> = {
  suggested: { propose: 'proposed', withdraw: 'withdrawn', supersede: 'superseded' },
  proposed: {
    accept: 'accepted',
    decline: 'declined-by-young-person',
    expire: 'expired',
    withdraw: 'withdrawn',
    supersede: 'superseded',
  },
  accepted: { introduce: 'introduced', ...AFTER_YES },
  introduced: {
    interview: 'interview',
    offer: 'offered',
    start: 'started',
    'not-start': 'did-not-start',
    ...AFTER_YES,
  },
  interview: { offer: 'offered', start: 'started', 'not-start': 'did-not-start', ...AFTER_YES },
  offered: { start: 'started', 'not-start': 'did-not-start', ...AFTER_YES },
  started: { complete: 'completed', 'end-early': 'ended-early', withdraw: 'withdrawn' },
  completed: {},
  'did-not-start': {},
  'ended-early': {},
  'declined-by-young-person': {},
  'declined-by-provider': {},
  withdrawn: {},
  expired: {},
  superseded: {},
}

export function nextMatchState(from: MatchState, action: MatchAction): MatchState | undefined {
  return MOVES[from][action]
}

/** States in which a match holds a place of its opportunity; the schema's trigger says the same. */
export const PLACE_HOLDING_STATES = [
  'proposed',
  'accepted',
  'introduced',
  'interview',
  'offered',
  'started',
  'completed',
] as const satisfies readonly MatchState[]

/** States after a yes in which the champion may know the person, while the share lives. */
export const INTRODUCED_STATES = [
  'accepted',
  'introduced',
  'interview',
  'offered',
  'started',
] as const satisfies readonly MatchState[]

/**
 * How sharing stands for a match: something is shared; nothing ever was or need be; the share has run out; a new
 * champion looks after it and knows nothing; nobody looks after it; whoever does is not to be told.
 */
export type Sharing = 'live' | 'none' | 'ran-out' | 'new-champion' | 'no-champion' | 'not-told'

export function sharingOf(match: {
  state: MatchState
  hasLiveShare: boolean
  isOwnerBlocked: boolean
  isOwnerActive: boolean
  isSameReceiver: boolean
}): Sharing {
  if (match.hasLiveShare) return 'live'
  if (!(INTRODUCED_STATES as readonly MatchState[]).includes(match.state)) return 'none'
  if (match.isOwnerBlocked) return 'not-told'
  if (!match.isOwnerActive) return 'no-champion'
  return match.isSameReceiver ? 'ran-out' : 'new-champion'
}

/** Consent names one receiver, so a new one, or a new time, needs a new yes. */
export const canShareAgain = ({ sharing }: { sharing: Sharing }): boolean =>
  sharing === 'ran-out' || sharing === 'new-champion'

/** States in which a pair still has something going on; only one such match a pair. */
export const LIVE_MATCH_STATES = ['suggested', 'proposed', ...INTRODUCED_STATES] as const

/**
 * How a pair stands after what has happened between the two: something is going on, they had a place, the young person
 * said no, or it ended otherwise. The first outranks the next. What only ran out or was taken back says nothing.
 */
export const PAIR_STANDINGS = ['live', 'placed', 'declined', 'ended'] as const
export type PairStanding = (typeof PAIR_STANDINGS)[number]

const STANDINGS: Record<MatchState, PairStanding | undefined> = {
  suggested: 'live',
  proposed: 'live',
  accepted: 'live',
  introduced: 'live',
  interview: 'live',
  offered: 'live',
  started: 'placed',
  completed: 'placed',
  'did-not-start': 'ended',
  'ended-early': 'ended',
  'declined-by-young-person': 'declined',
  'declined-by-provider': 'ended',
  withdrawn: undefined,
  expired: undefined,
  superseded: undefined,
}

export const standingAfter = (state: MatchState): PairStanding | undefined => STANDINGS[state]

/** Why a young person said no. Refusing this pairing never refuses the person. */
export const DECLINE_CODES = [
  'too-far',
  'wrong-time',
  'not-for-me',
  'found-something-else',
  'pay-or-cost',
  'not-ready',
  'need-more-support',
  'rather-not-say',
] as const
export type DeclineCode = (typeof DECLINE_CODES)[number]

/** Why somebody who was to start did not. */
export const NOT_STARTED_CODES = [
  'changed-their-mind',
  'not-reached',
  'other-offer',
  'checks-not-passed',
  'dates-did-not-work',
  'we-could-not-go-ahead',
] as const
export type NotStartedCode = (typeof NOT_STARTED_CODES)[number]

/** Weeks after the start at which somebody asks how it is going. */
export const OUTCOME_WEEKS = [1, 4, 13, 26] as const
export type OutcomeWeek = (typeof OUTCOME_WEEKS)[number]

/** A placement is shared until two weeks after its last outcome check. */
export const placementShareEnd = (startedOn: Day): Day => addDays(startedOn, 26 * 7 + 14)

export const OUTCOME_RESULTS = ['going-well', 'going-with-support', 'ended', 'not-reached'] as const
export type OutcomeResult = (typeof OUTCOME_RESULTS)[number]

/** How long a proposal holds its place when the broker sets no other date: five working days. */
export const HOLD_WORKING_DAYS = 5

/** The longest a broker may hold a place, in days. */
export const HOLD_DAYS_MAX = 28

export const INTEREST_STATES = ['open', 'proposed', 'kept', 'not-this-time', 'withdrawn'] as const
export type InterestState = (typeof INTEREST_STATES)[number]

/** States in which an interest still waits for its answer; only one such interest a pair. */
export const OPEN_INTEREST_STATES = ['open', 'kept'] as const satisfies readonly InterestState[]

export type InterestAction = 'propose' | 'keep' | 'refuse' | 'withdraw'

const INTEREST_MOVES: Record<InterestState, Partial<Record<InterestAction, InterestState>>> = {
  open: { propose: 'proposed', keep: 'kept', refuse: 'not-this-time', withdraw: 'withdrawn' },
  kept: { propose: 'proposed', refuse: 'not-this-time', withdraw: 'withdrawn' },
  proposed: {},
  'not-this-time': {},
  withdrawn: {},
}

export function nextInterestState(from: InterestState, action: InterestAction): InterestState | undefined {
  return INTEREST_MOVES[from][action]
}

/** Why the team answers "not this time" to an interest. */
export const NOT_THIS_TIME_CODES = [
  'full',
  'closed',
  'rules-not-met',
  'better-fit-elsewhere',
  'waiting-for-a-check',
  'asked-not-to',
] as const
export type NotThisTimeCode = (typeof NOT_THIS_TIME_CODES)[number]

/** An interest is answered within five working days or it is late. */
export const ANSWER_WORKING_DAYS = 5
