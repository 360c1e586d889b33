import type { AccountId } from '../../src/domain/ids'
import type { Reader } from '../database'

/** The address of an account that may get mail: nobody writes to somebody suspended or gone. */
export async function findMailReceivers(db: Reader, accountId: AccountId): Promise<string[]> {
  const rows = await db.query
    .selectFrom('account')
    .select('email')
    .where('id', '=', accountId)
    .where('state', '=', 'active')
    .execute()
  return rows.flatMap((row) => (row.email ? [row.email] : []))
}
