import { sql } from 'kysely'
import type { OrganisationId, PledgeId } from '../../src/domain/ids'
import { OPEN_REVISION_STATES, shownState } from '../../src/domain/opportunity'
import type { Reader } from '../database'

const pledges = (db: Reader) =>
  db.query
    .selectFrom('pledge')
    .innerJoin('organisation', 'organisation.id', 'pledge.organisation_id')
    .innerJoin('account as owner', 'owner.id', 'pledge.owner_id')
    .select([
      'pledge.id',
      'pledge.organisation_id as organisationId',
      'organisation.name as organisationName',
      'pledge.owner_id as ownerId',
      'owner.name as ownerName',
      'pledge.what',
      'pledge.outcome',
      'pledge.places',
      'pledge.due_on as dueOn',
      'pledge.review_on as reviewOn',
      'pledge.state',
      'pledge.state_reason as stateReason',
      'pledge.version',
      'pledge.created_at as createdAt',
    ])

export type Pledge = Awaited<ReturnType<ReturnType<typeof pledges>['executeTakeFirstOrThrow']>>

/** Any pledge, for the team and for commands. */
export async function findPledge(db: Reader, id: PledgeId): Promise<Pledge | undefined> {
  return pledges(db).where('pledge.id', '=', id).executeTakeFirst()
}

/** Only within the poster's own organisation. */
export async function findOwnPledge(
  db: Reader,
  organisationId: OrganisationId | null,
  id: PledgeId,
): Promise<Pledge | undefined> {
  return pledges(db)
    .where('pledge.id', '=', id)
    .where('pledge.organisation_id', '=', organisationId ?? ('' as OrganisationId))
    .executeTakeFirst()
}

/** An organisation's pledges, the newest first. */
export async function listOwnPledges(db: Reader, organisationId: OrganisationId | null): Promise<Pledge[]> {
  return pledges(db)
    .where('pledge.organisation_id', '=', organisationId ?? ('' as OrganisationId))
    .orderBy('pledge.created_at', 'desc')
    .orderBy('pledge.id')
    .limit(200)
    .execute()
}

/** Every pledge, what waits for the team first. */
export async function listPledges(db: Reader): Promise<Pledge[]> {
  return pledges(db)
    .orderBy(sql`pledge.state <> 'intent'`)
    .orderBy('pledge.due_on')
    .orderBy('pledge.id')
    .limit(500)
    .execute()
}

/** What has been posted under a pledge: title and state, never people. A draft that was dropped is not listed. */
export async function listOpportunitiesUnder(db: Reader, pledgeId: PledgeId) {
  const rows = await db.query
    .selectFrom('opportunity')
    .leftJoin('opportunity_revision as revision', (join) =>
      join
        .onRef('revision.opportunity_id', '=', 'opportunity.id')
        .on('revision.state', 'in', OPEN_REVISION_STATES),
    )
    .where('opportunity.pledge_id', '=', pledgeId)
    .where((where) =>
      where.or([where('opportunity.content', 'is not', null), where('revision.number', 'is not', null)]),
    )
    .select([
      'opportunity.id',
      'opportunity.title',
      sql<string | null>`revision.content ->> 'title'`.as('draftTitle'),
      'opportunity.state',
      'opportunity.places',
      'opportunity.places_filled as placesFilled',
    ])
    .orderBy('opportunity.created_at')
    .orderBy('opportunity.id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title || row.draftTitle || '',
    shownState: shownState(row.state, row.places, row.placesFilled),
  }))
}

export type PledgedOpportunity = Awaited<ReturnType<typeof listOpportunitiesUnder>>[number]
