import { findRound } from '../../../db/queries/rounds'
import { setRoundState } from '../../../db/statements/rounds'
import type { RoundId } from '../../domain/ids'
import { nextRoundState } from '../../domain/round'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

/** A round that is withdrawn was never worked through; one that is closed takes no more decisions. */
export async function endRound(
  ctx: CommandContext,
  id: RoundId,
  { action, reason }: { action: 'withdraw' | 'close'; reason: string },
): Promise<Committed | 'not-found' | 'not-possible-now'> {
  const round = await findRound(ctx.db, id)
  if (!round) return 'not-found'
  const state = nextRoundState(round.state, action)
  if (!state) return 'not-possible-now'
  const version = round.version + 1
  return commitChange(
    ctx,
    {
      action: `round.${action}`,
      subject: `round:${id}`,
      version,
      from: round.state,
      to: state,
      words: reason,
    },
    [setRoundState(ctx.db, id, { state, version })],
  )
}
