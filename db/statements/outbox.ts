import { sql } from 'kysely'
import type { Instant } from '../../src/domain/dates'
import type { Database } from '../database'

/** Takes a row for a while. A trigger refuses the lease when another worker raised the fence first. */
export const leaseOutboxRow = (db: Database, row: { id: string; fence: number }, until: Instant) =>
  db.query
    .updateTable('outbox')
    .set({ fence: row.fence + 1, lease_until: until, attempts: sql<number>`attempts + 1` })
    .where('id', '=', row.id)

export const setOutboxDone = (db: Database, id: string, at: Instant) =>
  db.query.updateTable('outbox').set({ state: 'done', done_at: at, lease_until: null }).where('id', '=', id)

export const setOutboxLater = (db: Database, id: string, nextAt: Instant) =>
  db.query.updateTable('outbox').set({ next_at: nextAt, lease_until: null }).where('id', '=', id)

export const setOutboxDead = (db: Database, id: string) =>
  db.query.updateTable('outbox').set({ state: 'dead', lease_until: null }).where('id', '=', id)

export const forgetOutboxBefore = (db: Database, before: Instant) =>
  db.query.deleteFrom('outbox').where('state', '=', 'done').where('done_at', '<', before)

export const forgetAnswersBefore = (db: Database, before: Instant) =>
  db.query.deleteFrom('idempotency').where('at', '<', before)

export const forgetSignInRequestsBefore = (db: Database, before: Instant) =>
  db.query.deleteFrom('sign_in_request').where('asked_at', '<', before)

export const addSentMail = (
  db: Database,
  mail: { id: string; at: Instant; to: string; subject: string; body: string },
) =>
  db.query
    .insertInto('sent_mail')
    .values({ id: mail.id, at: mail.at, receiver: mail.to, subject: mail.subject, body: mail.body })
