import { addDays, type Day } from './dates'
import type { OpportunityKind } from './opportunity'
import type { CovenantOutcome, District } from './taxonomy'

/** What is wanted and missing: a kind of offer or an outcome, in a district or, without one, anywhere in Kent. */
export type AskedFor = { district: District | null } & (
  { kind: OpportunityKind; outcome: null } | { kind: null; outcome: CovenantOutcome }
)

export const ASK_STATES = ['open', 'posted', 'cannot', 'withdrawn', 'lapsed'] as const
export type AskState = (typeof ASK_STATES)[number]

export type AskAction = 'settle' | 'decline' | 'take-back' | 'lapse'

/** How an open one ends; what has ended stays so. */
export const ASK_ENDINGS: Record<AskAction, Exclude<AskState, 'open'>> = {
  settle: 'posted',
  decline: 'cannot',
  'take-back': 'withdrawn',
  lapse: 'lapsed',
}

/** Why an organisation has nothing to post just now. */
export const ASK_CANNOT_CODES = ['no-time', 'not-our-work', 'no-money', 'later', 'other'] as const
export type AskCannotCode = (typeof ASK_CANNOT_CODES)[number]

export const ASK_WORDS_MAX = 1000
export const ASK_CANNOT_WORDS_MAX = 300
/** Organisations asked in one go. */
export const ASK_ORGANISATIONS_MAX = 20

const LAPSES_AFTER_DAYS = 56
const AGAIN_AFTER_DAYS = 14

/** The day on which it ends by itself: after eight weeks. */
export const lapseDay = (askedOn: Day): Day => addDays(askedOn, LAPSES_AFTER_DAYS)

/** From when the same may be asked of the same organisation again; the schema keeps it to the moment. */
export const askAgainDay = (askedOn: Day): Day => addDays(askedOn, AGAIN_AFTER_DAYS)
