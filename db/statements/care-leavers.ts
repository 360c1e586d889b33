import { sql } from 'kysely'
import type { Consideration, ProfileQuestion } from '../../src/domain/care-leaver'
import type { Day, Instant } from '../../src/domain/dates'
import type { AccountId, CareLeaverId, OrganisationId } from '../../src/domain/ids'
import type { EetStatus, HomeDistrict, StatutoryCategory } from '../../src/domain/taxonomy'
import type { Database } from '../database'

export type NewCareLeaver = {
  id: CareLeaverId
  caseReference: string
  preferredName: string
  dateOfBirth: Day
  statutoryCategory: StatutoryCategory
  categorySince: Day
  district: HomeDistrict
  eetStatus: EetStatus
  adviserId: AccountId | null
  createdAt: Instant
}

export const addCareLeaver = (db: Database, person: NewCareLeaver) =>
  db.query.insertInto('care_leaver').values({
    id: person.id,
    case_reference: person.caseReference,
    preferred_name: person.preferredName,
    date_of_birth: person.dateOfBirth,
    statutory_category: person.statutoryCategory,
    category_since: person.categorySince,
    district: person.district,
    eet_status: person.eetStatus,
    adviser_id: person.adviserId,
    created_at: person.createdAt,
  })

export const setCareLeaverAccount = (db: Database, id: CareLeaverId, accountId: AccountId, version: number) =>
  db.query.updateTable('care_leaver').set({ account_id: accountId, version }).where('id', '=', id)

/**
 * A yes makes somebody wait from the first day in a row that they said it; whoever has started something does not wait
 * until that has ended. A no ends the wait.
 */
export const setConsideration = (
  db: Database,
  id: CareLeaverId,
  answer: { consideration: Exclude<Consideration, 'not-asked'>; at: Instant; day: Day; version: number },
) =>
  db.query
    .updateTable('care_leaver')
    .set({
      consideration: answer.consideration,
      considered_at: answer.at,
      waiting_since:
        answer.consideration === 'yes'
          ? sql<Day | null>`iif(
              EXISTS (SELECT 1 FROM match WHERE match.care_leaver_id = care_leaver.id AND match.state = 'started'),
              NULL, coalesce(waiting_since, ${answer.day}))`
          : null,
      version: answer.version,
    })
    .where('id', '=', id)

/**
 * Waiting ends when somebody starts and begins again when that has ended. Whoever has said no to being suggested waits
 * for nothing.
 */
export const setWaitingSince = (db: Database, id: CareLeaverId, day: Day | null) =>
  db.query
    .updateTable('care_leaver')
    .set({ waiting_since: sql<Day | null>`iif(consideration = 'yes', ${day}, NULL)` })
    .where('id', '=', id)

export const setAdviser = (db: Database, id: CareLeaverId, adviserId: AccountId | null, version: number) =>
  db.query.updateTable('care_leaver').set({ adviser_id: adviserId, version }).where('id', '=', id)

export const saveProfileAnswer = (
  db: Database,
  answer: {
    careLeaverId: CareLeaverId
    question: ProfileQuestion
    answer: unknown
    answeredAt: Instant
    answeredBy: AccountId
    theirWords: string
  },
) => {
  const values = {
    answer: JSON.stringify(answer.answer),
    answered_at: answer.answeredAt,
    answered_by: answer.answeredBy,
    their_words: answer.theirWords,
  }
  return db.query
    .insertInto('profile_answer')
    .values({ care_leaver_id: answer.careLeaverId, question: answer.question, ...values })
    .onConflict((conflict) => conflict.columns(['care_leaver_id', 'question']).doUpdateSet(values))
}

export const forgetProfileAnswer = (db: Database, careLeaverId: CareLeaverId, question: ProfileQuestion) =>
  db.query
    .deleteFrom('profile_answer')
    .where('care_leaver_id', '=', careLeaverId)
    .where('question', '=', question)

export type FactName = 'right-to-work' | 'qualification' | 'dbs' | 'availability'

export const saveFact = (
  db: Database,
  fact: {
    careLeaverId: CareLeaverId
    fact: FactName
    sealed: string
    recordedBy: AccountId
    recordedAt: Instant
  },
) => {
  const values = { sealed: fact.sealed, recorded_by: fact.recordedBy, recorded_at: fact.recordedAt }
  return db.query
    .insertInto('eligibility_fact')
    .values({ care_leaver_id: fact.careLeaverId, fact: fact.fact, ...values })
    .onConflict((conflict) => conflict.columns(['care_leaver_id', 'fact']).doUpdateSet(values))
}

export type NewNotTold = {
  id: string
  careLeaverId: CareLeaverId
  kind: 'person' | 'email' | 'organisation'
  organisationId: OrganisationId | null
  matchHash: string | null
  sealedWords: string | null
  addedBy: AccountId
  addedAt: Instant
}

export const addNotTold = (db: Database, entry: NewNotTold) =>
  db.query.insertInto('not_told').values({
    id: entry.id,
    care_leaver_id: entry.careLeaverId,
    kind: entry.kind,
    organisation_id: entry.organisationId,
    match_hash: entry.matchHash,
    sealed_words: entry.sealedWords,
    added_by: entry.addedBy,
    added_at: entry.addedAt,
  })

/** Only the person's own entry: another's id changes nothing. */
export const removeNotTold = (db: Database, id: string, careLeaverId: CareLeaverId) =>
  db.query.deleteFrom('not_told').where('id', '=', id).where('care_leaver_id', '=', careLeaverId)

/** From then on nobody is told about them and nobody finds them. What is kept goes when they are erased. */
export const closeCareLeaver = (db: Database, id: CareLeaverId, version: number) =>
  db.query
    .updateTable('care_leaver')
    .set({ state: 'closed', consideration: 'no', waiting_since: null, version })
    .where('id', '=', id)
