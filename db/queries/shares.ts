import type { Day } from '../../src/domain/dates'
import type { AccountId, MatchId, OrganisationId } from '../../src/domain/ids'
import { INTRODUCED_STATES } from '../../src/domain/match'
import type { Support } from '../../src/domain/taxonomy'
import type { Reader } from '../database'

const liveShares = (db: Reader) =>
  db.query
    .selectFrom('share')
    .innerJoin('match', 'match.id', 'share.match_id')
    .innerJoin('opportunity', 'opportunity.id', 'match.opportunity_id')
    .innerJoin('account as broker', 'broker.id', 'match.broker_id')
    .where('share.ended_at', 'is', null)
    .select([
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
      'match.started_on',
      'opportunity.title',
      'broker.name as broker_name',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof liveShares>['executeTakeFirstOrThrow']>>

const toIntroduction = (row: Row) => ({
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
  startedOn: row.started_on,
  title: row.title,
  brokerName: row.broker_name,
})

/** What was shared of a person while the share lives. Which of it a champion reads is for policy/views.ts. */
export type Introduction = ReturnType<typeof toIntroduction>

/** A champion or partner, for the organisation they are of, on a day. */
export type ReceiverScope = { accountId: AccountId; organisationId: OrganisationId | null; today: Day }

/** Whose consent names this champion, is live, and does not have them on the list of those not to be told. */
const introductionsFor = (db: Reader, { accountId, organisationId, today }: ReceiverScope) =>
  liveShares(db)
    .where('share.receiver_id', '=', accountId)
    .where('share.organisation_id', '=', organisationId ?? ('' as OrganisationId))
    .where('share.ends_on', '>=', today)
    .where('match.state', 'in', INTRODUCED_STATES)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('blocked_account')
            .whereRef('blocked_account.care_leaver_id', '=', 'share.care_leaver_id')
            .where('blocked_account.account_id', '=', accountId)
            .select('blocked_account.account_id'),
        ),
      ),
    )

export async function listIntroductions(db: Reader, receiver: ReceiverScope): Promise<Introduction[]> {
  const rows = await introductionsFor(db, receiver).orderBy('share.started_at', 'desc').execute()
  return rows.map(toIntroduction)
}

export async function findIntroduction(
  db: Reader,
  receiver: ReceiverScope,
  reference: string,
): Promise<Introduction | undefined> {
  const row = await introductionsFor(db, receiver).where('share.reference', '=', reference).executeTakeFirst()
  return row && toIntroduction(row)
}

/** The live share of a match, for the person, their adviser and the team. */
export async function findLiveShare(db: Reader, matchId: MatchId) {
  const row = await liveShares(db)
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
