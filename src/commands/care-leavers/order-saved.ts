import { listSavedIds } from '../../../db/queries/saved-opportunities'
import { clearRanks, setRank } from '../../../db/statements/saved-opportunities'
import type { CareLeaverId, OpportunityId } from '../../domain/ids'
import type { CommandContext } from '../command-context'
import { type Committed, recordFact } from '../commit-change'

/**
 * The young person's own order of what they saved, from the favourite on; what is not named has none, and what was
 * taken off the list meanwhile is passed over.
 * @param order ten at most, each once
 */
export async function orderSaved(
  ctx: CommandContext,
  careLeaverId: CareLeaverId,
  order: readonly OpportunityId[],
): Promise<Committed> {
  const saved = await listSavedIds(ctx.db, careLeaverId)
  return recordFact(ctx, [
    clearRanks(ctx.db, careLeaverId),
    ...order
      .filter((id) => saved.includes(id))
      .map((id, index) => setRank(ctx.db, careLeaverId, id, index + 1)),
  ])
}
