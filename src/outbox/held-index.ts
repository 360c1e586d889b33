import type { Database } from '../../db/database'
import { type IndexKeeper, readIndexKeeper } from '../../db/queries/index-entries'
import { renewIndexLease } from '../../db/statements/index-entries'
import type { Log } from '../log'
import type { IndexWriter, TaskNumber, TaskState } from '../search/index-writer'

/** All that keeping an index needs. */
export type KeepIndexContext = {
  db: Database
  writer: IndexWriter
  now: () => Date
  /** Lets milliseconds pass between two looks at a task. */
  wait: (milliseconds: number) => Promise<void>
  log: Log
  /** Whether the process is about to end: nothing new is begun, and no task is waited for. */
  isStopping?: () => boolean
  /** Compares the two now, however lately that was done. */
  reconcileNow?: boolean
}

/** An index that is held: by whom, which index, and since when it was last compared. */
export type HeldIndex = KeepIndexContext & { keeper: IndexKeeper; fence: number }

/** A keeper that died is followed by another within this. */
const LEASE_MS = 20_000
/** Nothing is sent in the last of a lease: what is sent must arrive while it lasts, and a write may take ten seconds. */
const LEASE_MARGIN_MS = 12_000
const RENEW_EVERY_MS = 5_000

export const leaseEnd = ({ now }: KeepIndexContext) => new Date(now().getTime() + LEASE_MS).toISOString()

/** Whoever lost the lease renews nothing. */
export async function renewLease(held: HeldIndex): Promise<void> {
  await held.db.commit([renewIndexLease(held.db, held.fence, leaseEnd(held))])
}

/** Whether the lease is this keeper's and lasts long enough for what is sent now. */
export async function isHeld({ db, fence, now }: HeldIndex): Promise<boolean> {
  const keeper = await readIndexKeeper(db)
  return keeper.fence === fence && Date.parse(keeper.leaseUntil) - LEASE_MARGIN_MS > now().getTime()
}

/** Another keeper has the index: whatever this one would send now could undo what that one did. */
export class LostIndex extends Error {
  override readonly name = 'LostIndex'
}

/**
 * Goes on holding the index, for long enough to send one thing more.
 * @throws LostIndex
 */
export async function holdOn(held: HeldIndex): Promise<void> {
  await renewLease(held)
  if (!(await isHeld(held))) throw new LostIndex()
}

/** Milliseconds between two looks at a task; most take less than a second. */
const POLLS = [50, 100, 200, 300, 500]
const pollAfter = (looks: number) => POLLS[Math.min(looks, POLLS.length - 1)] ?? 500

/** How long one task is waited for here; whatever takes longer is asked for by the next keeper. */
const WAIT_MS = 20_000

/** Asks for a task until it has ended, or for as long as is worth waiting. */
export async function waitForTask(
  held: HeldIndex,
  task: TaskNumber,
  { forMs = WAIT_MS } = {},
): Promise<TaskState> {
  let waited = 0
  for (let looks = 0; ; looks += 1) {
    const state = await held.writer.readTask(task)
    if (state !== 'under-way' || waited >= forMs || held.isStopping?.()) return state
    const pause = pollAfter(looks)
    if (Math.floor((waited + pause) / RENEW_EVERY_MS) > Math.floor(waited / RENEW_EVERY_MS))
      await renewLease(held)
    await held.wait(pause)
    waited += pause
  }
}
