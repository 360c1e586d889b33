import { sql } from 'kysely'
import type { AccountId, CareLeaverId } from '../../src/domain/ids'
import type { Reader } from '../database'

/**
 * What changes whenever anything does that the engine looks at: every change of a person, a match or the rules leaves an
 * audit row, and every change of an offer moves the version of the index, whichever process made it.
 */
export async function coverageVersionOf(db: Reader): Promise<string> {
  const row = await db.query
    .selectFrom('index_version')
    .select(['version', sql<number>`(SELECT coalesce(max(id), 0) FROM audit_event)`.as('last_change')])
    .executeTakeFirstOrThrow()
  return `${row.version} ${row.last_change}`
}

/** The people who must look to this account as if they were not here. */
export async function listHiddenFrom(db: Reader, viewerId: AccountId): Promise<CareLeaverId[]> {
  const rows = await db.query
    .selectFrom('blocked_account')
    .where('account_id', '=', viewerId)
    .select('care_leaver_id')
    .distinct()
    .orderBy('care_leaver_id')
    .execute()
  return rows.map((row) => row.care_leaver_id)
}
