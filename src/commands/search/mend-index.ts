import { askToReconcile, reviveIndexEntries } from '../../../db/statements/index-entries'
import type { CommandContext } from '../command-context'
import { type Committed, recordFact } from '../commit-change'

/** Has the index compared with the database as soon as may be, and tries again what was given up on. */
export async function mendIndex(ctx: CommandContext): Promise<Committed> {
  return recordFact(ctx, [reviveIndexEntries(ctx.db), askToReconcile(ctx.db)])
}
