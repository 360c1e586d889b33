import type { AccountId, CareLeaverId } from '../../src/domain/ids'
import type { Reader } from '../database'

/**
 * What changes whenever anything does that the engine looks at, whichever process changed it: one version moves with
 * people, their matches and the rules, the other with the offers.
 */
export async function coverageVersionOf(db: Reader): Promise<string> {
  const row = await db.query
    .selectFrom('people_version')
    .innerJoin('index_version', 'index_version.only', 'people_version.only')
    .select(['people_version.version as people', 'index_version.version as offers'])
    .executeTakeFirstOrThrow()
  return `${row.people} ${row.offers}`
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
