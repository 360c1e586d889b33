import { sql } from 'kysely'
import type { Day } from '../../src/domain/dates'
import type { OpportunityId, OrganisationId } from '../../src/domain/ids'
import type { OpportunityKind } from '../../src/domain/opportunity'
import type { CovenantOutcome, District, LocalOfferHeading } from '../../src/domain/taxonomy'
import type { Reader } from '../database'

export type FindableScope = {
  seesCareLeaversOnly: boolean
  organisationId: OrganisationId | null
  today: Day
}

export type FindableRow = {
  id: OpportunityId
  /** Its row in the full-text table. */
  textRow: number
  kind: OpportunityKind
  outcomes: CovenantOutcome[]
  heading: LocalOfferHeading
  district: District | null
  cellEast: number | null
  cellNorth: number | null
  isPaid: boolean
  isRemote: boolean
  startsOn: Day | null
  closesOn: Day
  publishedAt: string
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

/** Every findable offer, with what filters and orders need. */
export async function listFindable(db: Reader, scope: FindableScope): Promise<FindableRow[]> {
  const rows = await findableOpportunities(db, scope)
    .select([
      'opportunity.id',
      'opportunity.text_row',
      'opportunity.kind',
      'opportunity.heading',
      'opportunity.district',
      'opportunity.cell_east',
      'opportunity.cell_north',
      'opportunity.is_paid',
      'opportunity.is_remote',
      'opportunity.starts_on',
      'opportunity.closes_on',
      'opportunity.published_at',
      sql<
        string | null
      >`(SELECT group_concat(outcome) FROM opportunity_outcome WHERE opportunity_id = opportunity.id)`.as(
        'outcomes',
      ),
    ])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    textRow: row.text_row,
    kind: row.kind as OpportunityKind,
    outcomes: (row.outcomes?.split(',') ?? []) as CovenantOutcome[],
    heading: row.heading as LocalOfferHeading,
    district: row.district,
    cellEast: row.cell_east,
    cellNorth: row.cell_north,
    isPaid: row.is_paid === 1,
    isRemote: row.is_remote === 1,
    startsOn: row.starts_on,
    closesOn: row.closes_on ?? '',
    publishedAt: row.published_at ?? '',
  }))
}

/** Title counts most, then kind, summary, organisation and place; the body least. */
const RANK = sql<number>`bm25(opportunity_text, 10.0, 4.0, 6.0, 2.0, 3.0, 1.0)`

/**
 * How well each published text answers each of some expressions (bm25: lower is better), by its row. However many
 * they are, it is one question: on D1 each one counts.
 */
export async function rankTexts(
  db: Reader,
  expressions: readonly string[],
): Promise<Map<string, Map<number, number>>> {
  const ranks = new Map(expressions.map((expression) => [expression, new Map<number, number>()]))
  const { rows } = await sql<{ expression: string; text_row: number; rank: number }>`
    SELECT asked.value AS expression, opportunity_text.rowid AS text_row, ${RANK} AS rank
    FROM json_each(${JSON.stringify(expressions)}) AS asked CROSS JOIN opportunity_text
    WHERE opportunity_text MATCH asked.value`.execute(db.query)
  for (const { expression, text_row: row, rank } of rows) ranks.get(expression)?.set(row, rank)
  return ranks
}

/** All that these offers say, one text each. */
export async function listTexts(db: Reader, rows: readonly FindableRow[]): Promise<string[]> {
  const wanted = new Set(rows.map(({ textRow }) => textRow))
  const texts = await db.query
    .selectFrom('opportunity_text')
    .select([
      sql<number>`rowid`.as('text_row'),
      sql<string>`title || ' ' || summary || ' ' || kind_words || ' ' || organisation || ' ' || place || ' ' || body`.as(
        'text',
      ),
    ])
    .execute()
  return texts.filter(({ text_row }) => wanted.has(text_row)).map(({ text }) => text)
}

/**
 * Asks for what changes whenever what may be found could have changed. Every search page asks, so the question is
 * put into SQL once.
 */
export function indexVersionOf(db: Reader): () => Promise<string> {
  const question = db.query.selectFrom('index_version').select('version').compile()
  return async () => {
    const { rows } = await db.query.executeQuery(question)
    return (rows[0] as (typeof rows)[number]).version
  }
}

export async function countFindable(db: Reader, scope: FindableScope): Promise<number> {
  const row = await findableOpportunities(db, scope)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}
