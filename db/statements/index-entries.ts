import { sql } from 'kysely'
import type { Instant } from '../../src/domain/dates'
import type { OpportunityId } from '../../src/domain/ids'
import type { Database } from '../database'

/** Takes the index for a while. A trigger refuses the lease when another keeper raised the fence first. */
export const leaseIndex = (db: Database, fence: number, until: Instant) =>
  db.query.updateTable('index_keeper').set({ fence: fence + 1, lease_until: until })

/** The keeper's row as its holder has it: whoever lost the lease changes nothing. */
const held = (db: Database, fence: number) => db.query.updateTable('index_keeper').where('fence', '=', fence)

export const renewIndexLease = (db: Database, fence: number, until: Instant) =>
  held(db, fence).set({ lease_until: until })

/** @param wasLevel whether nothing was left to tell */
export const releaseIndex = (db: Database, fence: number, now: Instant, wasLevel: boolean) =>
  held(db, fence).set({
    lease_until: '',
    next_at: '',
    faults: 0,
    fault: '',
    ...(wasLevel ? { level_at: now } : {}),
  })

/** The engine was not well: nobody asks it again before `nextAt`. */
export const setIndexNotWell = (db: Database, fence: number, fault: string, nextAt: Instant) =>
  held(db, fence).set({ lease_until: '', next_at: nextAt, fault, faults: sql<number>`faults + 1` })

export const setReconciled = (db: Database, fence: number, at: Instant, drift: number) =>
  held(db, fence).set({ reconciled_at: at, drift })

/** Whatever was compared before does not count any more. */
export const askToReconcile = (db: Database) =>
  db.query.updateTable('index_keeper').set({ reconciled_at: null, next_at: '' })

const among = (ids: readonly OpportunityId[]) =>
  sql<OpportunityId>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Entries, as long as the lease is held. */
const entries = (db: Database, fence: number, ids: readonly OpportunityId[]) =>
  db.query
    .updateTable('index_entry')
    .where('opportunity_id', 'in', among(ids))
    .where(sql<boolean>`EXISTS (SELECT 1 FROM index_keeper WHERE fence = ${fence})`)

/** Before anything is sent: what is sent from here on may or may not have arrived. */
export const setInFlight = (db: Database, fence: number, ids: readonly OpportunityId[], at: Instant) =>
  entries(db, fence, ids)
    .where('state', '=', 'waiting')
    .set({ state: 'in-flight', sent_stamp: sql<string>`stamp`, sent_at: at, task: null })

export const setTask = (db: Database, fence: number, ids: readonly OpportunityId[], task: number) =>
  entries(db, fence, ids).where('state', '=', 'in-flight').set({ task })

/** Has arrived, and is still what it should be. What was changed meanwhile is waiting already, and stays so. */
export const setIndexed = (db: Database, fence: number, ids: readonly OpportunityId[]) =>
  entries(db, fence, ids)
    .where('state', '=', 'in-flight')
    .whereRef('sent_stamp', '=', 'stamp')
    .set({ state: 'done', attempts: 0, next_at: '', fault: '' })

/** Did not arrive. What was changed meanwhile is waiting already, and due. */
export const setIndexLater = (
  db: Database,
  fence: number,
  ids: readonly OpportunityId[],
  { nextAt, fault }: { nextAt: Instant; fault: string },
) =>
  entries(db, fence, ids)
    .where('state', '=', 'in-flight')
    .set({ state: 'waiting', attempts: sql<number>`attempts + 1`, next_at: nextAt, fault })

/** Nobody knows whether it was sent: it is sent again. */
export const setIndexAgain = (db: Database, fence: number, ids: readonly OpportunityId[]) =>
  entries(db, fence, ids).where('state', 'in', ['in-flight', 'done']).set({ state: 'waiting', next_at: '' })

export const setIndexDead = (db: Database, fence: number, ids: readonly OpportunityId[], fault: string) =>
  entries(db, fence, ids).where('state', '=', 'in-flight').set({ state: 'dead', fault })

/** A keeper that lost its lease while it was sending: what it sent may be old, so whoever holds the lease sends again. */
export const doubtIndexed = (db: Database, ids: readonly OpportunityId[]) =>
  db.query
    .updateTable('index_entry')
    .where('opportunity_id', 'in', among(ids))
    .where('state', 'in', ['in-flight', 'done'])
    .set({ state: 'waiting', next_at: '' })

/** What was given up on is tried again. */
export const reviveIndexEntries = (db: Database) =>
  db.query
    .updateTable('index_entry')
    .where('state', '=', 'dead')
    .set({ state: 'waiting', attempts: 0, next_at: '', fault: '' })

/** After a rebuild: every offer that was put into the new index and has not changed since is done. */
export const setAllIndexed = (db: Database, fence: number, stamps: ReadonlyMap<OpportunityId, string>) =>
  db.query
    .updateTable('index_entry')
    .where(sql<boolean>`EXISTS (SELECT 1 FROM index_keeper WHERE fence = ${fence})`)
    .where(
      sql<boolean>`(opportunity_id, stamp) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify([...stamps])}))`,
    )
    .set({ state: 'done', sent_stamp: sql<string>`stamp`, attempts: 0, next_at: '', fault: '' })

/** From here on no index is ours: the next keeper fills one anew. */
export const drawIndexEpoch = (db: Database) =>
  db.query.updateTable('index_keeper').set({ epoch: sql<string>`lower(hex(randomblob(16)))`, next_at: '' })

/** The texts of the built-in engine, as its triggers write them. */
export const rebuildTexts = (db: Database) => [
  db.query.deleteFrom('opportunity_text'),
  db.query
    .updateTable('opportunity')
    .set({ content: sql<string>`content` })
    .where('state', '=', 'published'),
]
