import { findOwnPledge } from '../../../db/queries/pledges'
import { setPledgeState } from '../../../db/statements/pledges'
import type { PledgeId } from '../../domain/ids'
import { nextPledgeState } from '../../domain/pledge'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'
import type { Poster } from '../opportunities/write-opportunity'

export type PledgeOutcome = Committed | 'not-found' | 'not-possible-now'

/** A champion takes a pledge back and says why. What was posted under it stays. */
export async function withdrawPledge(
  ctx: CommandContext,
  poster: Poster,
  id: PledgeId,
  reason: string,
): Promise<PledgeOutcome> {
  const pledge = await findOwnPledge(ctx.db, poster.organisationId, id)
  if (!pledge) return 'not-found'
  const state = nextPledgeState(pledge.state, 'withdraw')
  if (!state) return 'not-possible-now'
  const version = pledge.version + 1
  return commitChange(
    ctx,
    {
      action: 'pledge.withdraw',
      subject: `pledge:${id}`,
      version,
      from: pledge.state,
      to: state,
      words: reason,
    },
    [setPledgeState(ctx.db, id, { state, reason, version })],
  )
}
