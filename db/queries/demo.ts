import type { Role } from '../../src/domain/account'
import type { Reader } from '../database'

export type DemoPerson = { email: string; name: string; role: Role; line: string }

/** The people to sign in as, which the demo's seed wrote down. */
export async function listDemoPeople(db: Reader): Promise<DemoPerson[]> {
  const row = await db.query
    .selectFrom('setting')
    .select('value')
    .where('name', '=', 'demo-people')
    .executeTakeFirst()
  return row ? (JSON.parse(row.value) as DemoPerson[]) : []
}
