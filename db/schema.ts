import type { Generated } from 'kysely'
import type { AccountState, Role } from '../src/domain/account'
import type { CareLeaverState, Consideration, ProfileQuestion } from '../src/domain/care-leaver'
import type {
  AccountId,
  CareLeaverId,
  InterestId,
  MatchId,
  MentorChoiceId,
  MentorId,
  MentorRequestId,
  OpportunityId,
  OrganisationId,
  PledgeId,
  ChampionAskId,
  CheckTaskId,
  RoundId,
  RuleSetId,
  ShareId,
  SavedSearchId,
  SuggestionId,
} from '../src/domain/ids'
import type { Alerts } from '../src/domain/search'
import type { InterestState, MatchState, OutcomeResult, OutcomeWeek } from '../src/domain/match'
import type {
  OpportunityKind,
  OpportunityState,
  Priority,
  RevisionState,
  Visibility,
} from '../src/domain/opportunity'
import type {
  DbsWorkforce,
  MentorDbsLevel,
  MentorKind,
  MentorStage,
  ReferenceSetting,
  StepStage,
  StopReason,
} from '../src/domain/mentor'
import type { ChoiceState, MentorEndCode, MentorRequestState } from '../src/domain/mentor-request'
import type { OrganisationKind } from '../src/domain/organisation'
import type { PledgeState } from '../src/domain/pledge'
import type { RoundState, SuggestionState } from '../src/domain/round'
import type { CheckState, CheckTurn } from '../src/domain/check-task'
import type { AskCannotCode, AskState } from '../src/domain/champion-ask'
import type { NoMatchCode } from '../src/domain/no-match'
import type { RuleSetState } from '../src/domain/rule-set/rule-set'
import type {
  CovenantOutcome,
  District,
  EetStatus,
  HomeDistrict,
  LocalOfferHeading,
  StatutoryCategory,
} from '../src/domain/taxonomy'
import type { AllocationRule } from '../src/matching/allocate/round'

// One interface per table, in SQLite's own types; a test holds them against the migrations.

export interface OrganisationTable {
  id: OrganisationId
  name: string
  kind: OrganisationKind
  covenant_signed_on: string | null
  version: Generated<number>
  created_at: string
}

export interface AccountTable {
  id: AccountId
  email: string | null
  email_hash: string | null
  name: string
  name_hash: string
  role: Role
  organisation_id: OrganisationId | null
  state: AccountState
  auth_epoch: Generated<number>
  version: Generated<number>
  created_at: string
  last_seen_on: string | null
}

export interface SessionTable {
  id: string
  account_id: AccountId
  created_at: string
  expires_at: string
  absolute_expires_at: string
  auth_epoch: number
  assurance: number
  assured_at: string
  device: string
  is_own_device: number
  last_seen_at: string
}

export interface SignInRequestTable {
  id: string
  browser_hash: string
  email_hash: string
  account_id: AccountId | null
  invitation_id: string | null
  is_own_device: number
  asked_at: string
  expires_at: string
  code_hash: string | null
  tries: Generated<number>
  used_at: string | null
}

export interface InvitationTable {
  id: string
  token_hash: string | null
  account_id: AccountId
  role: Role
  organisation_id: OrganisationId | null
  invited_by: string
  created_at: string
  expires_at: string
  state: 'open' | 'accepted' | 'revoked'
  version: Generated<number>
}

export interface AuditEventTable {
  id: Generated<number>
  at: string
  actor_id: string
  action: string
  subject: string
  version: number
  from_state: string | null
  to_state: string | null
  code: string | null
}

export interface AuditWordsTable {
  subject: string
  version: Generated<number>
  words: string
}

export interface AuditSealTable {
  event_id: number
  seal: string
}

export interface ViewEventTable {
  id: Generated<number>
  at: string
  actor_id: string
  care_leaver_id: CareLeaverId
  what: string
}

export interface OutboxTable {
  id: string
  topic: string
  payload: string
  state: 'pending' | 'done' | 'dead'
  attempts: Generated<number>
  next_at: string
  fence: Generated<number>
  lease_until: string | null
  created_at: string
  done_at: string | null
}

export interface IdempotencyTable {
  key: string
  account: string
  route: string
  body_hash: string
  status: number
  location: string
  notice: string | null
  at: string
}

