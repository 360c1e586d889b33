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
