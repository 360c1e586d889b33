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

/** What somebody saved and the order they gave it, for their own record. */
export const listSaved = (db: Reader, careLeaverId: CareLeaverId) =>
  db.query
    .selectFrom('saved_opportunity')
    .where('care_leaver_id', '=', careLeaverId)
    .select(['opportunity_id as opportunityId', 'rank as yourOrder'])
    .orderBy('saved_at', 'desc')
    .execute()

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

export type PausedOffer = { id: OpportunityId; title: string; organisationName: string }

const paused = (db: Reader) =>
  db.query
    .selectFrom('opportunity')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .where('opportunity.state', '=', 'paused')

/** A paused offer that somebody had saved, asked about or been offered; for everybody else it is not there. */
export async function findPausedFor(
  db: Reader,
  careLeaverId: CareLeaverId,
  id: OpportunityId,
): Promise<PausedOffer | undefined> {
  return paused(db)
    .where('opportunity.id', '=', id)
    .where(({ exists, or, selectFrom }) =>
      or(
        (['saved_opportunity', 'interest', 'match'] as const).map((table) =>
          exists(
            selectFrom(table)
              .whereRef(`${table}.opportunity_id`, '=', 'opportunity.id')
              .where(`${table}.care_leaver_id`, '=', careLeaverId)
              .select(`${table}.opportunity_id`),
          ),
        ),
      ),
    )
    .select(['opportunity.id', 'opportunity.title', 'organisation.name as organisationName'])
    .executeTakeFirst()
}

/** What somebody saved and nobody can ask about at the moment. */
export async function listPausedSaved(db: Reader, careLeaverId: CareLeaverId): Promise<PausedOffer[]> {
  return paused(db)
    .innerJoin('saved_opportunity', 'saved_opportunity.opportunity_id', 'opportunity.id')
    .where('saved_opportunity.care_leaver_id', '=', careLeaverId)
    .orderBy('saved_opportunity.saved_at', 'desc')
    .limit(100)
    .select(['opportunity.id', 'opportunity.title', 'organisation.name as organisationName'])
    .execute()
}