export interface SentMailTable {
  id: string
  at: string
  receiver: string
  subject: string
  body: string
}

export interface SettingTable {
  name: string
  value: string
  version: Generated<number>
}

export interface CareLeaverTable {
  id: CareLeaverId
  case_reference: string | null
  account_id: AccountId | null
  preferred_name: string
  pronouns: Generated<string>
  date_of_birth: string
  statutory_category: StatutoryCategory
  category_since: string
  category_source: Generated<string>
  district: Generated<HomeDistrict>
  eet_status: Generated<EetStatus>
  adviser_id: AccountId | null
  consideration: Generated<Consideration>
  considered_at: string | null
  waiting_since: string | null
  state: Generated<CareLeaverState>
  version: Generated<number>
  created_at: string
}

export interface ProfileAnswerTable {
  care_leaver_id: CareLeaverId
  question: ProfileQuestion
  answer: string
  answered_at: string
  answered_by: string
  their_words: Generated<string>
}

export interface EligibilityFactTable {
  care_leaver_id: CareLeaverId
  fact: 'right-to-work' | 'qualification' | 'dbs' | 'availability'
  sealed: string
  recorded_by: string
  recorded_at: string
}

export interface NotToldTable {
  id: string
  care_leaver_id: CareLeaverId
  kind: 'person' | 'email' | 'organisation'
  organisation_id: OrganisationId | null
  match_hash: string | null
  sealed_words: string | null
  added_by: string
  added_at: string
}

export interface BlockedAccountTable {
  care_leaver_id: CareLeaverId
  account_id: AccountId
  organisation_id: OrganisationId | null
}

export interface PledgeTable {
  id: PledgeId
  organisation_id: OrganisationId
  owner_id: AccountId
  what: string
  outcome: CovenantOutcome
  places: number
  due_on: string
  review_on: string
  state: PledgeState
  state_reason: Generated<string>
  version: Generated<number>
  created_at: string
}

export interface OpportunityTable {
  text_row: Generated<number>
  id: OpportunityId
  organisation_id: OrganisationId
  owner_id: AccountId
  pledge_id: PledgeId | null
  state: OpportunityState
  version: Generated<number>
  created_at: string
  state_since: string
  published_at: string | null
  reminded_on: string | null
  stopped_because: Generated<string>
  content: string | null
  title: Generated<string>
  kind: OpportunityKind | null
  heading: LocalOfferHeading | null
  is_paid: Generated<number>
  is_remote: Generated<number>
  district: District | null
  cell_east: number | null
  cell_north: number | null
  starts_on: string | null
  closes_on: string | null
  visibility: Generated<Visibility>
  priority: Generated<Priority>
  places: Generated<number>
  places_taken: Generated<number>
  places_filled: Generated<number>
}

export interface OpportunityOutcomeTable {
  opportunity_id: OpportunityId
  outcome: CovenantOutcome
}

export interface PersonChangeTable {
  number: Generated<number>
  care_leaver_id: CareLeaverId | null
  version: Generated<string>
}

export interface IndexVersionTable {
  only: number
  version: string
}

export interface IndexEntryTable {
  opportunity_id: OpportunityId
  stamp: string
  state: 'waiting' | 'in-flight' | 'done' | 'dead'
  sent_stamp: string | null
  sent_at: string | null
  task: number | null
  attempts: number
  next_at: string
  fault: string
}

export interface IndexKeeperTable {
  only: number
  epoch: string
  fence: number
  lease_until: string
  next_at: string
  faults: number
  fault: string
  level_at: string | null
  reconciled_at: string | null
  drift: number
}

export interface OpportunityRevisionTable {
  opportunity_id: OpportunityId
  number: Generated<number>
  state: RevisionState
  content: string
  changed_at: string
  submitted_at: string | null
  review_codes: Generated<string>
  review_words: Generated<string>
  reviewed_by: string | null
}

export interface OpportunityTextTable {
  title: string
  summary: string
  kind_words: string
  organisation: string
  place: string
  body: string
}

export interface SavedOpportunityTable {
  care_leaver_id: CareLeaverId
  opportunity_id: OpportunityId
  saved_at: string
  rank: number | null
}

