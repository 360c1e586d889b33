import { sql } from 'kysely'
import type { AuditEvent } from '../../src/domain/audit-chain'
import type { AccountId, CareLeaverId, RoundId } from '../../src/domain/ids'
import type { Reader } from '../database'
import { hiddenFrom } from './blocked'

const EVENT = [
  'audit_event.id',
  'audit_event.at',
  'audit_event.actor_id as actorId',
  'audit_event.action',
  'audit_event.subject',
  'audit_event.version',
  'audit_event.from_state as fromState',
  'audit_event.to_state as toState',
  'audit_event.code',
] as const

/** Committed rows that have no seal yet, in order. */
export async function listUnsealed(db: Reader, limit: number): Promise<AuditEvent[]> {
  return db.query
    .selectFrom('audit_event')
    .where('audit_event.id', '>', (query) =>
      query
        .selectFrom('audit_seal')
        .select((select) => select.fn.coalesce(select.fn.max('event_id'), select.val(0)).as('id')),
    )
    .select(EVENT)
    .orderBy('audit_event.id')
    .limit(limit)
    .execute()
}

export async function findLastSeal(db: Reader) {
  return db.query
    .selectFrom('audit_seal')
    .select(['event_id as eventId', 'seal'])
    .orderBy('event_id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** A stretch of the chain for verifying, after the row `after`. */
export async function listSealed(db: Reader, after: number, limit: number) {
  return db.query
    .selectFrom('audit_event')
    .innerJoin('audit_seal', 'audit_seal.event_id', 'audit_event.id')
    .where('audit_event.id', '>', after)
    .select([...EVENT, 'audit_seal.seal'])
    .orderBy('audit_event.id')
    .limit(limit)
    .execute()
}

/** The version of something whose row does not carry one; 0 when nothing has happened to it. */
export async function findVersionOf(db: Reader, subject: string): Promise<number> {
  const row = await db.query
    .selectFrom('audit_event')
    .where('subject', '=', subject)
    .select((select) => select.fn.max<number | null>('version').as('version'))
    .executeTakeFirst()
  return row?.version ?? 0
}

/** The state something was in before it was last acted on so; undefined when it never was. */
export async function findStateBefore(
  db: Reader,
  subject: string,
  action: string,
): Promise<string | undefined> {
  const row = await db.query
    .selectFrom('audit_event')
    .where('subject', '=', subject)
    .where('action', '=', action)
    .select('from_state')
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row?.from_state ?? undefined
}

const histories = (db: Reader) =>
  db.query
    .selectFrom('audit_event')
    .leftJoin('account', 'account.id', 'audit_event.actor_id')
    .leftJoin('audit_words', (join) =>
      join
        .onRef('audit_words.subject', '=', 'audit_event.subject')
        .onRef('audit_words.version', '=', 'audit_event.version'),
    )
    .select([
      'audit_event.at',
      'audit_event.actor_id as actorId',
      'audit_event.action',
      'audit_event.version',
      'audit_event.from_state as fromState',
      'audit_event.to_state as toState',
      'audit_event.code',
      'account.name as actorName',
      'account.role as actorRole',
      'audit_words.words',
    ])

/** Everything that happened to one thing, the oldest first: who, when, from, to, why. */
export async function listHistory(db: Reader, subject: string) {
  return histories(db).where('audit_event.subject', '=', subject).orderBy('audit_event.version').execute()
}

/**
 * Everything that was decided on the suggestions of a round, the oldest first, with whom it was about. Why stays with each
 * suggestion, where the person reads that somebody looked.
 * @param viewerId whoever looks; of a person who does not want them told there is no name
 */
export async function listSuggestionHistory(db: Reader, roundId: RoundId, viewerId: AccountId) {
  const rows = await histories(db)
    .innerJoin('round_suggestion', (join) =>
      join.on(sql<string>`'round-suggestion:' || round_suggestion.id`, '=', sql.ref('audit_event.subject')),
    )
    .innerJoin('round_person', (join) =>
      join
        .onRef('round_person.round_id', '=', 'round_suggestion.round_id')
        .onRef('round_person.number', '=', 'round_suggestion.person'),
    )
    .leftJoin('care_leaver', (join) =>
      join
        .onRef('care_leaver.id', '=', 'round_person.care_leaver_id')
        .on('care_leaver.id', 'not in', hiddenFrom(viewerId)),
    )
    .where('round_suggestion.round_id', '=', roundId)
    .select(['round_person.number', 'care_leaver.preferred_name as preferredName'])
    .orderBy('audit_event.id')
    .execute()
  return rows.map((row) => ({ ...row, words: null }))
}

export type HistoryRow = Awaited<ReturnType<typeof listHistory>>[number]

/** What the audit calls everything that is about a person. */
export async function listSubjectsOf(
  db: Reader,
  id: CareLeaverId,
  accountId: AccountId | null,
): Promise<string[]> {
  const [matches, interests, shares, mentorRequests, suggestions] = await Promise.all([
    db.query.selectFrom('match').select('id').where('care_leaver_id', '=', id).execute(),
    db.query.selectFrom('interest').select('id').where('care_leaver_id', '=', id).execute(),
    db.query.selectFrom('share').select('id').where('care_leaver_id', '=', id).execute(),
    db.query.selectFrom('mentor_request').select('id').where('care_leaver_id', '=', id).execute(),
    db.query
      .selectFrom('round_suggestion')
      .innerJoin('round_person', (join) =>
        join
          .onRef('round_person.round_id', '=', 'round_suggestion.round_id')
          .onRef('round_person.number', '=', 'round_suggestion.person'),
      )
      .select('round_suggestion.id')
      .where('round_person.care_leaver_id', '=', id)
      .execute(),
  ])
  return [
    `care-leaver:${id}`,
    `no-match:${id}`,
    ...(accountId ? [`account:${accountId}`] : []),
    ...matches.map((row) => `match:${row.id}`),
    ...interests.map((row) => `interest:${row.id}`),
    ...shares.map((row) => `share:${row.id}`),
    ...mentorRequests.map((row) => `mentor-request:${row.id}`),
    ...suggestions.map((row) => `round-suggestion:${row.id}`),
  ]
}
