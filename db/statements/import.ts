import { sql } from 'kysely'
import type { Instant } from '../../src/domain/dates'
import type { AccountId, CareLeaverId } from '../../src/domain/ids'
import type { HomeDistrict, StatutoryCategory } from '../../src/domain/taxonomy'
import { type Database, type Statement, toStatement } from '../database'

export type ImportRow = {
  id: CareLeaverId
  caseReference: string
  preferredName: string
  dateOfBirth: string
  statutoryCategory: StatutoryCategory
  categorySince: string
  district: HomeDistrict
  adviserId: AccountId | null
}

/** Any number of people in one statement: D1 takes a hundred parameters, and one of them may be JSON. */
export function importCareLeavers(db: Database, rows: readonly ImportRow[], at: Instant): Statement {
  const values = rows.map((row) => [
    row.id,
    row.caseReference,
    row.preferredName,
    row.dateOfBirth,
    row.statutoryCategory,
    row.categorySince,
    row.district,
    row.adviserId,
  ])
  return toStatement(
    db,
    sql`INSERT INTO care_leaver (id, case_reference, preferred_name, date_of_birth, statutory_category,
                                 category_since, district, adviser_id, created_at)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4,
               value ->> 5, value ->> 6, value ->> 7, ${at}
        FROM json_each(${JSON.stringify(values)})`,
  )
}

/**
 * What the case system says of people who are here already. Somebody whom a person does not want told never becomes
 * their adviser: that person keeps the one they have.
 */
export function updateImported(
  db: Database,
  rows: readonly (Omit<ImportRow, 'caseReference' | 'preferredName'> & { version: number })[],
): Statement {
  const values = rows.map((row) => [
    row.id,
    row.version,
    row.dateOfBirth,
    row.statutoryCategory,
    row.categorySince,
    row.district,
    row.adviserId,
  ])
  return toStatement(
    db,
    sql`UPDATE care_leaver
        SET version = value ->> 1, date_of_birth = value ->> 2, statutory_category = value ->> 3,
            category_since = value ->> 4, district = value ->> 5,
            adviser_id = iif(EXISTS (SELECT 1 FROM blocked_account b
                                     WHERE b.care_leaver_id = care_leaver.id AND b.account_id = value ->> 6),
                             adviser_id, value ->> 6)
        FROM json_each(${JSON.stringify(values)})
        WHERE care_leaver.id = value ->> 0`,
  )
}

/** A row of each person's history; its version is the lock. */
export function importAudits(
  db: Database,
  rows: readonly { id: CareLeaverId; version: number }[],
  audit: { at: Instant; actorId: AccountId; action: string },
): Statement {
  const values = rows.map(({ id, version }) => [id, version])
  return toStatement(
    db,
    sql`
    INSERT INTO audit_event (at, actor_id, action, subject, version)
    SELECT ${audit.at}, ${audit.actorId}, ${audit.action}, 'care-leaver:' || (value ->> 0), value ->> 1
    FROM json_each(${JSON.stringify(values)})`,
  )
}
