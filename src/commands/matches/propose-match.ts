import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'
import { type NotProposed, type Proposal, proposalOf } from '../parts/proposal'

/** A broker puts an offer to a young person: a place is held until the day, and they are told there is an update. */
export async function proposeMatch(
  ctx: CommandContext,
  proposal: Proposal,
): Promise<Committed | NotProposed> {
  const part = await proposalOf(ctx, proposal)
  return typeof part === 'string' ? part : commitChange(ctx, part.changes, part.statements)
}
