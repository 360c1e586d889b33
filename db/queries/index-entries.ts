import { sql } from 'kysely'
import type { Day, Instant } from '../../src/domain/dates'
import type { OpportunityId, OrganisationId } from '../../src/domain/ids'
import type { OpportunityContent } from '../../src/domain/opportunity'
import type { Reader } from '../database'

/** What an index holds of an offer, from the database. */
export type IndexableOffer = {
  id: OpportunityId
  version: number
  stamp: string
  organisationId: OrganisationId
  organisationName: string
  publishedAt: Instant
  closesOn: Day
  content: OpportunityContent
}

/** An index holds what is live and has a place left; who may see it, and until when, is asked with every search. */
const indexable = (db: Reader) =>
  db.query
    .selectFrom('opportunity')
    .innerJoin('index_entry', 'index_entry.opportunity_id', 'opportunity.id')
    .where('opportunity.state', '=', 'published')
    .whereRef('opportunity.places_filled', '<', 'opportunity.places')

const among = (ids: readonly OpportunityId[]) =>
  sql<OpportunityId>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Those of some offers that belong in an index, as they are now. */
export async function listIndexable(db: Reader, ids: readonly OpportunityId[]): Promise<IndexableOffer[]> {
  const rows = await indexable(db)
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .where('opportunity.id', 'in', among(ids))
    .select([
      'opportunity.id',
      'opportunity.version',
      'index_entry.stamp',
      'opportunity.organisation_id',
      'organisation.name as organisation_name',
      'opportunity.published_at',
      'opportunity.closes_on',
      'opportunity.content',
    ])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    stamp: row.stamp,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    publishedAt: row.published_at ?? '',
    closesOn: row.closes_on ?? '',
    content: JSON.parse(row.content as string) as OpportunityContent,
  }))
}

/** The stamp that each offer in the index should have. */
export async function listIndexableStamps(db: Reader): Promise<Map<OpportunityId, string>> {
  const rows = await indexable(db).select(['opportunity.id', 'index_entry.stamp']).execute()
  return new Map(rows.map(({ id, stamp }) => [id, stamp]))
}

/** What is known not to be in the index as it should be: it is on its way, or was given up on. */
export async function listUntold(db: Reader): Promise<Set<string>> {
  const rows = await db.query
    .selectFrom('index_entry')
    .select('opportunity_id')
    .where('state', 'in', ['waiting', 'dead'])
    .execute()
  return new Set(rows.map((row) => row.opportunity_id))
}

export type InFlight = {
  id: OpportunityId
  stamp: string
  sentStamp: string
  sentAt: Instant
  task: number | null
  attempts: number
}

/** What was sent, or was about to be, and is not yet known to have arrived. */
export async function listInFlight(db: Reader): Promise<InFlight[]> {
  const rows = await db.query
    .selectFrom('index_entry')
    .select(['opportunity_id as id', 'stamp', 'sent_stamp', 'sent_at', 'task', 'attempts'])
    .where('state', '=', 'in-flight')
    .execute()
  return rows.map(({ sent_stamp, sent_at, ...row }) => ({
    ...row,
    sentStamp: sent_stamp ?? '',
    sentAt: sent_at ?? '',
  }))
}

/** What waits and is due, those that failed least first. */
export async function listWaiting(db: Reader, now: Instant, limit: number): Promise<OpportunityId[]> {
  const rows = await db.query
    .selectFrom('index_entry')
    .select('opportunity_id')
    .where('state', '=', 'waiting')
    .where('next_at', '<=', now)
    .orderBy('attempts')
    .orderBy('opportunity_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.opportunity_id)
}

export async function readIndexKeeper(db: Reader) {
  const row = await db.query.selectFrom('index_keeper').selectAll().executeTakeFirstOrThrow()
  return {
    epoch: row.epoch,
    fence: row.fence,
    leaseUntil: row.lease_until,
    nextAt: row.next_at,
    faults: row.faults,
    fault: row.fault,
    levelAt: row.level_at,
    reconciledAt: row.reconciled_at,
    drift: row.drift,
  }
}

export type IndexKeeper = Awaited<ReturnType<typeof readIndexKeeper>>

/** Which index is ours, and how many offers it has not been told of: asked with every search, so it is one question. */
export function indexStandingOf(db: Reader): () => Promise<{ epoch: string; behind: number }> {
  const question = db.query
    .selectFrom('index_keeper')
    .select([
      'epoch',
      sql<number>`(SELECT count(*) FROM index_entry WHERE state IN ('waiting', 'in-flight', 'dead'))`.as(
        'behind',
      ),
    ])
    .compile()
  return async () => {
    const { rows } = await db.query.executeQuery(question)
    return rows[0] as (typeof rows)[number]
  }
}

/** Offers that were given up on, with their titles, for whoever looks after the service. */
export async function listDeadEntries(db: Reader) {
  return db.query
    .selectFrom('index_entry')
    .innerJoin('opportunity', 'opportunity.id', 'index_entry.opportunity_id')
    .select(['opportunity.id', 'opportunity.title', 'index_entry.attempts', 'index_entry.fault'])
    .where('index_entry.state', '=', 'dead')
    .orderBy('opportunity.title')
    .limit(100)
    .execute()
}

/** How many offers stand where with the index. */
export async function countIndexEntries(db: Reader): Promise<{ waiting: number; dead: number }> {
  const rows = await db.query
    .selectFrom('index_entry')
    .select(['state', (select) => select.fn.countAll<number>().as('count')])
    .where('state', '<>', 'done')
    .groupBy('state')
    .execute()
  const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0
  return { waiting: count('waiting') + count('in-flight'), dead: count('dead') }
}
