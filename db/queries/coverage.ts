import type { AccountId, CareLeaverId } from '../../src/domain/ids'
import type { Reader } from '../database'
import { indexVersionOf } from './findable'
import { readChangeMark } from './person-changes'

/**
 * What changes whenever anything does that the engine looks at, whichever process changed it: one part moves with
 * people, their matches and the rules, the other with the offers.
 */
export async function coverageVersionOf(db: Reader): Promise<string> {
  const [people, offers] = await Promise.all([readChangeMark(db), indexVersionOf(db)()])
  return `${people.version} ${offers}`
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
