import { sql } from 'kysely'
import type { AccountId, CareLeaverId } from '../../src/domain/ids'
import type { Reader } from '../database'

/** The people who must look to this account as if they were not here, as a condition on `care_leaver.id`. */
export const hiddenFrom = (viewerId: AccountId) =>
  sql<CareLeaverId>`(SELECT care_leaver_id FROM blocked_account WHERE account_id = ${viewerId})`

/** Whether one person must look to this account as if they were not here. */
export async function isHiddenFrom(
  db: Reader,
  viewerId: AccountId,
  careLeaverId: CareLeaverId,
): Promise<boolean> {
  const row = await db.query
    .selectFrom('blocked_account')
    .where('account_id', '=', viewerId)
    .where('care_leaver_id', '=', careLeaverId)
    .select('account_id')
    .executeTakeFirst()
  return row !== undefined
}
