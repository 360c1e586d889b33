import { ConstraintError, type Database } from '../../db/database'
import { listDueOutboxRows, type OutboxRow } from '../../db/queries/outbox'
import { leaseOutboxRow, setOutboxDead, setOutboxDone, setOutboxLater } from '../../db/statements/outbox'
import type { Secrets } from '../domain/secrets'
import { faultOf, type Log } from '../log'
import type { Notifier } from '../notify/notifier'
import { HANDLERS } from './handlers'

/** All that the drain may reach. */
export type DrainContext = {
  db: Database
  notifier: Notifier
  secrets: Secrets
  now: () => Date
  newId: () => string
  log: Log
  serviceName: string
  baseUrl: string
}

const BATCH = 50
const LEASE_MS = 60_000
const ATTEMPTS_MAX = 10
const BACKOFF_MAX_MS = 300_000

/**
 * Sends what has been committed and not yet told. Starts right after each commit; a timer or cron is the safety net.
 * Several may run at once: each row is leased, and the fence decides.
 * @returns how many rows were done
 */
export async function drain(ctx: DrainContext): Promise<number> {
  let count = 0
  for (;;) {
    const rows = await listDueOutboxRows(ctx.db, ctx.now().toISOString(), BATCH)
    if (rows.length === 0) return count
    for (const row of rows) count += (await deliver(ctx, row)) ? 1 : 0
    if (rows.length < BATCH) return count
  }
}

async function deliver(ctx: DrainContext, row: OutboxRow): Promise<boolean> {
  if (!(await lease(ctx, row))) return false
  try {
    await HANDLERS[row.topic]?.(ctx, row)
    await ctx.db.commit([setOutboxDone(ctx.db, row, ctx.now().toISOString())])
    return true
  } catch (error) {
    ctx.log({ level: 'warn', event: 'outbox.failed', topic: row.topic, error: faultOf(error) })
    await ctx.db.commit([putOff(ctx, row)])
    return false
  }
}

async function lease({ db, now }: DrainContext, row: OutboxRow): Promise<boolean> {
  try {
    await db.commit([leaseOutboxRow(db, row, new Date(now().getTime() + LEASE_MS).toISOString())])
    return true
  } catch (error) {
    if (error instanceof ConstraintError && error.message === 'outbox row is leased') return false
    throw error
  }
}

/** One second, doubling to five minutes; after ten tries the row waits for a human. */
function putOff({ db, now }: DrainContext, row: OutboxRow) {
  if (row.attempts + 1 >= ATTEMPTS_MAX) return setOutboxDead(db, row)
  const wait = Math.min(1000 * 2 ** row.attempts, BACKOFF_MAX_MS)
  return setOutboxLater(db, row, new Date(now().getTime() + wait).toISOString())
}
