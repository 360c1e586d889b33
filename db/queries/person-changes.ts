import type { CareLeaverId } from '../../src/domain/ids'
import type { Reader } from '../database'

/** Where the history of changes stands: what was read after it was asked for is no older than this. */
export type ChangeMark = { number: number; version: string }

/** The newest change of anybody, whichever process made it. */
export const readChangeMark = (db: Reader): Promise<ChangeMark> =>
  db.query
    .selectFrom('person_change')
    .select(['number', 'version'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

/**
 * Who has changed since, each once, and where the history stands now.
 * @param max so many people
 * @returns null when that cannot be said one by one: it can be anybody, there are more, or it is another history
 */
export async function listChangedSince(
  db: Reader,
  { number, version }: ChangeMark,
  max: number,
): Promise<{ ids: CareLeaverId[]; mark: ChangeMark } | null> {
  const rows = await db.query
    .selectFrom('person_change')
    .where('number', '>=', number)
    .select(['number', 'version', 'care_leaver_id'])
    .orderBy('number')
    .execute()
  const [first, ...changes] = rows
  if (first?.number !== number || first.version !== version) return null
  const ids = new Set(changes.map((change) => change.care_leaver_id))
  if (ids.has(null) || ids.size > max) return null
  const newest = changes.at(-1) ?? first
  return { ids: [...ids] as CareLeaverId[], mark: { number: newest.number, version: newest.version } }
}
