import type { AccountId } from '../../src/domain/ids'
import type { KnownPerson } from '../../src/domain/import-plan'
import type { Reader } from '../database'

/** Advisers by their mail address, for the column of an import. */
export async function listAdviserAddresses(db: Reader): Promise<Map<string, AccountId>> {
  const rows = await db.query
    .selectFrom('account')
    .where('role', '=', 'adviser')
    .where('state', 'in', ['active', 'invited'])
    .select(['id', 'email'])
    .execute()
  return new Map(rows.flatMap(({ id, email }) => (email ? [[email, id] as const] : [])))
}

/** Everybody who has a case reference here, by it. */
export async function listKnownPeople(db: Reader): Promise<Map<string, KnownPerson>> {
  const never = await db.query
    .selectFrom('blocked_account')
    .innerJoin('account', 'account.id', 'blocked_account.account_id')
    .where('account.role', '=', 'adviser')
    .select(['blocked_account.care_leaver_id', 'blocked_account.account_id'])
    .execute()
  const neverFor = new Map<string, AccountId[]>()
  for (const { care_leaver_id: person, account_id: adviser } of never)
    neverFor.set(person, [...(neverFor.get(person) ?? []), adviser])
  const rows = await db.query
    .selectFrom('care_leaver')
    .where('case_reference', 'is not', null)
    .select([
      'id',
      'version',
      'state',
      'case_reference',
      'date_of_birth',
      'statutory_category',
      'category_since',
      'district',
      'adviser_id',
    ])
    .execute()
  return new Map(
    rows.map((row) => [
      row.case_reference as string,
      {
        id: row.id,
        version: row.version,
        isClosed: row.state !== 'active',
        caseReference: row.case_reference as string,
        dateOfBirth: row.date_of_birth,
        statutoryCategory: row.statutory_category,
        categorySince: row.category_since,
        district: row.district,
        adviserId: row.adviser_id,
        neverAdvisers: neverFor.get(row.id) ?? [],
      },
    ]),
  )
}
