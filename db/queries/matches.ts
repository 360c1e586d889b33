import { sql } from 'kysely'
import type { Day } from '../../src/domain/dates'
import type { AccountId, CareLeaverId, MatchId, OpportunityId, OrganisationId } from '../../src/domain/ids'
import { INTRODUCED_STATES, sharingOf } from '../../src/domain/match'
import type { OpportunityContent } from '../../src/domain/opportunity'
import type { Support } from '../../src/domain/taxonomy'
import type { Reader } from '../database'
import { hiddenFrom } from './blocked'

const matches = (db: Reader) =>
  db.query
    .selectFrom('match')
    .innerJoin('opportunity', 'opportunity.id', 'match.opportunity_id')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .innerJoin('care_leaver', 'care_leaver.id', 'match.care_leaver_id')
    .innerJoin('account as owner', 'owner.id', 'opportunity.owner_id')
    .innerJoin('account as broker', 'broker.id', 'match.broker_id')
    .leftJoin('account as person', 'person.id', 'care_leaver.account_id')
    .select([
      'match.id',
      'match.opportunity_id',
      'match.care_leaver_id',
      'match.interest_id',
      'match.state',
      'match.state_since',
      'match.broker_id',
      'broker.name as broker_name',
      'match.reason',
      'match.words_to_person',
      'match.hold_until',
      'match.evidence',
      'match.decline_code',
      'match.decline_words',
      'match.started_on',
      'match.ended_on',
      'match.version',
      'match.created_at',
      'opportunity.title',
      'opportunity.content',
      'opportunity.state as opportunity_state',
      'opportunity.owner_id',
      'owner.name as owner_name',
      'opportunity.organisation_id',
      'organisation.name as organisation_name',
      'care_leaver.preferred_name',
      'care_leaver.pronouns',
      'care_leaver.account_id',
      'person.state as account_state',
      'care_leaver.adviser_id',
      sql<number>`EXISTS (SELECT 1 FROM share WHERE share.match_id = match.id AND share.ended_at IS NULL)`.as(
        'has_live_share',
      ),
      sql<number>`EXISTS (SELECT 1 FROM blocked_account b WHERE b.care_leaver_id = match.care_leaver_id AND b.account_id = opportunity.owner_id)`.as(
        'is_owner_blocked',
      ),
      sql<AccountId | null>`(SELECT receiver_id FROM share WHERE share.match_id = match.id ORDER BY started_at DESC LIMIT 1)`.as(
        'last_receiver_id',
      ),
      'owner.state as owner_state',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof matches>['executeTakeFirstOrThrow']>>

const toMatch = (row: Row) => ({
  id: row.id,
  opportunityId: row.opportunity_id,
  careLeaverId: row.care_leaver_id,
  interestId: row.interest_id,
  state: row.state,
  stateSince: row.state_since,
  brokerId: row.broker_id,
  brokerName: row.broker_name,
  reason: row.reason,
  wordsToPerson: row.words_to_person,
  holdUntil: row.hold_until,
  evidence: row.evidence,
  declineCode: row.decline_code,
  declineWords: row.decline_words,
  startedOn: row.started_on,
  endedOn: row.ended_on,
  version: row.version,
  createdAt: row.created_at,
  title: row.title,
  content: JSON.parse(row.content ?? '{}') as OpportunityContent,
  opportunityState: row.opportunity_state,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  preferredName: row.preferred_name,
  pronouns: row.pronouns,
  accountId: row.account_id,
  accountState: row.account_state,
  adviserId: row.adviser_id,
  sharing: sharingOf({
    state: row.state,
    hasLiveShare: row.has_live_share === 1,
    isOwnerBlocked: row.is_owner_blocked === 1,
    isOwnerActive: row.owner_state === 'active',
    isSameReceiver: row.last_receiver_id === row.owner_id,
  }),
})

/** A match with what its pages need. Which of it a reader may see is for policy/views.ts. */
export type MatchRecord = ReturnType<typeof toMatch>

export async function findMatch(db: Reader, id: MatchId): Promise<MatchRecord | undefined> {
  const row = await matches(db).where('match.id', '=', id).executeTakeFirst()
  return row && toMatch(row)
}

/** Only the person's own. */
export async function findOwnMatch(
  db: Reader,
  careLeaverId: CareLeaverId,
  id: MatchId,
): Promise<MatchRecord | undefined> {
  const row = await matches(db)
    .where('match.id', '=', id)
    .where('match.care_leaver_id', '=', careLeaverId)
    .executeTakeFirst()
  return row && toMatch(row)
}

/** A person's matches, what moved last first. All of them: closing a record ends whatever is live in this list. */
export async function listMatchesOf(db: Reader, careLeaverId: CareLeaverId): Promise<MatchRecord[]> {
  const rows = await matches(db)
    .where('match.care_leaver_id', '=', careLeaverId)
    .orderBy('match.state_since', 'desc')
    .execute()
  return rows.map(toMatch)
}

/** An opportunity's matches, for the team. */
export async function listMatchesFor(
  db: Reader,
  opportunityId: OpportunityId,
  viewerId: AccountId,
): Promise<MatchRecord[]> {
  const rows = await matches(db)
    .where('match.opportunity_id', '=', opportunityId)
    .where('match.care_leaver_id', 'not in', hiddenFrom(viewerId))
    .orderBy('match.state_since', 'desc')
    .limit(200)
    .execute()
  return rows.map(toMatch)
}

/** Proposals whose day has passed without an answer. */
export async function listEndedHolds(db: Reader, today: Day) {
  const rows = await matches(db)
    .where('match.state', '=', 'proposed')
    .where('match.hold_until', '<', today)
    .limit(200)
    .execute()
  return rows.map(toMatch)
}

const shares = (db: Reader) =>
  db.query
    .selectFrom('share')
    .innerJoin('match', 'match.id', 'share.match_id')
    .innerJoin('opportunity', 'opportunity.id', 'match.opportunity_id')
    .innerJoin('account as broker', 'broker.id', 'match.broker_id')
    .where('share.ended_at', 'is', null)

const SHARE_COLUMNS = [
  'share.id',
  'share.reference',
  'share.match_id',
  'share.care_leaver_id',
  'share.receiver_id',
  'share.name_used',
  'share.pronouns',
  'share.words',
  'share.supports',
  'share.started_at',
  'share.ends_on',
  'match.state',
  'match.version',
  'match.started_on',
  'opportunity.id as opportunity_id',
  'opportunity.title',
  'broker.name as broker_name',
] as const

type ShareRow = Awaited<ReturnType<ReturnType<typeof selectShares>['executeTakeFirstOrThrow']>>

const selectShares = (db: Reader) => shares(db).select(SHARE_COLUMNS)

/** Exactly what a champion may see of a person while the share lives. */
const toIntroduction = (row: ShareRow) => ({
  shareId: row.id,
  reference: row.reference,
  matchId: row.match_id,
  careLeaverId: row.care_leaver_id,
  receiverId: row.receiver_id,
  nameUsed: row.name_used,
  pronouns: row.pronouns,
  words: row.words,
  supports: JSON.parse(row.supports) as Support[],
  startedAt: row.started_at,
  endsOn: row.ends_on,
  state: row.state,
  matchVersion: row.version,
  startedOn: row.started_on,
  opportunityId: row.opportunity_id,
  title: row.title,
  brokerName: row.broker_name,
})

export type Introduction = ReturnType<typeof toIntroduction>

/** Whose consent names this champion, is live, and does not have them on the list of those not to be told. */
const introductionsFor = (
  db: Reader,
  receiverId: AccountId,
  organisationId: OrganisationId | null,
  today: Day,
) =>
  selectShares(db)
    .where('share.receiver_id', '=', receiverId)
    .where('share.organisation_id', '=', organisationId ?? ('' as OrganisationId))
    .where('share.ends_on', '>=', today)
    .where('match.state', 'in', [...INTRODUCED_STATES])
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('blocked_account')
            .whereRef('blocked_account.care_leaver_id', '=', 'share.care_leaver_id')
            .where('blocked_account.account_id', '=', receiverId)
            .select('blocked_account.account_id'),
        ),
      ),
    )

