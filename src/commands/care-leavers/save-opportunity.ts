import { findReadable } from '../../../db/queries/opportunities'
import { addSavedOpportunity, removeSavedOpportunity } from '../../../db/statements/saved-opportunities'
import type { CareLeaverId, OpportunityId } from '../../domain/ids'
import { dayOf } from '../../domain/dates'
import { YOUNG_PEOPLE } from '../../policy/audience'
import type { CommandContext } from '../command-context'
import { recordFact, type Committed } from '../commit-change'

/** Puts an offer on somebody's own list. Nobody else is told. */
export async function saveOpportunity(
  ctx: CommandContext,
  careLeaverId: CareLeaverId,
  id: OpportunityId,
): Promise<Committed | 'not-found'> {
  const scope = { ...YOUNG_PEOPLE, today: dayOf(ctx.now()) }
  if (!(await findReadable(ctx.db, scope, id))) return 'not-found'
  return recordFact(ctx, [addSavedOpportunity(ctx.db, careLeaverId, id, ctx.now().toISOString())])
}

export async function unsaveOpportunity(
  ctx: CommandContext,
  careLeaverId: CareLeaverId,
  id: OpportunityId,
): Promise<Committed> {
  return recordFact(ctx, [removeSavedOpportunity(ctx.db, careLeaverId, id)])
}
