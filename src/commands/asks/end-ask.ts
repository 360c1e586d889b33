import { type ChampionAsk, findAsk, findOwnAsk } from '../../../db/queries/champion-asks'
import type { AskCannotCode } from '../../domain/champion-ask'
import type { ChampionAskId, OrganisationId } from '../../domain/ids'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'
import { endingOfAsk, type HowAskEnds } from '../parts/ending-of-ask'

export type EndAskOutcome = Committed | 'not-found' | 'not-possible-now'

/** The champions say that they have nothing just now, and why. */
export async function declineAsk(
  ctx: CommandContext,
  organisationId: OrganisationId | null,
  id: ChampionAskId,
  cannot: { code: AskCannotCode; words: string },
): Promise<EndAskOutcome> {
  return end(ctx, await findOwnAsk(ctx.db, organisationId, id), { action: 'decline', cannot })
}

/** The team takes it back: it no longer stands on anybody's home page. */
export async function takeBackAsk(ctx: CommandContext, id: ChampionAskId): Promise<EndAskOutcome> {
  return end(ctx, await findAsk(ctx.db, id), { action: 'take-back' })
}

/** After eight weeks it ends by itself. */
export async function lapseAsk(
  ctx: CommandContext,
  ask: Pick<ChampionAsk, 'id' | 'version'>,
): Promise<Committed> {
  const { changes, statements } = endingOfAsk(ctx, ask, { action: 'lapse' })
  return commitChange(ctx, changes, statements)
}

async function end(
  ctx: CommandContext,
  ask: ChampionAsk | undefined,
  how: HowAskEnds,
): Promise<EndAskOutcome> {
  if (!ask) return 'not-found'
  if (ask.state !== 'open') return 'not-possible-now'
  const { changes, statements } = endingOfAsk(ctx, ask, how)
  return commitChange(ctx, changes, statements)
}
