import { sql } from 'kysely'
import type { Day, Instant } from '../../src/domain/dates'
import type { AccountId, CareLeaverId, MatchId, OpportunityId } from '../../src/domain/ids'
import { sharingOf } from '../../src/domain/match'
import type { OpportunityContent } from '../../src/domain/opportunity'
import type { Reader } from '../database'
import { hiddenFrom } from './blocked'
import { placeAndStartIn, toPlaceAndStart } from './place-and-start'

/** Of a match and its opportunity: 1 while something is shared. */
export const HAS_LIVE_SHARE = sql<number>`
  EXISTS (SELECT 1 FROM share WHERE share.match_id = match.id AND share.ended_at IS NULL)`

/** Of a match and its opportunity: 1 when whoever looks after the offer is not to be told. */
export const IS_OWNER_BLOCKED = sql<number>`
  EXISTS (SELECT 1 FROM blocked_account b
          WHERE b.care_leaver_id = match.care_leaver_id AND b.account_id = opportunity.owner_id)`

const LAST_RECEIVER = sql<AccountId | null>`
  (SELECT receiver_id FROM share WHERE share.match_id = match.id ORDER BY started_at DESC LIMIT 1)`

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
      placeAndStartIn('opportunity.content').as('placeAndStart'),
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
      HAS_LIVE_SHARE.as('has_live_share'),
      IS_OWNER_BLOCKED.as('is_owner_blocked'),
      LAST_RECEIVER.as('last_receiver_id'),
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
  ...toPlaceAndStart(row.placeAndStart),
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

/** Everybody to whom something was offered since then, and whether any of it has started. */
export async function listReached(db: Reader, since: Instant) {
  const rows = await db.query
    .selectFrom('match')
    .where('created_at', '>=', since)
    .groupBy('care_leaver_id')
    .select(({ fn }) => [
      'care_leaver_id as careLeaverId',
      fn.max<string | null>('started_on').as('startedOn'),
    ])
    .execute()
  return new Map(
    rows.map((row) => [row.careLeaverId, row.startedOn === null ? 'offered' : 'placed'] as const),
  )
}
