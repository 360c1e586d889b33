import type { FormAnswer } from '../../src/domain/form-answer'
import type { Reader } from '../database'

/** The answer kept for a form's key, if that key was used before. */
export async function findAnswer(db: Reader, key: string): Promise<FormAnswer | undefined> {
  const row = await db.query.selectFrom('idempotency').selectAll().where('key', '=', key).executeTakeFirst()
  return row && { ...row, bodyHash: row.body_hash }
}