export async function listIntroductions(
  db: Reader,
  receiver: { accountId: AccountId; organisationId: OrganisationId | null; today: Day },
): Promise<Introduction[]> {
  const rows = await introductionsFor(db, receiver.accountId, receiver.organisationId, receiver.today)
    .orderBy('share.started_at', 'desc')
    .execute()
  return rows.map(toIntroduction)
}

export async function findIntroduction(
  db: Reader,
  receiver: { accountId: AccountId; organisationId: OrganisationId | null; today: Day },
  reference: string,
): Promise<Introduction | undefined> {
  const row = await introductionsFor(db, receiver.accountId, receiver.organisationId, receiver.today)
    .where('share.reference', '=', reference)
    .executeTakeFirst()
  return row && toIntroduction(row)
}

/** The live share of a match, for the person, their adviser and the team. */
export async function findLiveShare(db: Reader, matchId: MatchId) {
  const row = await selectShares(db)
    .innerJoin('account as receiver', 'receiver.id', 'share.receiver_id')
    .innerJoin('organisation', 'organisation.id', 'share.organisation_id')
    .select(['receiver.name as receiver_name', 'organisation.name as organisation_name'])
    .where('share.match_id', '=', matchId)
    .executeTakeFirst()
  return (
    row && {
      ...toIntroduction(row),
      receiverName: row.receiver_name,
      organisationName: row.organisation_name,
    }
  )
}

/** Shares whose last day has passed. */
export async function listEndedShares(db: Reader, today: Day) {
  return db.query
    .selectFrom('share')
    .where('ended_at', 'is', null)
    .where('ends_on', '<', today)
    .select(['match_id as matchId'])
    .limit(200)
    .execute()
}

export async function listMessages(db: Reader, matchId: MatchId) {
  return db.query
    .selectFrom('message')
    .innerJoin('share', 'share.id', 'message.share_id')
    .innerJoin('account', 'account.id', 'message.sender_id')
    .where('share.match_id', '=', matchId)
    .where('share.ended_at', 'is', null)
    .select(['message.id', 'message.body', 'message.sent_at as sentAt', 'account.role as senderRole'])
    .orderBy('message.sent_at')
    .orderBy('message.id')
    .execute()
}

export async function listOutcomeChecks(db: Reader, matchId: MatchId) {
  const rows = await db.query
    .selectFrom('outcome_check')
    .selectAll()
    .where('match_id', '=', matchId)
    .orderBy('week')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    week: row.week,
    dueOn: row.due_on,
    state: row.state,
    result: row.result,
    words: row.words,
    recordedAt: row.recorded_at,
    version: row.version,
  }))
}

/** Checks that have come due and are not in the queue yet. */
export async function listChecksFallingDue(db: Reader, today: Day) {
  return db.query
    .selectFrom('outcome_check')
    .where('state', '=', 'waiting')
    .where('due_on', '<=', today)
    .select(['id', 'version'])
    .limit(200)
    .execute()
}
