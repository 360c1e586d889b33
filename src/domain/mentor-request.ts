import type { Day, Instant } from './dates'
import type { AccountId, CareLeaverId, MentorChoiceId, MentorId, MentorRequestId } from './ids'
import type { MentorKind } from './mentor'
import type { Language } from './taxonomy'

export type MentorRequestState = 'open' | 'offered' | 'matched' | 'withdrawn' | 'ended'

/** A request that is not over. */
export type LiveMentorRequestState = Extract<MentorRequestState, 'open' | 'offered' | 'matched'>

export type MentorRequestAction = 'offer' | 'pick' | 'pick-none' | 'let-go' | 'withdraw' | 'end'

/** Every move. None of a choice is back to the queue: it refuses these, and never the person. */
const MOVES: Record<MentorRequestState, Partial<Record<MentorRequestAction, MentorRequestState>>> = {
  open: { offer: 'offered', withdraw: 'withdrawn' },
  offered: { pick: 'matched', 'pick-none': 'open', 'let-go': 'open', withdraw: 'withdrawn' },
  matched: { end: 'ended' },
  withdrawn: {},
  ended: {},
}

export const nextMentorRequestState = (state: MentorRequestState, action: MentorRequestAction) =>
  MOVES[state][action]

/** Nothing waits here: they meet somebody who can go on. */
export const isMeeting = ({
  state,
  isInterrupted,
}: {
  state: MentorRequestState
  /** Whether the mentor they are with cannot go on for now. */
  isInterrupted: boolean
}): boolean => state === 'matched' && !isInterrupted

/** What somebody would like help with. Nothing of health, and no words of their own. */
export const MENTOR_HELP = [
  'someone-to-talk-to',
  'confidence',
  'getting-out',
  'everyday-skills',
  'work-or-study',
  'english',
  'new-area',
] as const
export type MentorHelp = (typeof MENTOR_HELP)[number]

export const MENTOR_END_CODES = ['goal-reached', 'no-time', 'not-right', 'moved-away', 'other'] as const
export type MentorEndCode = (typeof MENTOR_END_CODES)[number]

export type ChoiceState = 'offered' | 'chosen' | 'not-chosen' | 'released' | 'ended'

export const CHOICES_MAX = 3
/** How long a choice is held for an answer. */
export const CHOICE_DAYS = 10

export type MentorRequest = {
  id: MentorRequestId
  careLeaverId: CareLeaverId
  kind: MentorKind
  languages: Language[]
  help: MentorHelp[]
  state: MentorRequestState
  stateSince: Instant
  version: number
}

export type MentorChoice = {
  id: MentorChoiceId
  mentorId: MentorId
  state: ChoiceState
  holdUntil: Day
  reason: string
  offeredBy: AccountId
}