export interface RoundTable {
  id: RoundId
  state: RoundState
  opened_by: AccountId
  day: string
  districts: string
  wait_weeks_min: number
  takes_unclear: number
  seed: string
  progress: Generated<number>
  bands_version: string | null
  rules_version: string | null
  weights_version: string | null
  computed_at: string | null
  rule: AllocationRule | null
  rule_reason: Generated<string>
  version: Generated<number>
  created_at: string
}

export interface RoundOpportunityTable {
  round_id: RoundId
  number: number
  opportunity_id: OpportunityId
  places: Generated<number>
}

export interface RoundPersonTable {
  round_id: RoundId
  number: number
  reference: string
  care_leaver_id: CareLeaverId | null
  band: number
}

/** Somebody whom nothing fits, each time a human looked. */
export interface NoMatchTable {
  care_leaver_id: CareLeaverId
  version: number
  code: NoMatchCode
  words: string
  recorded_on: string
  look_again_on: string
  recorded_by: AccountId
}

export interface RoundPairsTable {
  round_id: RoundId
  part: number
  pairs: string
}

export interface RoundResultTable {
  round_id: RoundId
  rule: AllocationRule
  placements: string
  report: string
}

export interface RoundSuggestionTable {
  id: SuggestionId
  round_id: RoundId
  person: number
  opportunity: number
  state: SuggestionState
  match_id: MatchId | null
  version: Generated<number>
}

export interface CheckTaskTable {
  id: CheckTaskId
  care_leaver_id: CareLeaverId | null
  opportunity_id: OpportunityId
  rule: string
  turn: CheckTurn
  state: CheckState
  words: Generated<string>
  asked_by: AccountId
  asked_at: string
  answered_by: AccountId | null
  answered_at: string | null
}

export interface ChampionAskTable {
  id: ChampionAskId
  organisation_id: OrganisationId
  kind: OpportunityKind | null
  outcome: CovenantOutcome | null
  district: District | null
  words: string
  state: AskState
  cannot_code: AskCannotCode | null
  cannot_words: Generated<string>
  opportunity_id: OpportunityId | null
  asked_by: AccountId
  asked_at: string
  asked_on: string
  lapses_on: string
  ended_at: string | null
  version: Generated<number>
}

export interface MentorTable {
  id: MentorId
  kind: MentorKind
  first_name: string
  family_name: string
  name_hash: string
  district: District
  travel_km_max: number | null
  topics: Generated<string>
  languages: Generated<string>
  week_times: Generated<string>
  about: Generated<string>
  capacity: number
  people_matched: Generated<number>
  stage: Generated<MentorStage>
  stage_since: string
  paused_from: MentorStage | null
  dbs_renew_on: string | null
  version: Generated<number>
  created_at: string
}

export interface MentorStepTable {
  id: string
  mentor_id: MentorId
  stage: StepStage
  on_day: string
  checked_by: AccountId
  setting: ReferenceSetting | null
  known_years: number | null
  dbs_level: MentorDbsLevel | null
  dbs_workforce: DbsWorkforce | null
  issued_on: string | null
  renew_on: string | null
  reason: StopReason | null
  words: Generated<string>
  created_at: string
}

export interface MentorRequestTable {
  id: MentorRequestId
  care_leaver_id: CareLeaverId
  kind: MentorKind
  languages: Generated<string>
  help: Generated<string>
  state: MentorRequestState
  state_since: string
  end_code: MentorEndCode | null
  version: Generated<number>
  created_at: string
}

export interface MentorChoiceTable {
  id: MentorChoiceId
  request_id: MentorRequestId
  mentor_id: MentorId
  state: ChoiceState
  hold_until: string
  reason: Generated<string>
  evidence: string
  offered_by: AccountId
  created_at: string
}

export interface RuleSetTable {
  id: RuleSetId
  name: string | null
  based_on: string
  state: RuleSetState
  parameters: string
  sources: string
  weights: string
  reason: string
  drafted_by: AccountId
  decided_by: AccountId | null
  created_at: string
  in_force_at: string | null
  version: Generated<number>
}

export interface SavedSearchTable {
  id: SavedSearchId
  care_leaver_id: CareLeaverId
  query: string
  alerts: Alerts
  told_until: string
  looked_on: string
  off_hash: string | null
  created_at: string
}

export interface RecentSearchTable {
  session_id: string
  query: string
  searched_at: string
}

export interface UnfoundWordTable {
  word: string
  visitor_hash: string
  typed_on: string
}

