import { ConstraintError } from '../../db/database'
import {
  type InFlight,
  listIndexable,
  listInFlight,
  listWaiting,
  readIndexKeeper,
} from '../../db/queries/index-entries'
import {
  doubtIndexed,
  leaseIndex,
  releaseIndex,
  setIndexAgain,
  setIndexDead,
  setIndexed,
  setIndexLater,
  setIndexNotWell,
  setInFlight,
  setTask,
} from '../../db/statements/index-entries'
import type { OpportunityId } from '../domain/ids'
import { faultsOf, toDocument } from '../search/documents'
import type { TaskNumber } from '../search/index-writer'
import { IndexFault } from '../search/search-index'
import {
  type HeldIndex,
  isHeld,
  type KeepIndexContext,
  leaseEnd,
  LostIndex,
  renewLease,
  waitForTask,
} from './held-index'
import { rebuildIndex } from './rebuild-index'
import { reconcileIndex } from './reconcile-index'

/** What came of it: all is told; some is under way or waits for another try; the engine is not well; another keeps it. */
export type KeepIndexOutcome = 'level' | 'behind' | 'not-well' | 'held-by-another'

const BATCH = 100
const TASK_LATE_MS = 60_000
const ATTEMPTS_MAX = 10
const BACKOFF_MAX_MS = 300_000
/** An engine that is back is noticed within this. */
const NOT_WELL_MAX_MS = 20_000
const RECONCILE_EVERY_MS = 3_600_000

/**
 * Tells the index what has been committed and it has not been told. Starts right after each commit; a timer is the
 * safety net. One keeps it at a time; a crash at any moment leaves a row that says what may have been sent.
 */
export async function keepIndex(ctx: KeepIndexContext): Promise<KeepIndexOutcome> {
  const keeper = await readIndexKeeper(ctx.db)
  const now = ctx.now().toISOString()
  if (keeper.nextAt > now) return 'not-well'
  if (keeper.leaseUntil > now || !(await lease(ctx, keeper.fence))) return 'held-by-another'
  const held: HeldIndex = { ...ctx, keeper, fence: keeper.fence + 1 }
  try {
    const isLevel = await bringUpToDate(held)
    await ctx.db.commit([releaseIndex(ctx.db, held.fence, ctx.now().toISOString(), isLevel)])
    return isLevel ? 'level' : 'behind'
  } catch (error) {
    if (error instanceof LostIndex) return 'held-by-another'
    const fault = error instanceof IndexFault ? error.reason : 'ours'
    await ctx.db.commit([notWell(held, fault)])
    if (!(error instanceof IndexFault)) throw error
    ctx.log({ level: 'warn', event: 'index.not-well', error: fault })
    return 'not-well'
  }
}

async function lease(ctx: KeepIndexContext, fence: number): Promise<boolean> {
  try {
    await ctx.db.commit([leaseIndex(ctx.db, fence, leaseEnd(ctx))])
    return true
  } catch (error) {
    if (error instanceof ConstraintError && error.message === 'index is leased') return false
    throw error
  }
}

function notWell({ db, now, keeper, fence }: HeldIndex, fault: string) {
  const wait = Math.min(1000 * 2 ** keeper.faults, NOT_WELL_MAX_MS)
  return setIndexNotWell(db, fence, fault, new Date(now().getTime() + wait).toISOString())
}

/** @returns whether nothing is left to tell */
async function bringUpToDate(held: HeldIndex): Promise<boolean> {
  const isOurs = (await held.writer.readEpoch()) === held.keeper.epoch
  if (!isOurs) await rebuildIndex(held)
  if (!isOurs || isDue(held)) await reconcileIndex(held)
  for (;;) {
    const underWay = await settle(held, await listInFlight(held.db))
    if (underWay > 0 || held.isStopping?.()) return false
    const waiting = await listWaiting(held.db, held.now().toISOString(), BATCH)
    if (waiting.length === 0) return isLevel(held)
    if (!(await tell(held, waiting))) return false
  }
}

function isDue({ keeper, now, reconcileNow }: HeldIndex): boolean {
  return (
    reconcileNow === true ||
    keeper.reconciledAt === null ||
    Date.parse(keeper.reconciledAt) + RECONCILE_EVERY_MS <= now().getTime()
  )
}

/** Nothing waits, whether it is due or not. */
async function isLevel({ db }: HeldIndex): Promise<boolean> {
  return (await listWaiting(db, '9999', 1)).length === 0
}

