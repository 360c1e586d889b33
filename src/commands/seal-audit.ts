import { findLastSeal, listUnsealed } from '../../db/queries/audit'
import { addSeal } from '../../db/statements/record'
import { ConstraintError } from '../../db/database'
import { chainSeal, FIRST_SEAL } from '../domain/audit-chain'
import type { CommandContext } from './command-context'

const BATCH = 500

/**
 * Seals committed audit rows: each seal is an HMAC over the row and the seal before it, so that a changed, removed
 * or reordered row shows. Two processes at once are safe: the second one's seals are refused.
 * @returns how many rows were sealed
 */
export async function sealAudit(ctx: CommandContext): Promise<number> {
  let seal = (await findLastSeal(ctx.db))?.seal ?? FIRST_SEAL
  const events = await listUnsealed(ctx.db, BATCH)
  const statements = []
  for (const event of events) {
    seal = await chainSeal(ctx.secrets, seal, event)
    statements.push(addSeal(ctx.db, event.id, seal))
  }
  try {
    if (statements.length > 0) await ctx.db.commit(statements)
    return statements.length
  } catch (error) {
    if (error instanceof ConstraintError && error.message === 'audit_seal has this event') return 0
    throw error
  }
}
