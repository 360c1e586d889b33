import { findLastSeal, listUnsealed } from '../../db/queries/audit'
import { addSeals } from '../../db/statements/record'
import { chainSeal, FIRST_SEAL } from '../domain/audit-chain'
import type { CommandContext } from './command-context'
import { recordFact } from './commit-change'

const BATCH = 2000

/**
 * Seals committed audit rows: each seal is an HMAC over the row and the seal before it, so that a changed, removed
 * or reordered row shows. Two processes at once are safe: the second one's seals are refused.
 * @returns how many rows were sealed
 */
export async function sealAudit(ctx: CommandContext): Promise<number> {
  let seal = (await findLastSeal(ctx.db))?.seal ?? FIRST_SEAL
  const events = await listUnsealed(ctx.db, BATCH)
  const seals: { eventId: number; seal: string }[] = []
  for (const event of events) {
    seal = await chainSeal(ctx.secrets, seal, event)
    seals.push({ eventId: event.id, seal })
  }
  if (seals.length === 0) return 0
  return (await recordFact(ctx, [addSeals(ctx.db, seals)])) === 'committed' ? seals.length : 0
}
