import type { Instant } from '../../src/domain/dates'
import type { Reader } from '../database'

/** What is due and nobody holds, the oldest first. */
export async function listDueOutboxRows(db: Reader, now: Instant, limit: number) {
  const rows = await db.query
    .selectFrom('outbox')
    .select(['id', 'topic', 'payload', 'attempts', 'fence', 'created_at'])
    .where('state', '=', 'pending')
    .where('next_at', '<=', now)
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    topic: row.topic,
    payload: JSON.parse(row.payload) as Record<string, string>,
    attempts: row.attempts,
    fence: row.fence,
    createdAt: row.created_at,
  }))
}

export type OutboxRow = Awaited<ReturnType<typeof listDueOutboxRows>>[number]

export async function listSentMail(db: Reader) {
  const rows = await db.query.selectFrom('sent_mail').selectAll().orderBy('at', 'desc').limit(200).execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    to: row.receiver,
    subject: row.subject,
    body: row.body,
  }))
}
