import { addDays, type Day } from './dates'
import { OPPORTUNITY_KINDS, type OpportunityKind } from './opportunity'
import { COVENANT_OUTCOMES, type CovenantOutcome, type District, DISTRICT_CODES } from './taxonomy'

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
/** Organisations asked in one go: what is typed for each has to fit into one form. */
export const ASK_ORGANISATIONS_MAX = 10

const LAPSES_AFTER_DAYS = 56
const AGAIN_AFTER_DAYS = 14

/** The day on which it ends by itself: after eight weeks. */
export const lapseDay = (askedOn: Day): Day => addDays(askedOn, LAPSES_AFTER_DAYS)

/** From when the same may be asked of the same organisation again; the schema keeps it too. */
export const askAgainDay = (askedOn: Day): Day => addDays(askedOn, AGAIN_AFTER_DAYS)

/** Nobody is asked for an offer in Medway, which is not the council's. */
export const ASK_DISTRICTS: readonly District[] = DISTRICT_CODES.filter((code) => code !== 'E06000035')

/** What is asked for as a form has it: a kind or an outcome, and a district or nothing. */
export type AskedForFields = { what: string; district: string }

export const toAskFields = ({ kind, outcome, district }: AskedFor): AskedForFields => ({
  what: kind ?? outcome,
  district: district ?? '',
})

/** The kind or outcome and the district that a form names; undefined where it names no kind and no outcome. */
export function readAskedFor({ what, district: typed }: AskedForFields): AskedFor | undefined {
  const district = ASK_DISTRICTS.find((code) => code === typed) ?? null
  const kind = OPPORTUNITY_KINDS.find((one) => one === what)
  if (kind) return { kind, outcome: null, district }
  const outcome = COVENANT_OUTCOMES.find((one) => one === what)
  return outcome && { kind: null, outcome, district }
}

/** The same as the query of an address. */
export const askQuery = (fields: Partial<AskedForFields> & { word?: string }): string =>
  `?${new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== '')).toString()}`
