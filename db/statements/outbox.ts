import { sql } from 'kysely'
import type { Instant } from '../../src/domain/dates'
import type { Database } from '../database'

/** Takes a row for a while. A trigger refuses the lease when another worker raised the fence first. */
export const leaseOutboxRow = (db: Database, row: { id: string; fence: number }, until: Instant) =>
  db.query
    .updateTable('outbox')
    .set({ fence: row.fence + 1, lease_until: until, attempts: sql<number>`attempts + 1` })
    .where('id', '=', row.id)

type Leased = { id: string; fence: number }

/** The row as its worker leased it. Whoever lost the lease changes nothing: the row is another's by then. */
const leased = (db: Database, { id, fence }: Leased) =>
  db.query
    .updateTable('outbox')
    .where('id', '=', id)
    .where('fence', '=', fence + 1)

export const setOutboxDone = (db: Database, row: Leased, at: Instant) =>
  leased(db, row).set({ state: 'done', done_at: at, lease_until: null })

export const setOutboxLater = (db: Database, row: Leased, nextAt: Instant) =>
  leased(db, row).set({ next_at: nextAt, lease_until: null })

export const setOutboxDead = (db: Database, row: Leased) =>
  leased(db, row).set({ state: 'dead', lease_until: null })

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

/** Mail that was kept in the table may hold a code; a day is long enough to look at it. */
export const forgetSentMailBefore = (db: Database, before: Instant) =>
  db.query.deleteFrom('sent_mail').where('at', '<', before)
