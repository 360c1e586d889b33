import type { Day, Instant } from './dates'
import type { AccountId, MentorId } from './ids'
import type { District, Language, Topic, WeekTime } from './taxonomy'

export const MENTOR_KINDS = ['mentor', 'befriender'] as const
export type MentorKind = (typeof MENTOR_KINDS)[number]

/** How far somebody's checks are, from asking to help to the end. */
export const MENTOR_STAGES = [
  'applied',
  'identity',
  'interview',
  'references',
  'dbs-requested',
  'dbs-clear',
  'trained',
  'approved',
  'matched',
  'supervised',
  'paused',
  'lapsed',
  'ended',
] as const
export type MentorStage = (typeof MENTOR_STAGES)[number]

/** A stage that a step brings; everybody begins as applied. */
export type StepStage = Exclude<MentorStage, 'applied'>

/** Where a referee knows somebody from. Family is no setting: neither referee is of the family. */
export const REFERENCE_SETTINGS = ['work', 'education', 'volunteering', 'community', 'neighbourhood'] as const
export type ReferenceSetting = (typeof REFERENCE_SETTINGS)[number]

export const REFERENCES_WANTED = 2
export const KNOWN_YEARS_MIN = 2
export const CAPACITIES = [1, 2, 3] as const

export const MENTOR_DBS_LEVELS = ['enhanced', 'enhanced-barred'] as const
export type MentorDbsLevel = (typeof MENTOR_DBS_LEVELS)[number]

export const DBS_WORKFORCES = ['adult', 'child', 'child-and-adult'] as const
export type DbsWorkforce = (typeof DBS_WORKFORCES)[number]

/** Why somebody is paused or ends, by people; time alone says `renewal-passed`. */
export const STOP_REASONS = [
  'their-wish',
  'away',
  'health',
  'moved-away',
  'check-not-clear',
  'concern',
  'other',
] as const
export type StopReason = (typeof STOP_REASONS)[number] | 'renewal-passed'

/** What a coordinator, or for the lapse the service, does with a record. */
export const MENTOR_ACTIONS = [
  'check-identity',
  'interview',
  'take-reference',
  'request-dbs',
  'clear-dbs',
  'train',
  'approve',
  'supervise',
  'renew-dbs',
  'pause',
  'resume',
  'lapse',
  'end',
] as const
export type MentorAction = (typeof MENTOR_ACTIONS)[number]

/** The actions that take somebody on to the next stage, each with its form. */
export const STEP_ACTIONS = [
  'check-identity',
  'interview',
  'take-reference',
  'request-dbs',
  'clear-dbs',
  'train',
  'approve',
  'supervise',
  'renew-dbs',
] as const satisfies readonly MentorAction[]
export type StepAction = (typeof STEP_ACTIONS)[number]

const END = { end: 'ended' } as const
/** A renewed check is a step like the first one, and leaves them where they stand. */
const RENEWAL = { 'renew-dbs': 'dbs-clear' } as const
const CLEARED = { ...END, lapse: 'lapsed' } as const
const IN_MATCHING = { ...CLEARED, ...RENEWAL, pause: 'paused' } as const

/** Every legal move but the way back from a pause, which goes to where it came from. The schema keeps the same. */
const MOVES: Record<MentorStage, Partial<Record<MentorAction, StepStage>>> = {
  applied: { 'check-identity': 'identity', ...END },
  identity: { interview: 'interview', ...END },
  interview: { 'take-reference': 'references', ...END },
  references: { 'take-reference': 'references', 'request-dbs': 'dbs-requested', ...END },
  'dbs-requested': { 'clear-dbs': 'dbs-clear', ...END },
  'dbs-clear': { train: 'trained', ...CLEARED },
  trained: { approve: 'approved', ...CLEARED, ...RENEWAL },
  approved: { ...IN_MATCHING },
  matched: { supervise: 'supervised', ...IN_MATCHING },
  supervised: { supervise: 'supervised', ...IN_MATCHING },
  paused: { ...CLEARED, ...RENEWAL },
  lapsed: { 'request-dbs': 'dbs-requested', end: 'ended' },
  ended: {},
}

