import { sql } from 'kysely'
import type { Day } from '../../src/domain/dates'
import type { OpportunityId, OrganisationId } from '../../src/domain/ids'
import type { OpportunityKind } from '../../src/domain/opportunity'
import type { CovenantOutcome, District } from '../../src/domain/taxonomy'
import type { Reader } from '../database'

export type FindableScope = {
  seesCareLeaversOnly: boolean
  organisationId: OrganisationId | null
  today: Day
}

export type FindableRow = {
  id: OpportunityId
  kind: OpportunityKind
  outcomes: CovenantOutcome[]
  district: District | null
  cellEast: number | null
  cellNorth: number | null
  isPaid: boolean
  isRemote: boolean
  startsOn: Day | null
  closesOn: Day
  publishedAt: string
  /** bm25: lower is better; 0 without words. */
  rank: number
}

/**
 * The offers somebody may find: published, not past their closing day, with a place not yet filled, and public
 * unless their eyes may see more. The one place this is written down.
 */
export const findableOpportunities = (db: Reader, scope: FindableScope) =>
  db.query
    .selectFrom('opportunity')
    .where('opportunity.state', '=', 'published')
    .where('opportunity.closes_on', '>=', scope.today)
    .whereRef('opportunity.places_filled', '<', 'opportunity.places')
    .$if(!scope.seesCareLeaversOnly, (query) =>
      query.where((where) =>
        where.or([
          where('opportunity.visibility', '=', 'public'),
          where('opportunity.organisation_id', '=', scope.organisationId ?? ('' as OrganisationId)),
        ]),
      ),
    )

/** Title counts most, then kind, summary, organisation and place; the body least. */
const RANK = sql<number>`bm25(opportunity_text, 10.0, 4.0, 6.0, 2.0, 3.0, 1.0)`

/** Every findable offer that has the words, with what filters and orders need. */
export async function listFindable(
  db: Reader,
  scope: FindableScope & { match: string | null },
): Promise<FindableRow[]> {
  const base = findableOpportunities(db, scope).select([
    'opportunity.id',
    'opportunity.kind',
    'opportunity.district',
    'opportunity.cell_east',
    'opportunity.cell_north',
    'opportunity.is_paid',
    'opportunity.is_remote',
    'opportunity.starts_on',
    'opportunity.closes_on',
    'opportunity.published_at',
    // Not a join with GROUP BY: bm25() may not stand in a query that aggregates.
    sql<
      string | null
    >`(SELECT group_concat(outcome) FROM opportunity_outcome WHERE opportunity_id = opportunity.id)`.as(
      'outcomes',
    ),
  ])
  const { match } = scope
  const rows =
    match === null
      ? await base.select(sql<number>`0`.as('rank')).execute()
      : await base
          .innerJoin(
            (query) =>
              query
                .selectFrom('opportunity_text')
                .where(sql<boolean>`opportunity_text MATCH ${match}`)
                .select([sql<number>`rowid`.as('text_row'), RANK.as('rank')])
                .as('found'),
            (join) => join.onRef('found.text_row', '=', 'opportunity.text_row'),
          )
          .select('found.rank as rank')
          .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as OpportunityKind,
    outcomes: (row.outcomes?.split(',') ?? []) as CovenantOutcome[],
    district: row.district,
    cellEast: row.cell_east,
    cellNorth: row.cell_north,
    isPaid: row.is_paid === 1,
    isRemote: row.is_remote === 1,
    startsOn: row.starts_on,
    closesOn: row.closes_on ?? '',
    publishedAt: row.published_at ?? '',
    rank: row.rank,
  }))
}

export async function countFindable(db: Reader, scope: FindableScope): Promise<number> {
  const row = await findableOpportunities(db, scope)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}