export interface TeamSynonymTable {
  word: string
  means: string
  added_by: AccountId
  added_at: string
}

export interface UnmetNeedTable {
  id: string
  told_on: string
  kind: string | null
  district: string | null
}

export interface InterestTable {
  id: InterestId
  care_leaver_id: CareLeaverId
  opportunity_id: OpportunityId
  state: InterestState
  words: Generated<string>
  recorded_by: string
  answer_due_on: string
  answer_code: string | null
  answer_words: Generated<string>
  answered_by: string | null
  answered_at: string | null
  version: Generated<number>
  created_at: string
}

export interface MatchTable {
  id: MatchId
  opportunity_id: OpportunityId
  care_leaver_id: CareLeaverId
  interest_id: InterestId | null
  state: MatchState
  state_since: string
  broker_id: AccountId
  reason: Generated<string>
  words_to_person: Generated<string>
  hold_until: string | null
  evidence: string
  decline_code: string | null
  decline_words: Generated<string>
  started_on: string | null
  ended_on: string | null
  version: Generated<number>
  created_at: string
}

export interface ShareTable {
  id: ShareId
  reference: string
  match_id: MatchId
  care_leaver_id: CareLeaverId
  receiver_id: AccountId
  organisation_id: OrganisationId
  purpose: string
  name_used: string
  pronouns: Generated<string>
  words: Generated<string>
  words_hash: string
  supports: Generated<string>
  given_by: string
  their_words: Generated<string>
  started_at: string
  ends_on: string
  ended_at: string | null
  version: Generated<number>
}

export interface MessageTable {
  id: string
  share_id: ShareId
  sender_id: AccountId
  body: string
  sent_at: string
}

export interface OutcomeCheckTable {
  id: string
  match_id: MatchId
  week: OutcomeWeek
  due_on: string
  state: 'waiting' | 'due' | 'recorded' | 'not-needed'
  result: OutcomeResult | null
  words: Generated<string>
  recorded_by: string | null
  recorded_at: string | null
  version: Generated<number>
}

export interface PostcodeTable {
  postcode: string
  district: District
  cell_east: number
  cell_north: number
}

export interface TownTable {
  name: string
  district: District
  cell_east: number
  cell_north: number
}

/** Every table and view, by its name in SQL. */
export interface Schema {
  organisation: OrganisationTable
  account: AccountTable
  session: SessionTable
  sign_in_request: SignInRequestTable
  invitation: InvitationTable
  audit_event: AuditEventTable
  audit_words: AuditWordsTable
  audit_seal: AuditSealTable
  view_event: ViewEventTable
  outbox: OutboxTable
  idempotency: IdempotencyTable
  sent_mail: SentMailTable
  setting: SettingTable
  care_leaver: CareLeaverTable
  profile_answer: ProfileAnswerTable
  eligibility_fact: EligibilityFactTable
  not_told: NotToldTable
  blocked_account: BlockedAccountTable
  pledge: PledgeTable
  opportunity: OpportunityTable
  opportunity_outcome: OpportunityOutcomeTable
  index_version: IndexVersionTable
  person_change: PersonChangeTable
  index_entry: IndexEntryTable
  index_keeper: IndexKeeperTable
  opportunity_revision: OpportunityRevisionTable
  opportunity_text: OpportunityTextTable
  saved_opportunity: SavedOpportunityTable
  saved_search: SavedSearchTable
  recent_search: RecentSearchTable
  unmet_need: UnmetNeedTable
  unfound_word: UnfoundWordTable
  team_synonym: TeamSynonymTable
  interest: InterestTable
  match: MatchTable
  share: ShareTable
  message: MessageTable
  outcome_check: OutcomeCheckTable
  round: RoundTable
  round_opportunity: RoundOpportunityTable
  round_person: RoundPersonTable
  round_pairs: RoundPairsTable
  round_result: RoundResultTable
  round_suggestion: RoundSuggestionTable
  mentor: MentorTable
  mentor_step: MentorStepTable
  mentor_request: MentorRequestTable
  mentor_choice: MentorChoiceTable
  rule_set: RuleSetTable
  check_task: CheckTaskTable
  champion_ask: ChampionAskTable
  no_match: NoMatchTable
  postcode: PostcodeTable
  town: TownTable
}
