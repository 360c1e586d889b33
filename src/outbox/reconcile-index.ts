import { listIndexableStamps, listUntold } from '../../db/queries/index-entries'
import { setIndexAgain, setReconciled } from '../../db/statements/index-entries'
import { type HeldIndex, holdOn, waitForTask } from './held-index'

/** How many are marked or removed at a time. */
const BATCH = 500

/**
 * Compares what the index has with what it should have, offer by offer: what is missing or old is told again, what does
 * not belong is removed. What waits already is not counted: it is on its way.
 * @returns how many differed
 */
export async function reconcileIndex(held: HeldIndex): Promise<number> {
  const { db, writer, fence, now, log } = held
  await holdOn(held)
  if (!(await writer.isSetRight())) await waitForTask(held, await writer.setRight())
  const theirs = await writer.listStamps()
  const ours = await listIndexableStamps(db)
  const wrong = [...ours].filter(([id, stamp]) => theirs.get(id) !== stamp).map(([id]) => id)
  const foreign = [...theirs.keys()].filter((id) => !ours.has(id as never))
  const untold = await listUntold(db)
  const drift = [...wrong, ...foreign].filter((id) => !untold.has(id)).length
  for (const ids of batches(wrong)) await db.commit([setIndexAgain(db, fence, ids)])
  for (const ids of batches(foreign)) {
    await holdOn(held)
    await waitForTask(held, await writer.remove(ids))
  }
  await db.commit([setReconciled(db, fence, now().toISOString(), drift)])
  if (drift > 0) log({ level: 'warn', event: 'index.drift', count: drift })
  return drift
}

export function* batches<T>(list: readonly T[]): Generator<T[]> {
  for (let start = 0; start < list.length; start += BATCH) yield list.slice(start, start + BATCH)
}
