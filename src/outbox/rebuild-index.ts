import { listIndexable, listIndexableStamps } from '../../db/queries/index-entries'
import { setAllIndexed } from '../../db/statements/index-entries'
import type { OpportunityId } from '../domain/ids'
import { faultsOf, toDocument } from '../search/documents'
import type { TaskNumber } from '../search/index-writer'
import { IndexFault } from '../search/search-index'
import { type HeldIndex, holdOn, waitForTask } from './held-index'
import { batches } from './reconcile-index'

/** A hundred thousand offers take an engine most of a minute. */
const REBUILD_MS = 300_000

/**
 * Fills a new index beside the old one and puts it in its place. Searches go on in the old one until then. What changes
 * meanwhile waits, and is told afterwards. What came of it is compared with the database next.
 * @throws LostIndex before anything is put in its place by a keeper that lost the lease
 */
export async function rebuildIndex(held: HeldIndex): Promise<void> {
  const { db, writer, fence, keeper, log } = held
  await holdOn(held)
  const { next, task } = await writer.openNext()
  await mustSucceed(held, task)
  const sent = new Map<OpportunityId, string>()
  for (const ids of batches([...(await listIndexableStamps(db)).keys()])) {
    await holdOn(held)
    const documents = (await listIndexable(db, ids)).map(toDocument)
    const good = documents.filter((document) => faultsOf(document).length === 0)
    await mustSucceed(held, await next.put(good))
    for (const { id, stamp } of good) sent.set(id as OpportunityId, stamp)
  }
  await holdOn(held)
  await mustSucceed(held, await next.sign(keeper.epoch))
  await holdOn(held)
  await mustSucceed(held, await writer.swapWithNext())
  await holdOn(held)
  await waitForTask(held, await writer.dropNext())
  for (const stamps of batches([...sent])) await db.commit([setAllIndexed(db, fence, new Map(stamps))])
  log({ level: 'info', event: 'index.rebuilt', count: sent.size })
}

async function mustSucceed(held: HeldIndex, task: TaskNumber): Promise<void> {
  const state = await waitForTask(held, task, { forMs: REBUILD_MS })
  if (state !== 'succeeded') throw new IndexFault(state === 'failed' ? 'refused' : 'late')
}
