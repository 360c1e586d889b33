import type { AccountId } from '../../src/domain/ids'
import type { Instant } from '../../src/domain/dates'
import type { Reader } from '../database'

const liveSessions = (db: Reader, now: Instant) =>
  db.query
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .leftJoin('care_leaver', 'care_leaver.account_id', 'account.id')
    .where('session.expires_at', '>', now)
    .where('session.absolute_expires_at', '>', now)
    .where('account.state', '=', 'active')
    .whereRef('session.auth_epoch', '=', 'account.auth_epoch')
    .select([
      'session.id',
      'session.account_id',
      'session.created_at',
      'session.expires_at',
      'session.absolute_expires_at',
      'session.assurance',
      'session.assured_at',
      'session.device',
      'session.is_own_device',
      'session.last_seen_at',
      'account.name',
      'account.role',
      'account.organisation_id',
      'account.state',
      'care_leaver.id as care_leaver_id',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof liveSessions>['executeTakeFirstOrThrow']>>

/** The session with its account, in one statement, when every condition for its being alive holds. */
export async function findSessionAndAccount(db: Reader, id: string, now: Instant) {
  const row = await liveSessions(db, now).where('session.id', '=', id).executeTakeFirst()
  return row && toSession(row)
}

/** Whether there is a row, alive or not. */
export async function hasSession(db: Reader, id: string): Promise<boolean> {
  const row = await db.query.selectFrom('session').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** A person's live sessions, the newest first. */
export async function listSessionsOf(db: Reader, accountId: AccountId, now: Instant) {
  const rows = await liveSessions(db, now)
    .where('session.account_id', '=', accountId)
    .orderBy('session.last_seen_at', 'desc')
    .execute()
  return rows.map(toSession)
}

function toSession(row: Row) {
  return {
    id: row.id,
    accountId: row.account_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    absoluteExpiresAt: row.absolute_expires_at,
    assurance: row.assurance,
    assuredAt: row.assured_at,
    device: row.device,
    isOwnDevice: row.is_own_device === 1,
    lastSeenAt: row.last_seen_at,
    account: {
      name: row.name,
      role: row.role,
      organisationId: row.organisation_id,
      state: row.state,
      careLeaverId: row.care_leaver_id,
    },
  }
}
