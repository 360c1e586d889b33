import { sql } from 'kysely'
import type { AccountId, CareLeaverId } from '../../src/domain/ids'
import type { Database, Statement } from '../database'

export type Erasing = {
  id: CareLeaverId
  accountId: AccountId | null
  version: number
  subjects: readonly string[]
}

/** Rows that are only about the person go; rows that others depend on are emptied of everything but ids and states. */
export function eraseStatements(db: Database, { id, accountId, version, subjects }: Erasing): Statement[] {
  const ofPerson = (
    table:
      | 'profile_answer'
      | 'eligibility_fact'
      | 'not_told'
      | 'saved_opportunity'
      | 'saved_search'
      | 'check_task'
      | 'view_event'
      | 'no_match',
  ) => db.query.deleteFrom(table).where('care_leaver_id', '=', id)
  return [
    ofPerson('profile_answer'),
    ofPerson('eligibility_fact'),
    ofPerson('not_told'),
    ofPerson('saved_opportunity'),
    ofPerson('saved_search'),
    ofPerson('check_task'),
    ofPerson('view_event'),
    ofPerson('no_match'),
    ...emptyMatches(db, id),
    ...leaveMentors(db, id),
    ...leaveRounds(db, id),
    db.query
      .deleteFrom('audit_words')
      .where('subject', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(subjects)}))`),
    ...(accountId ? eraseAccount(db, accountId) : []),
    db.query
      .updateTable('care_leaver')
      .set({
        case_reference: null,
        preferred_name: '',
        pronouns: '',
        date_of_birth: '',
        category_since: '',
        district: 'unknown',
        eet_status: '0',
        adviser_id: null,
        consideration: 'no',
        considered_at: null,
        waiting_since: null,
        state: 'erased',
        version,
      })
      .where('id', '=', id),
  ]
}

/** What came of somebody: rows of ids and states stay, so that places and figures stay whole. */
function emptyMatches(db: Database, id: CareLeaverId): Statement[] {
  return [
    db.query
      .deleteFrom('message')
      .where('share_id', 'in', (query) =>
        query.selectFrom('share').select('share.id').where('share.care_leaver_id', '=', id),
      ),
    db.query
      .updateTable('share')
      .set({ name_used: '', pronouns: '', words: '', words_hash: '', supports: '[]', their_words: '' })
      .where('care_leaver_id', '=', id),
    db.query.updateTable('interest').set({ words: '', answer_words: '' }).where('care_leaver_id', '=', id),
    db.query
      .updateTable('outcome_check')
      .set({ words: '' })
      .where('match_id', 'in', (query) =>
        query.selectFrom('match').select('match.id').where('match.care_leaver_id', '=', id),
      ),
    db.query
      .updateTable('match')
      .set({
        reason: '',
        words_to_person: '',
        decline_words: '',
        evidence: '{}',
        started_on: sql<string | null>`iif(state = 'started', started_on, NULL)`,
        ended_on: null,
      })
      .where('care_leaver_id', '=', id),
  ]
}

/** The numbers of a round stay, so that it can be run again; nothing says any more whose they were. */
function leaveRounds(db: Database, id: CareLeaverId): Statement[] {
  return [
    db.query
      .updateTable('round_suggestion')
      .set({ match_id: null })
      .where('match_id', 'in', (query) =>
        query.selectFrom('match').select('match.id').where('match.care_leaver_id', '=', id),
      ),
    db.query.updateTable('round_person').set({ care_leaver_id: null }).where('care_leaver_id', '=', id),
  ]
}

/** Places of mentors are given back; what was asked for goes. */
function leaveMentors(db: Database, id: CareLeaverId): Statement[] {
  const ofPerson = db.query.selectFrom('mentor_request').select('id').where('care_leaver_id', '=', id)
  const move = (from: 'offered' | 'chosen', to: 'released' | 'ended') =>
    db.query
      .updateTable('mentor_choice')
      .set({ state: to })
      .where('state', '=', from)
      .where('request_id', 'in', ofPerson)
  return [
    move('offered', 'released'),
    move('chosen', 'ended'),
    db.query
      .updateTable('mentor_choice')
      .set({ reason: '', evidence: '{}' })
      .where('request_id', 'in', ofPerson),
    db.query
      .updateTable('mentor_request')
      .set({ languages: '[]', help: '[]', end_code: null, state: 'ended' })
      .where('care_leaver_id', '=', id),
  ]
}

function eraseAccount(db: Database, accountId: AccountId): Statement[] {
  return [
    db.query.deleteFrom('session').where('account_id', '=', accountId),
    db.query.deleteFrom('sign_in_request').where('account_id', '=', accountId),
    db.query.deleteFrom('idempotency').where('account', '=', accountId),
  ]
}

/** Goes before the account is emptied: mail is found by its address. */
export const forgetMailOf = (db: Database, accountId: AccountId): Statement =>
  db.query.deleteFrom('sent_mail').where('receiver', 'in', (query) =>
    query
      .selectFrom('account')
      .where('account.id', '=', accountId)
      .where('account.email', 'is not', null)
      .select(sql<string>`email`.as('email')),
  )
