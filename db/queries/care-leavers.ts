import type { CareLeaver, Profile, ProfileQuestion } from '../../src/domain/care-leaver'
import type { Instant } from '../../src/domain/dates'
import type { AccountId, CareLeaverId } from '../../src/domain/ids'
import { OPEN_INTEREST_STATES } from '../../src/domain/match'
import type { Secrets } from '../../src/domain/secrets'
import type { Reader } from '../database'

const careLeavers = (db: Reader) => db.query.selectFrom('care_leaver').selectAll('care_leaver')

type Row = Awaited<ReturnType<ReturnType<typeof careLeavers>['executeTakeFirstOrThrow']>>

const toCareLeaver = (row: Row): CareLeaver => ({
  id: row.id,
  caseReference: row.case_reference ?? '',
  accountId: row.account_id,
  preferredName: row.preferred_name,
  pronouns: row.pronouns,
  dateOfBirth: row.date_of_birth,
  statutoryCategory: row.statutory_category,
  categorySince: row.category_since,
  district: row.district,
  eetStatus: row.eet_status,
  adviserId: row.adviser_id,
  consideration: row.consideration,
  waitingSince: row.waiting_since,
  state: row.state,
  version: row.version,
  createdAt: row.created_at,
})

export async function findCareLeaver(db: Reader, id: CareLeaverId): Promise<CareLeaver | undefined> {
  const row = await careLeavers(db).where('id', '=', id).where('state', '<>', 'erased').executeTakeFirst()
  return row && toCareLeaver(row)
}

/** Only when this adviser has the person on their caseload. */
export async function findOnCaseload(
  db: Reader,
  adviserId: AccountId,
  id: CareLeaverId,
): Promise<CareLeaver | undefined> {
  const row = await careLeavers(db)
    .where('id', '=', id)
    .where('adviser_id', '=', adviserId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row && toCareLeaver(row)
}

/** An adviser's people, by name, with how far each is with the service. */
export async function listCaseload(db: Reader, adviserId: AccountId) {
  return db.query
    .selectFrom('care_leaver')
    .leftJoin('account', 'account.id', 'care_leaver.account_id')
    .where('care_leaver.adviser_id', '=', adviserId)
    .where('care_leaver.state', '=', 'active')
    .select((select) => [
      'care_leaver.id',
      'care_leaver.preferred_name as preferredName',
      'care_leaver.consideration',
      'care_leaver.waiting_since as waitingSince',
      'account.state as accountState',
      select
        .selectFrom('interest')
        .whereRef('interest.care_leaver_id', '=', 'care_leaver.id')
        .where('interest.state', 'in', OPEN_INTEREST_STATES)
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('openInterests'),
      select
        .selectFrom('match')
        .whereRef('match.care_leaver_id', '=', 'care_leaver.id')
        .where('match.state', '=', 'proposed')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('proposals'),
      // The link that waits to be used, dead by time or not.
      select
        .selectFrom('invitation')
        .whereRef('invitation.account_id', '=', 'care_leaver.account_id')
        .where('invitation.state', '=', 'open')
        .select((open) => open.fn.max<Instant | null>('invitation.expires_at').as('until'))
        .as('invitedUntil'),
    ])
    .orderBy('care_leaver.preferred_name')
    .orderBy('care_leaver.id')
    .execute()
}

export async function findProfile(db: Reader, careLeaverId: CareLeaverId): Promise<Profile> {
  const rows = await db.query
    .selectFrom('profile_answer')
    .select(['question', 'answer'])
    .where('care_leaver_id', '=', careLeaverId)
    .execute()
  return toProfile(rows)
}

export function toProfile(rows: readonly { question: ProfileQuestion; answer: string }[]): Profile {
  return Object.fromEntries(rows.map((row) => [row.question, JSON.parse(row.answer)])) as Profile
}

/** Whether an entry is on this person's own list. */
export async function hasNotTold(db: Reader, id: string, careLeaverId: CareLeaverId): Promise<boolean> {
  const row = await db.query
    .selectFrom('not_told')
    .where('id', '=', id)
    .where('care_leaver_id', '=', careLeaverId)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whom the person does not want told, opened for the person and their adviser. */
export async function listNotTold(db: Reader, secrets: Secrets, careLeaverId: CareLeaverId) {
  const rows = await db.query
    .selectFrom('not_told')
    .leftJoin('organisation', 'organisation.id', 'not_told.organisation_id')
    .where('not_told.care_leaver_id', '=', careLeaverId)
    .select([
      'not_told.id',
      'not_told.kind',
      'not_told.sealed_words as sealedWords',
      'organisation.name as organisationName',
    ])
    .orderBy('not_told.added_at')
    .execute()
  return Promise.all(
    rows.map(async ({ id, kind, organisationName, sealedWords }) => ({
      id,
      kind,
      words: organisationName ?? (sealedWords ? await secrets.open(sealedWords) : ''),
    })),
  )
}

const VIEWS_MAX = 10_000

/** Who looked at a person's information, at what and when, the newest first: for the person. */
export async function listViewsOf(db: Reader, careLeaverId: CareLeaverId) {
  return db.query
    .selectFrom('view_event')
    .innerJoin('account', 'account.id', 'view_event.actor_id')
    .where('view_event.care_leaver_id', '=', careLeaverId)
    .select(['view_event.at', 'view_event.what', 'account.name', 'account.role'])
    .orderBy('view_event.id', 'desc')
    .limit(VIEWS_MAX)
    .execute()
}
