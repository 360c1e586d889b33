import { findPledge } from '../../../db/queries/pledges'
import { setPledgeState } from '../../../db/statements/pledges'
import { enqueue } from '../../../db/statements/record'
import { addDays, dayOf } from '../../domain/dates'
import type { PledgeId } from '../../domain/ids'
import { nextPledgeState, REVIEW_DAYS } from '../../domain/pledge'
import type { CommandContext } from '../command-context'
import { commitChange } from '../commit-change'
import type { PledgeOutcome } from './withdraw-pledge'

/** What the 18+ team may do to a pledge. */
export const TEAM_PLEDGE_ACTIONS = ['agree', 'deliver', 'deliver-partly', 'lapse'] as const
export type TeamPledgeAction = (typeof TEAM_PLEDGE_ACTIONS)[number]

/** The 18+ team agrees a pledge, or says how it ended; whoever made it is told. Nobody agrees their own. */
export async function changePledge(
  ctx: CommandContext,
  id: PledgeId,
  { action, reason }: { action: TeamPledgeAction; reason: string },
): Promise<PledgeOutcome | 'own-pledge'> {
  const pledge = await findPledge(ctx.db, id)
  if (!pledge) return 'not-found'
  if (pledge.ownerId === ctx.actor.id) return 'own-pledge'
  const state = nextPledgeState(pledge.state, action)
  if (!state) return 'not-possible-now'
  const at = ctx.now().toISOString()
  const version = pledge.version + 1
  const reviewOn = action === 'agree' ? { reviewOn: addDays(dayOf(ctx.now()), REVIEW_DAYS) } : {}
  const words = reason ? { words: reason } : {}
  return commitChange(
    ctx,
    { action: `pledge.${action}`, subject: `pledge:${id}`, version, from: pledge.state, to: state, ...words },
    [
      setPledgeState(ctx.db, id, { state, reason, version, ...reviewOn }),
      enqueue(ctx.db, ctx.newId(), at, 'review.answered', { accountId: pledge.ownerId, pledgeId: id }),
    ],
  )
}
