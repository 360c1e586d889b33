import { addUnmetNeed, type UnmetNeed } from '../../../db/statements/unmet-needs'
import { dayOf } from '../../domain/dates'
import type { OpportunityKind } from '../../domain/opportunity'
import type { District } from '../../domain/taxonomy'
import type { CommandContext } from '../command-context'
import { type Committed, recordFact } from '../commit-change'

/** A search that names more than this wants anything, which is no need of its own. */
const NEEDS_MAX = 12

/**
 * Tells the team what was looked for and not found: each kind in each district, and not by whom.
 * @returns `nothing-to-tell` when neither a kind nor a district was asked for, or nearly all of them
 */
export async function tellUnmetNeed(
  ctx: CommandContext,
  { kinds, districts }: { kinds: readonly OpportunityKind[]; districts: readonly District[] },
): Promise<Committed | 'nothing-to-tell'> {
  const needs: UnmetNeed[] = (kinds.length > 0 ? kinds : [null]).flatMap((kind) =>
    (districts.length > 0 ? districts : [null]).map((district) => ({ kind, district })),
  )
  const isSomething = kinds.length + districts.length > 0
  if (!isSomething || needs.length > NEEDS_MAX) return 'nothing-to-tell'
  const today = dayOf(ctx.now())
  return recordFact(
    ctx,
    needs.map((need) => addUnmetNeed(ctx.db, ctx.newId(), need, today)),
  )
}
