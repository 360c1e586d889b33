import type { Day } from './dates'
import type { AccountId, OpportunityId, OrganisationId, PledgeId } from './ids'
import type { CovenantOutcome, District, LocalOfferHeading, Support, Topic, WeekTime } from './taxonomy'

export const OPPORTUNITY_KINDS = [
  'work-experience',
  'apprenticeship',
  'job',
  'guaranteed-interview',
  'insight-day',
  'training',
  'mentoring',
  'befriending',
  'volunteering',
  'event',
  'discount',
  'money-help',
  'housing-help',
  'advice',
] as const
export type OpportunityKind = (typeof OPPORTUNITY_KINDS)[number]

export const OPPORTUNITY_STATES = [
  'draft',
  'submitted',
  'changes-requested',
  'published',
  'paused',
  'closed',
  'expired',
  'withdrawn',
  'archived',
] as const
export type OpportunityState = (typeof OPPORTUNITY_STATES)[number]

/** What a reader is told. Full is not stored: it is a published one whose places are all filled. */
export type ShownState = OpportunityState | 'full'

/** Only filled places count here, never held ones: a hold would point at a person. */
export function shownState(state: OpportunityState, places: number, placesFilled: number): ShownState {
  return state === 'published' && placesFilled >= places ? 'full' : state
}

/** A revision is what the champion is writing; publishing copies it onto the opportunity. */
export const REVISION_STATES = ['draft', 'submitted', 'changes-requested', 'published', 'dropped'] as const
export type RevisionState = (typeof REVISION_STATES)[number]

/** States of a revision that has not been published or dropped; only one such revision an opportunity. */
export const OPEN_REVISION_STATES = [
  'draft',
  'submitted',
  'changes-requested',
] as const satisfies readonly RevisionState[]

/** Whether there is a revision that its champion may write in: not one that is with the team. */
export function isWritable<Revision extends { state: RevisionState }>(
  revision: Revision | null,
): revision is Revision {
  return revision !== null && revision.state !== 'submitted'
}