/**
 * Sends a batch as it is now and waits for it.
 * @returns whether the lease is still held
 */
async function tell(held: HeldIndex, ids: readonly OpportunityId[]): Promise<boolean> {
  const { db, fence, now } = held
  await renewLease(held)
  await db.commit([setInFlight(db, fence, ids, now().toISOString())])
  const offers = await listIndexable(db, ids)
  const documents = offers.map(toDocument)
  const bad = documents.filter((document) => faultsOf(document).length > 0)
  const good = documents.filter((document) => !bad.includes(document))
  const gone = ids.filter((id) => !offers.some((offer) => offer.id === id))
  if (bad.length > 0)
    await bury(
      held,
      bad.map(({ id }) => id as OpportunityId),
      'bad-document',
    )
  if (!(await isHeld(held))) return false
  const sent: { ids: OpportunityId[]; task: TaskNumber }[] = []
  if (good.length > 0)
    sent.push({ ids: good.map(({ id }) => id as OpportunityId), task: await held.writer.put(good) })
  if (gone.length > 0) {
    // The first sending may have taken most of the lease.
    await renewLease(held)
    sent.push({ ids: gone, task: await held.writer.remove(gone) })
  }
  await db.commit(sent.map((one) => setTask(db, fence, one.ids, one.task)))
  if (!(await isHeld(held))) {
    await db.commit([doubtIndexed(db, ids)])
    return false
  }
  for (const { task } of sent) await waitForTask(held, task)
  return true
}

/**
 * Finds out what became of what was sent. Done is what its task did and the index shows; what nobody can tell is sent
 * again.
 * @returns how many are still under way
 */
async function settle(held: HeldIndex, inFlight: readonly InFlight[]): Promise<number> {
  let underWay = 0
  for (const task of new Set(inFlight.map((entry) => entry.task))) {
    const entries = inFlight.filter((entry) => entry.task === task)
    const state = task === null ? 'unknown' : await held.writer.readTask(task)
    if (state === 'unknown') await sendAgain(held, entries)
    else if (state === 'succeeded') await settleDone(held, entries)
    else if (state === 'failed') await putOff(held, entries, 'task-failed')
    else if (isLate(held, entries)) await putOff(held, entries, 'task-late')
    else underWay += entries.length
  }
  return underWay
}

const idsOf = (entries: readonly InFlight[]) => entries.map(({ id }) => id)

const isLate = ({ now }: HeldIndex, entries: readonly InFlight[]) =>
  entries.some(({ sentAt }) => Date.parse(sentAt) + TASK_LATE_MS <= now().getTime())

async function sendAgain({ db, fence }: HeldIndex, entries: readonly InFlight[]) {
  await db.commit([setIndexAgain(db, fence, idsOf(entries))])
}

/** A task that succeeded may still have left nothing behind, so the index is looked at. */
async function settleDone(held: HeldIndex, entries: readonly InFlight[]) {
  const { db, fence, writer } = held
  const [stamps, offers] = await Promise.all([
    writer.readStamps(idsOf(entries)),
    listIndexable(db, idsOf(entries)),
  ])
  const belongs = new Set(offers.map(({ id }) => id))
  const isThere = ({ id, sentStamp }: InFlight) =>
    belongs.has(id) ? stamps.get(id) === sentStamp : !stamps.has(id)
  const arrived = entries.filter(isThere)
  const lost = entries.filter((entry) => !isThere(entry))
  await db.commit([setIndexed(db, fence, idsOf(arrived))])
  if (lost.length > 0) await putOff(held, lost, 'not-there')
}

/** One second, doubling to five minutes; after ten tries the entry waits for a human. */
async function putOff(held: HeldIndex, entries: readonly InFlight[], fault: string) {
  const { db, fence, now } = held
  const spent = entries.filter(({ attempts }) => attempts + 1 >= ATTEMPTS_MAX)
  if (spent.length > 0) await bury(held, idsOf(spent), fault)
  for (const entry of entries.filter((one) => !spent.includes(one))) {
    const wait = Math.min(1000 * 2 ** entry.attempts, BACKOFF_MAX_MS)
    const nextAt = new Date(now().getTime() + wait).toISOString()
    await db.commit([setIndexLater(db, fence, [entry.id], { nextAt, fault })])
  }
}

async function bury({ db, fence, log }: HeldIndex, ids: readonly OpportunityId[], fault: string) {
  await db.commit([setIndexDead(db, fence, ids, fault)])
  log({ level: 'error', event: 'index.dead', error: fault, count: ids.length })
}
