import { sql } from 'kysely'
import type { AccountId } from '../../src/domain/ids'
import type { Instant } from '../../src/domain/dates'
import type { Database } from '../database'

export type NewSession = {
  id: string
  accountId: AccountId
  createdAt: Instant
  expiresAt: Instant
  absoluteExpiresAt: Instant
  assurance: number
  assuredAt: Instant
  device: string
  isOwnDevice: boolean
  lastSeenAt: Instant
}

/** The epoch is read from the account in the same statement: a session made during a suspension is dead at birth. */
export const addSession = (db: Database, session: NewSession) =>
  db.query
    .insertInto('session')
    .columns([
      'id',
      'account_id',
      'created_at',
      'expires_at',
      'absolute_expires_at',
      'auth_epoch',
      'assurance',
      'assured_at',
      'device',
      'is_own_device',
      'last_seen_at',
    ])
    .expression(
      db.query
        .selectFrom('account')
        .where('account.id', '=', session.accountId)
        .select([
          sql.val(session.id).as('id'),
          'account.id as account_id',
          sql.val(session.createdAt).as('created_at'),
          sql.val(session.expiresAt).as('expires_at'),
          sql.val(session.absoluteExpiresAt).as('absolute_expires_at'),
          'account.auth_epoch',
          sql.val(session.assurance).as('assurance'),
          sql.val(session.assuredAt).as('assured_at'),
          sql.val(session.device).as('device'),
          sql.val(session.isOwnDevice ? 1 : 0).as('is_own_device'),
          sql.val(session.lastSeenAt).as('last_seen_at'),
        ]),
    )

/** Never beyond the absolute end. */
export const extendSession = (db: Database, id: string, expiresAt: Instant) =>
  db.query
    .updateTable('session')
    .set({ expires_at: sql<string>`min(${expiresAt}, absolute_expires_at)` })
    .where('id', '=', id)

export const touchSession = (db: Database, id: string, at: Instant, idleUntil: Instant | null) =>
  db.query
    .updateTable('session')
    .set({
      last_seen_at: at,
      ...(idleUntil ? { expires_at: sql<string>`min(${idleUntil}, absolute_expires_at)` } : {}),
    })
    .where('id', '=', id)

export const deleteSession = (db: Database, id: string, accountId?: AccountId) =>
  db.query
    .deleteFrom('session')
    .where('id', '=', id)
    .$if(accountId !== undefined, (query) => query.where('account_id', '=', accountId as AccountId))

export const deleteSessionsOf = (db: Database, accountId: AccountId) =>
  db.query.deleteFrom('session').where('account_id', '=', accountId)

/** The oldest goes when somebody signs in on one device too many. */
export const keepNewestSessions = (db: Database, accountId: AccountId, count: number) =>
  db.query
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('id', 'not in', (query) =>
      query
        .selectFrom('session')
        .select('id')
        .where('account_id', '=', accountId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(count),
    )

export const deleteExpiredSessions = (db: Database, now: Instant) =>
  db.query
    .deleteFrom('session')
    .where((where) => where.or([where('expires_at', '<=', now), where('absolute_expires_at', '<=', now)]))
