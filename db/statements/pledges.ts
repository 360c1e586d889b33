import type { Day, Instant } from '../../src/domain/dates'
import type { AccountId, OrganisationId, PledgeId } from '../../src/domain/ids'
import type { PledgeState } from '../../src/domain/pledge'
import type { CovenantOutcome } from '../../src/domain/taxonomy'
import type { Database } from '../database'

export type NewPledge = {
  id: PledgeId
  organisationId: OrganisationId
  ownerId: AccountId
  what: string
  outcome: CovenantOutcome
  places: number
  dueOn: Day
  reviewOn: Day
  createdAt: Instant
}

/** Every pledge begins as a statement of intent. */
export const addPledge = (db: Database, pledge: NewPledge) =>
  db.query.insertInto('pledge').values({
    id: pledge.id,
    organisation_id: pledge.organisationId,
    owner_id: pledge.ownerId,
    what: pledge.what,
    outcome: pledge.outcome,
    places: pledge.places,
    due_on: pledge.dueOn,
    review_on: pledge.reviewOn,
    state: 'intent',
    created_at: pledge.createdAt,
  })

export const setPledgeState = (
  db: Database,
  id: PledgeId,
  change: { state: PledgeState; reason: string; version: number; reviewOn?: Day },
) =>
  db.query
    .updateTable('pledge')
    .set({
      state: change.state,
      state_reason: change.reason,
      version: change.version,
      ...(change.reviewOn === undefined ? {} : { review_on: change.reviewOn }),
    })
    .where('id', '=', id)

export const setPledgeOwner = (db: Database, id: PledgeId, ownerId: AccountId, version: number) =>
  db.query.updateTable('pledge').set({ owner_id: ownerId, version }).where('id', '=', id)
