import type { Instant } from '../../src/domain/dates'
import type { CareLeaverId, OpportunityId } from '../../src/domain/ids'
import type { Database } from '../database'

export const addSavedOpportunity = (
  db: Database,
  careLeaverId: CareLeaverId,
  opportunityId: OpportunityId,
  at: Instant,
) =>
  db.query
    .insertInto('saved_opportunity')
    .values({ care_leaver_id: careLeaverId, opportunity_id: opportunityId, saved_at: at })
    .onConflict((conflict) => conflict.doNothing())

export const removeSavedOpportunity = (
  db: Database,
  careLeaverId: CareLeaverId,
  opportunityId: OpportunityId,
) =>
  db.query
    .deleteFrom('saved_opportunity')
    .where('care_leaver_id', '=', careLeaverId)
    .where('opportunity_id', '=', opportunityId)

export const clearRanks = (db: Database, careLeaverId: CareLeaverId) =>
  db.query.updateTable('saved_opportunity').set({ rank: null }).where('care_leaver_id', '=', careLeaverId)

/** @param rank 1 for the favourite, 10 at most */
export const setRank = (
  db: Database,
  careLeaverId: CareLeaverId,
  opportunityId: OpportunityId,
  rank: number,
) =>
  db.query
    .updateTable('saved_opportunity')
    .set({ rank })
    .where('care_leaver_id', '=', careLeaverId)
    .where('opportunity_id', '=', opportunityId)
