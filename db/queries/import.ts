import type { AccountId } from '../../src/domain/ids'
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

/** Every case reference that is in the service. */
export async function listCaseReferences(db: Reader): Promise<Set<string>> {
  const rows = await db.query
    .selectFrom('care_leaver')
    .where('case_reference', 'is not', null)
    .select('case_reference')
    .execute()
  return new Set(rows.flatMap((row) => row.case_reference ?? []))
}