/** How a record stands, as far as it decides what may come next. */
export type Standing = {
  stage: MentorStage
  pausedFrom: MentorStage | null
  peopleMatched: number
  references: number
}

/** The stage an action leads to; undefined when it is not possible now. */
export function nextMentorStage(standing: Standing, action: MentorAction): StepStage | undefined {
  const { stage, references } = standing
  if (action === 'resume') return stage === 'paused' ? stageAfterPause(standing) : undefined
  if (action === 'take-reference' && references >= REFERENCES_WANTED) return undefined
  if (action === 'request-dbs' && references < REFERENCES_WANTED) return undefined
  return MOVES[stage][action]
}

/** Whoever has nobody any more when the pause ends waits for somebody again. */
function stageAfterPause({ pausedFrom, peopleMatched }: Standing): StepStage {
  const isBusy = pausedFrom === 'matched' || pausedFrom === 'supervised'
  return isBusy && peopleMatched > 0 ? pausedFrom : 'approved'
}

/** The step that somebody waits for; undefined when nothing is asked of the coordinator. */
export function nextStep(standing: Standing): StepAction | undefined {
  if (standing.stage === 'supervised') return undefined
  const action = STEP_ACTIONS.find((one) => nextMentorStage(standing, one) !== undefined)
  // Nobody waits for a renewal: it has a day of its own.
  return action === 'renew-dbs' ? undefined : action
}

/** Days before a check has to be renewed at which coordinators are told. */
export const RENEWAL_DAYS = 60

/** Whether a check that still counts can be followed by a new one without a break. */
export const mayRenew = (mentor: Standing & { dbsRenewOn: Day | null }, today: Day): boolean =>
  nextMentorStage(mentor, 'renew-dbs') !== undefined && (mentor.dbsRenewOn ?? '') > today

/** Only these can be put to a young person, or be with one. */
const MATCHABLE_STAGES = ['approved', 'matched', 'supervised'] as const satisfies readonly MentorStage[]

export const mayMatch = (stage: MentorStage): boolean =>
  (MATCHABLE_STAGES as readonly MentorStage[]).includes(stage)

/** What somebody tells about themselves. */
export type MentorDetails = {
  kind: MentorKind
  firstName: string
  familyName: string
  district: District
  /** How far they go, in km as the crow flies; null when they did not say. */
  travelKmMax: number | null
  topics: Topic[]
  languages: Language[]
  weekTimes: WeekTime[]
  about: string
  /** Young people at once. */
  capacity: number
}

export type Mentor = MentorDetails &
  Standing & {
    id: MentorId
    stageSince: Instant
    /** Young people who picked them and meet them now. `peopleMatched` also counts who is still choosing. */
    peopleMet: number
    /** When their time with somebody last ended; null when none has. */
    timeEndedAt: Instant | null
    dbsRenewOn: Day | null
    version: number
  }

/** Stages that they keep, by the steps that were taken, after their time with somebody is over. */
export const WITH_SOMEBODY_STAGES = ['matched', 'supervised'] as const satisfies readonly MentorStage[]

/** Whether somebody's time with every young person is over, while the last step was one of that time. */
export const isFreeAgain = ({ stage, peopleMet }: Pick<Mentor, 'stage' | 'peopleMet'>): boolean =>
  (WITH_SOMEBODY_STAGES as readonly MentorStage[]).includes(stage) && peopleMet === 0

/** Where somebody stands for a coordinator: whoever meets nobody any more may be matched, like the newly approved. */
export const shownStage = (mentor: Pick<Mentor, 'stage' | 'peopleMet'>): MentorStage =>
  isFreeAgain(mentor) ? 'approved' : mentor.stage

/** What is kept of one step. Of a check never its number or the document. */
export type StepDetail = {
  setting?: ReferenceSetting
  knownYears?: number
  dbsLevel?: MentorDbsLevel
  dbsWorkforce?: DbsWorkforce
  issuedOn?: Day
  renewOn?: Day
  reason?: StopReason
  words?: string
}

export type MentorStep = StepDetail & {
  stage: StepStage
  onDay: Day
  checkedBy: AccountId
  checkedByName: string
  createdAt: Instant
}