export const VISIBILITIES = ['public', 'care-leavers-only'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export const PRIORITIES = ['none', 'reserved', 'window', 'guaranteed-interview'] as const
export type Priority = (typeof PRIORITIES)[number]

/** Employers and funders define "care leaver" differently, so each opportunity says whom it means. */
export const CARE_LEAVER_DEFINITIONS = [
  'any-care-experience',
  'statutory-care-leaver',
  'former-relevant',
] as const
export type CareLeaverDefinition = (typeof CARE_LEAVER_DEFINITIONS)[number]

export const PAYS = ['wage', 'expenses', 'unpaid', 'free-to-you'] as const
export type Pay = (typeof PAYS)[number]

export const DBS_LEVELS = ['none', 'basic', 'standard', 'enhanced', 'enhanced-barred'] as const
export type DbsLevel = (typeof DBS_LEVELS)[number]

/**
 * Level of the qualification asked for, by the numbers of the regulated framework: 0 none, 1 GCSE 3–1, 2 GCSE 9–4,
 * 3 A level.
 */
export const QUALIFICATION_LEVELS = [0, 1, 2, 3] as const
export type QualificationLevel = (typeof QUALIFICATION_LEVELS)[number]

/** Codes a broker ticks when asking for changes. */
export const CHANGE_CODES = [
  'plain-english',
  'what-you-will-do',
  'essential-criteria',
  'pay-unclear',
  'unpaid-work',
  'dates-missing',
  'travel-unclear',
  'checks-unclear',
  'support-missing',
  'safeguarding',
  'other',
] as const
export type ChangeCode = (typeof CHANGE_CODES)[number]

/** Where it takes place: as text for people, as district and 1 km grid cell for distance. */
export type OpportunityPlace = {
  isRemote: boolean
  placeOfWork: string
  town: string
  district: District | null
  /** Kilometre squares of the British National Grid; null when remote. */
  cellEast: number | null
  cellNorth: number | null
}

/** All that a champion writes about an opportunity. Kept whole as one revision. */
export type OpportunityContent = OpportunityPlace & {
  kind: OpportunityKind
  title: string
  summary: string
  description: string
  whatYouWillDo: string
  topics: Topic[]
  /** Other words people use for it, with commas between: it is found by them, and they are not shown. */
  alsoCalled?: string
  outcomes: CovenantOutcome[]
  heading: LocalOfferHeading
  criteria: string[]
  qualificationLevel: QualificationLevel
  places: number
  startsOn: Day | null
  endsOn: Day | null
  closesOn: Day | null
  hours: string
  weekTimes: WeekTime[]
  pay: Pay
  payText: string
  travelHelp: string
  minAge: number
  maxAge: number
  definition: CareLeaverDefinition
  needsRightToWork: boolean
  dbsLevel: DbsLevel
  supports: Support[]
  visibility: Visibility
  priority: Priority
  priorityUntil: Day | null
}

/** What tells offers of one name apart soonest. */
export type PlaceAndStart = Pick<OpportunityContent, 'isRemote' | 'town' | 'district' | 'startsOn'>

/** A published opportunity as readers meet it. */
export type Opportunity = OpportunityContent & {
  id: OpportunityId
  organisationId: OrganisationId
  organisationName: string
  ownerId: AccountId
  pledgeId: PledgeId | null
  state: OpportunityState
  version: number
  publishedAt: string | null
}

/** Live, and its closing day has not passed. */
export function isLiveOn(offer: { state: OpportunityState; closesOn: Day | null }, today: Day): boolean {
  return offer.state === 'published' && offer.closesOn !== null && offer.closesOn >= today
}

/** Open to be asked about. Only filled places count: a hold must not show. */
export function isOpenToInterest(
  offer: Pick<Opportunity, 'state' | 'closesOn' | 'places'> & { placesFilled: number },
  today: Day,
): boolean {
  return isLiveOn(offer, today) && offer.placesFilled < offer.places
}

/** The steps of the champion's task list, in order. */
export const OPPORTUNITY_SECTIONS = [
  'basics',
  'doing',
  'criteria',
  'dates',
  'where',
  'pay',
  'checks',
  'support',
  'audience',
] as const
export type OpportunitySection = (typeof OPPORTUNITY_SECTIONS)[number]

export type OpportunityAction =
  | 'submit'
  | 'publish'
  | 'request-changes'
  | 'pause'
  | 'resume'
  | 'close'
  | 'expire'
  | 'withdraw'
  | 'reinstate'
  | 'archive'

/** Every move an opportunity can make. A move that is not here does not exist. */
const MOVES: Record<OpportunityState, Partial<Record<OpportunityAction, OpportunityState>>> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { publish: 'published', 'request-changes': 'changes-requested', withdraw: 'withdrawn' },
  'changes-requested': { submit: 'submitted', withdraw: 'withdrawn' },
  published: {
    publish: 'published',
    pause: 'paused',
    close: 'closed',
    expire: 'expired',
    withdraw: 'withdrawn',
  },
  paused: {
    publish: 'paused',
    resume: 'published',
    close: 'closed',
    expire: 'expired',
    withdraw: 'withdrawn',
  },
  closed: { publish: 'published', reinstate: 'published', archive: 'archived' },
  expired: { publish: 'published', reinstate: 'published', archive: 'archived' },
  withdrawn: { publish: 'published', reinstate: 'published', archive: 'archived' },
  archived: {},
}

export function nextOpportunityState(
  from: OpportunityState,
  action: OpportunityAction,
): OpportunityState | undefined {
  return MOVES[from][action]
}

/** Kinds that are work, for `JobPosting` and for the warning about unpaid work. */
export const JOB_KINDS: readonly OpportunityKind[] = ['job', 'apprenticeship', 'guaranteed-interview']

/** How long an opportunity without a closing date stays up, in days. */
export const DEFAULT_EXPIRY_DAYS = 90
