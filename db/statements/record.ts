import { sql } from 'kysely'
import type { Instant } from '../../src/domain/dates'
import type { FormAnswer } from '../../src/domain/form-answer'
import type { AccountId, CareLeaverId } from '../../src/domain/ids'
import { type Database, type Statement, toStatement } from '../database'

export type AuditRow = {
  at: string
  actorId: string
  action: string
  subject: string
  version: number
  from?: string
  to?: string
  code?: string
}

/** Who ended something that carries its own audit row, and when. */
export type EndedBy = { at: Instant; actorId: AccountId }

/** The row that is the lock: its unique key over subject and version decides who came first. */
export const recordAudit = (db: Database, row: AuditRow) =>
  db.query.insertInto('audit_event').values({
    at: row.at,
    actor_id: row.actorId,
    action: row.action,
    subject: row.subject,
    version: row.version,
    from_state: row.from ?? null,
    to_state: row.to ?? null,
    code: row.code ?? null,
  })

export const recordAuditWords = (db: Database, subject: string, version: number, words: string) =>
  db.query.insertInto('audit_words').values({ subject, version, words })

/** Keeps a form's answer, so that the same post gets it again. */
export const recordAnswer = (db: Database, answer: FormAnswer, at: string) =>
  db.query.insertInto('idempotency').values({
    key: answer.key,
    account: answer.account,
    route: answer.route,
    body_hash: answer.bodyHash,
    status: answer.status,
    location: answer.location,
    notice: answer.notice,
    at,
  })

/** Notes that somebody looked at a person's information. */
export const recordView = (
  db: Database,
  view: { at: string; actorId: string; careLeaverId: CareLeaverId; what: string },
) =>
  db.query
    .insertInto('view_event')
    .values({ at: view.at, actor_id: view.actorId, care_leaver_id: view.careLeaverId, what: view.what })

/** News for after the commit. The payload holds ids only. */
export const enqueue = (
  db: Database,
  id: string,
  at: string,
  topic: string,
  payload: Record<string, string>,
) =>
  db.query
    .insertInto('outbox')
    .values({ id, topic, payload: JSON.stringify(payload), state: 'pending', next_at: at, created_at: at })

/** Any number of seals in one statement: D1 takes a hundred parameters, and one of them may be JSON. */
export const addSeals = (db: Database, seals: readonly { eventId: number; seal: string }[]): Statement => {
  const values = seals.map(({ eventId, seal }) => [eventId, seal])
  return toStatement(
    db,
    sql`INSERT INTO audit_seal (event_id, seal)
        SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(values)})`,
  )
}
