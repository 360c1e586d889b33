import { type RawBuilder, sql } from 'kysely'
import type { Day, Instant } from '../../src/domain/dates'
import type {
  AccountId,
  CareLeaverId,
  InterestId,
  MatchId,
  OpportunityId,
  OrganisationId,
  ShareId,
} from '../../src/domain/ids'
import {
  type DeclineCode,
  type InterestState,
  type MatchState,
  OUTCOME_WEEKS,
  type OutcomeResult,
  type OutcomeWeek,
} from '../../src/domain/match'
import { addDays } from '../../src/domain/dates'
import type { Support } from '../../src/domain/taxonomy'
import type { Database, Statement } from '../database'
import { recordAudit } from './record'

export type NewInterest = {
  id: InterestId
  careLeaverId: CareLeaverId
  opportunityId: OpportunityId
  words: string
  recordedBy: AccountId
  answerDueOn: Day
  createdAt: Instant
}

/** One open interest a pair: the schema refuses a second. */
export const addInterest = (db: Database, interest: NewInterest) =>
  db.query.insertInto('interest').values({
    id: interest.id,
    care_leaver_id: interest.careLeaverId,
    opportunity_id: interest.opportunityId,
    state: 'open',
    words: interest.words,
    recorded_by: interest.recordedBy,
    answer_due_on: interest.answerDueOn,
    created_at: interest.createdAt,
  })

export const setInterestState = (
  db: Database,
  id: InterestId,
  change: {
    state: InterestState
    version: number
    answer?: { code: string | null; words: string; by: AccountId; at: Instant }
  },
) =>
  db.query
    .updateTable('interest')
    .set({
      state: change.state,
      version: change.version,
      ...(change.answer
        ? {
            answer_code: change.answer.code,
            answer_words: change.answer.words,
            answered_by: change.answer.by,
            answered_at: change.answer.at,
          }
        : {}),
    })
    .where('id', '=', id)

export type NewMatch = {
  id: MatchId
  opportunityId: OpportunityId
  careLeaverId: CareLeaverId
  interestId: InterestId | null
  brokerId: AccountId
  reason: string
  wordsToPerson: string
  holdUntil: Day
  evidence: string
  createdAt: Instant
}

/** A proposal. Its trigger takes a place; `no_more_than_its_places` refuses one too many. */
export const addProposal = (db: Database, match: NewMatch) =>
  db.query.insertInto('match').values({
    id: match.id,
    opportunity_id: match.opportunityId,
    care_leaver_id: match.careLeaverId,
    interest_id: match.interestId,
    state: 'proposed',
    state_since: match.createdAt,
    broker_id: match.brokerId,
    reason: match.reason,
    words_to_person: match.wordsToPerson,
    hold_until: match.holdUntil,
    evidence: match.evidence,
    created_at: match.createdAt,
  })

/** Moves a match. The trigger match_holds_a_place moves the opportunity's counts with it. */
export const setMatchState = (
  db: Database,
  id: MatchId,
  change: {
    state: MatchState
    since: Instant
    version: number
    declineCode?: DeclineCode | string
    declineWords?: string
    startedOn?: Day
    endedOn?: Day
  },
) =>
  db.query
    .updateTable('match')
    .set({
      state: change.state,
      state_since: change.since,
      version: change.version,
      ...(change.declineCode === undefined ? {} : { decline_code: change.declineCode }),
      ...(change.declineWords === undefined ? {} : { decline_words: change.declineWords }),
      ...(change.startedOn === undefined ? {} : { started_on: change.startedOn }),
      ...(change.endedOn === undefined ? {} : { ended_on: change.endedOn }),
    })
    .where('id', '=', id)

/** For a change that leaves the match in its state. */
export const setMatchVersion = (db: Database, id: MatchId, version: number) =>
  db.query.updateTable('match').set({ version }).where('id', '=', id)

export const setBroker = (db: Database, id: MatchId, brokerId: AccountId, version: number) =>
  db.query.updateTable('match').set({ broker_id: brokerId, version }).where('id', '=', id)

export type NewShare = {
  id: ShareId
  reference: string
  matchId: MatchId
  careLeaverId: CareLeaverId
  receiverId: AccountId
  organisationId: OrganisationId
  purpose: string
  nameUsed: string
  pronouns: string
  words: string
  wordsHash: string
  supports: readonly Support[]
  givenBy: AccountId
  theirWords: string
  startedAt: Instant
  endsOn: Day
}

/** Consent to one share. A trigger refuses a receiver the person does not want told. */
export const addShare = (db: Database, share: NewShare) =>
  db.query.insertInto('share').values({
    id: share.id,
    reference: share.reference,
    match_id: share.matchId,
    care_leaver_id: share.careLeaverId,
    receiver_id: share.receiverId,
    organisation_id: share.organisationId,
    purpose: share.purpose,
    name_used: share.nameUsed,
    pronouns: share.pronouns,
    words: share.words,
    words_hash: share.wordsHash,
    supports: JSON.stringify(share.supports),
    given_by: share.givenBy,
    their_words: share.theirWords,
    started_at: share.startedAt,
    ends_on: share.endsOn,
  })

export type EndedBy = { at: Instant; actorId: AccountId }

/** What is left of a share that has ended: that it was, with whom and until when. */
const EMPTIED = {
  name_used: '',
  pronouns: '',
  words: '',
  supports: '[]',
  version: sql<number>`version + 1`,
} as const

