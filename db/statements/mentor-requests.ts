import { sql } from 'kysely'
import type { Day, Instant } from '../../src/domain/dates'
import type { AccountId, CareLeaverId, MentorChoiceId, MentorId, MentorRequestId } from '../../src/domain/ids'
import type {
  ChoiceState,
  MentorEndCode,
  MentorRequest,
  MentorRequestState,
} from '../../src/domain/mentor-request'
import type { Database, Statement } from '../database'

export const addMentorRequest = (
  db: Database,
  request: Pick<MentorRequest, 'id' | 'careLeaverId' | 'kind' | 'languages' | 'help'> & {
    createdAt: Instant
  },
) =>
  db.query.insertInto('mentor_request').values({
    id: request.id,
    care_leaver_id: request.careLeaverId,
    kind: request.kind,
    languages: JSON.stringify(request.languages),
    help: JSON.stringify(request.help),
    state: 'open',
    state_since: request.createdAt,
    created_at: request.createdAt,
  })

export const setMentorRequestState = (
  db: Database,
  id: MentorRequestId,
  change: { state: MentorRequestState; since: Instant; version: number; endCode?: MentorEndCode },
) =>
  db.query
    .updateTable('mentor_request')
    .set({
      state: change.state,
      state_since: change.since,
      version: change.version,
      ...(change.endCode && { end_code: change.endCode }),
    })
    .where('id', '=', id)

/** Whoever has come onto the list of those not to be told is on offer no longer. */
export const releaseTheBlocked = (db: Database, careLeaverId: CareLeaverId) =>
  db.query
    .updateTable('mentor_choice')
    .set({ state: 'released' })
    .where('state', '=', 'offered')
    .where('request_id', 'in', (query) =>
      query
        .selectFrom('mentor_request')
        .select('mentor_request.id')
        .where('mentor_request.care_leaver_id', '=', careLeaverId),
    )
    .where('mentor_id', 'in', (query) =>
      query
        .selectFrom('not_told')
        .innerJoin('mentor', 'mentor.name_hash', 'not_told.match_hash')
        .where('not_told.care_leaver_id', '=', careLeaverId)
        .select('mentor.id'),
    )

/** Puts a mentor on offer: by the schema this takes one of their places, or fails. */
export const addMentorChoice = (
  db: Database,
  choice: {
    id: MentorChoiceId
    requestId: MentorRequestId
    mentorId: MentorId
    holdUntil: Day
    reason: string
    evidence: string
    offeredBy: AccountId
    createdAt: Instant
  },
) =>
  db.query.insertInto('mentor_choice').values({
    id: choice.id,
    request_id: choice.requestId,
    mentor_id: choice.mentorId,
    state: 'offered',
    hold_until: choice.holdUntil,
    reason: choice.reason,
    evidence: choice.evidence,
    offered_by: choice.offeredBy,
    created_at: choice.createdAt,
  })

export const setMentorChoiceState = (db: Database, id: MentorChoiceId, state: ChoiceState) =>
  db.query.updateTable('mentor_choice').set({ state }).where('id', '=', id)

/** Whatever of a request is in one state goes to another; a place that is given back is free at once. */
export const moveMentorChoices = (
  db: Database,
  requestId: MentorRequestId,
  { from, to }: { from: ChoiceState; to: ChoiceState },
) =>
  db.query
    .updateTable('mentor_choice')
    .set({ state: to })
    .where('request_id', '=', requestId)
    .where('state', '=', from)

/** What was asked for and ended before then, and mentors who ended before then and are in no choice that is kept. */
export function forgetMentoringBefore(db: Database, before: Instant): Statement[] {
  const requests = sql<MentorRequestId>`(SELECT id FROM mentor_request WHERE state IN ('withdrawn', 'ended') AND state_since < ${before})`
  const mentors = sql<MentorId>`(SELECT id FROM mentor WHERE stage = 'ended' AND stage_since < ${before} AND NOT EXISTS (SELECT 1 FROM mentor_choice WHERE mentor_id = mentor.id))`
  const wordsOf = (noun: string, ids: typeof requests | typeof mentors) =>
    db.query
      .deleteFrom('audit_words')
      .where('subject', 'in', sql<string>`(SELECT ${noun} || ':' || value.id FROM ${ids} AS value)`)
  return [
    wordsOf('mentor-request', requests),
    db.query.deleteFrom('mentor_choice').where('request_id', 'in', requests),
    db.query.deleteFrom('mentor_request').where('id', 'in', requests),
    wordsOf('mentor', mentors),
    db.query.deleteFrom('mentor_step').where('mentor_id', 'in', mentors),
    db.query.deleteFrom('mentor').where('id', 'in', mentors),
  ]
}
