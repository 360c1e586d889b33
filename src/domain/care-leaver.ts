import type { AccountState } from './account'
import type { Day, Instant } from './dates'
import type { AccountId, CareLeaverId } from './ids'
import type { OpportunityKind } from './opportunity'
import type { EetStatus, Goal, HomeDistrict, StatutoryCategory, Support, Topic, WeekTime } from './taxonomy'

const CARE_LEAVER_STATES = ['active', 'closed', 'erased'] as const
export type CareLeaverState = (typeof CARE_LEAVER_STATES)[number]

/** The person's own answer to "may the 18+ team suggest me for offers?". Unanswered is not a yes. */
export const CONSIDERATIONS = ['not-asked', 'yes', 'no'] as const
export type Consideration = (typeof CONSIDERATIONS)[number]

export type CareLeaver = {
  id: CareLeaverId
  caseReference: string
  accountId: AccountId | null
  preferredName: string
  pronouns: string
  dateOfBirth: Day
  statutoryCategory: StatutoryCategory
  categorySince: Day
  district: HomeDistrict
  eetStatus: EetStatus
  adviserId: AccountId | null
  consideration: Consideration
  waitingSince: Day | null
  state: CareLeaverState
  version: number
  createdAt: Instant
}

/**
 * Who hears that there is something new for a person: they do, or their adviser while they cannot sign in; null when
 * there is neither.
 */
export function whoHears(person: {
  accountId: AccountId | null
  accountState: AccountState | null
  adviserId: AccountId | null
}): AccountId | null {
  return person.accountState === 'active' ? person.accountId : person.adviserId
}

/** The optional questions a young person is asked, each saved by itself. */
export const PROFILE_QUESTIONS = ['likes', 'goals', 'travel', 'free-times', 'support', 'not-suggest'] as const
export type ProfileQuestion = (typeof PROFILE_QUESTIONS)[number]

/** The distances people choose from, in km as the crow flies: 2, 5, 10 and 20 miles. */
export const TRAVEL_KM = [3, 8, 16, 32] as const

export type TravelAnswer = {
  /** How far they can go, in km as the crow flies; null means they did not say. */
  distanceKmMax: number | null
  /** Kilometre square of the British National Grid, only when they chose to keep it. */
  cellEast: number | null
  cellNorth: number | null
}

/** What a young person has told the service about themselves. What is absent was not answered. */
export type Profile = {
  likes?: { topics: Topic[]; words: string }
  goals?: { goals: Goal[]; words: string }
  travel?: TravelAnswer
  'free-times'?: { times: WeekTime[] }
  support?: { supports: Support[]; words: string }
  'not-suggest'?: { kinds: OpportunityKind[] }
}

/** What documents allow, as the adviser found it. Kept encrypted: it can point at a person's past. */
export type RightToWork = {
  status: 'any-work' | 'limited-work' | 'volunteering-only' | 'not-known'
  /** When the permission ends; null when it does not. */
  until: Day | null
  source: string
  checkedOn: Day
}

/** Facts an adviser records for matching; they stay with the adviser. */
export type EligibilityFacts = {
  rightToWork: RightToWork | null
  qualificationLevel: number | null
  dbsLevel: 'none' | 'basic' | 'standard' | 'enhanced' | 'enhanced-barred' | null
  dbsIssuedOn: Day | null
  availableFrom: Day | null
}