/** From this write on the champion's pages know nothing. What was shared is emptied, not kept. */
export const endShareOfMatch = (db: Database, matchId: MatchId, by: EndedBy): Statement[] =>
  endLiveShares(db, sql`match_id = ${matchId}`, by)

/** When somebody else takes over, nothing that was shared with the one before goes along. */
export const endSharesWithReceiver = (db: Database, receiverId: AccountId, by: EndedBy): Statement[] =>
  endLiveShares(db, sql`receiver_id = ${receiverId}`, by)

const endLiveShares = (db: Database, which: RawBuilder<unknown>, { at, actorId }: EndedBy): Statement[] => [
  raw(
    db,
    sql`INSERT INTO audit_event (at, actor_id, action, subject, version, from_state, to_state)
        SELECT ${at}, ${actorId}, 'share.end', 'share:' || id, version + 1, 'live', 'ended'
        FROM share WHERE ended_at IS NULL AND (${which})`,
  ),
  db.query
    .updateTable('share')
    .set({ ...EMPTIED, ended_at: at })
    .where('ended_at', 'is', null)
    .where(sql<boolean>`(${which})`),
]

/** A placement is shared until two weeks after its last outcome check. */
export const extendShareOfMatch = (db: Database, matchId: MatchId, endsOn: Day) =>
  db.query
    .updateTable('share')
    .set({ ends_on: endsOn })
    .where('match_id', '=', matchId)
    .where('ended_at', 'is', null)

export const addMessage = (
  db: Database,
  message: { id: string; shareId: ShareId; senderId: AccountId; body: string; sentAt: Instant },
) =>
  db.query.insertInto('message').values({
    id: message.id,
    share_id: message.shareId,
    sender_id: message.senderId,
    body: message.body,
    sent_at: message.sentAt,
  })

/** The four outcome checks of a placement, due so many weeks after it started. */
export const addOutcomeChecks = (
  db: Database,
  matchId: MatchId,
  startedOn: Day,
  by: EndedBy & { newId: () => string },
): Statement[] =>
  OUTCOME_WEEKS.flatMap((week) => {
    const id = by.newId()
    const plan = {
      at: by.at,
      actorId: by.actorId,
      action: 'outcome.plan',
      subject: `outcome-check:${id}`,
      version: 1,
      to: 'waiting',
    }
    return [
      recordAudit(db, plan),
      db.query
        .insertInto('outcome_check')
        .values({ id, match_id: matchId, week, due_on: addDays(startedOn, week * 7), state: 'waiting' }),
    ]
  })

export const setOutcomeDue = (db: Database, id: string, version: number) =>
  db.query.updateTable('outcome_check').set({ state: 'due', version }).where('id', '=', id)

export const recordOutcomeResult = (
  db: Database,
  id: string,
  outcome: { result: OutcomeResult; words: string; by: AccountId; at: Instant; version: number },
) =>
  db.query
    .updateTable('outcome_check')
    .set({
      state: 'recorded',
      result: outcome.result,
      words: outcome.words,
      recorded_by: outcome.by,
      recorded_at: outcome.at,
      version: outcome.version,
    })
    .where('id', '=', id)

/** When a placement has ended nobody asks again. */
export const dropOutcomeChecks = (
  db: Database,
  matchId: MatchId,
  { at, actorId, exceptWeek = 0 }: EndedBy & { exceptWeek?: OutcomeWeek | 0 },
): Statement[] => [
  raw(
    db,
    sql`INSERT INTO audit_event (at, actor_id, action, subject, version, from_state, to_state)
        SELECT ${at}, ${actorId}, 'outcome.drop', 'outcome-check:' || id, version + 1, state, 'not-needed'
        FROM outcome_check WHERE match_id = ${matchId} AND state IN ('waiting', 'due') AND week <> ${exceptWeek}`,
  ),
  db.query
    .updateTable('outcome_check')
    .set({ state: 'not-needed', version: sql<number>`version + 1` })
    .where('match_id', '=', matchId)
    .where('state', 'in', ['waiting', 'due'])
    .where('week', '<>', exceptWeek as OutcomeWeek),
]

const raw = (db: Database, query: RawBuilder<unknown>): Statement => ({
  compile: () => query.compile(db.query),
})

export const saveOpportunity = (
  db: Database,
  careLeaverId: CareLeaverId,
  opportunityId: OpportunityId,
  at: Instant,
) =>
  db.query
    .insertInto('saved_opportunity')
    .values({ care_leaver_id: careLeaverId, opportunity_id: opportunityId, saved_at: at })
    .onConflict((conflict) => conflict.doNothing())

export const unsaveOpportunity = (db: Database, careLeaverId: CareLeaverId, opportunityId: OpportunityId) =>
  db.query
    .deleteFrom('saved_opportunity')
    .where('care_leaver_id', '=', careLeaverId)
    .where('opportunity_id', '=', opportunityId)

/** Ends every live share of a person with somebody who is now on their list of those not to be told. */
export const endSharesWithTheBlocked = (db: Database, careLeaverId: CareLeaverId, by: EndedBy): Statement[] =>
  endLiveShares(
    db,
    sql`care_leaver_id = ${careLeaverId} AND (
      organisation_id IN (SELECT organisation_id FROM not_told WHERE care_leaver_id = ${careLeaverId} AND organisation_id IS NOT NULL)
      OR receiver_id IN (SELECT account_id FROM blocked_account WHERE care_leaver_id = ${careLeaverId}))`,
    by,
  )
