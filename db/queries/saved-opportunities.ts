import type { CareLeaverId, OpportunityId } from '../../src/domain/ids'
import type { Reader } from '../database'

export async function isSaved(
  db: Reader,
  careLeaverId: CareLeaverId,
  opportunityId: OpportunityId,
): Promise<boolean> {
  const row = await db.query
    .selectFrom('saved_opportunity')
    .where('care_leaver_id', '=', careLeaverId)
    .where('opportunity_id', '=', opportunityId)
    .select('saved_at')
    .executeTakeFirst()
  return row !== undefined
}

/** What somebody saved, the newest first; what can no longer be found is left out by the reader of the ids. */
export async function listSavedIds(db: Reader, careLeaverId: CareLeaverId): Promise<OpportunityId[]> {
  const rows = await db.query
    .selectFrom('saved_opportunity')
    .where('care_leaver_id', '=', careLeaverId)
    .select('opportunity_id')
    .orderBy('saved_at', 'desc')
    .execute()
  return rows.map((row) => row.opportunity_id)
}
