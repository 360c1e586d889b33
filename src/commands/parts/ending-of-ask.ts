import { type ChampionAsk, listAsksMetBy } from '../../../db/queries/champion-asks'
import type { OpportunityWork } from '../../../db/queries/opportunities'
import { endAsk } from '../../../db/statements/champion-asks'
import { ASK_ENDINGS, type AskAction, type AskCannotCode } from '../../domain/champion-ask'
import type { OpportunityId } from '../../domain/ids'
import type { OpportunityContent } from '../../domain/opportunity'
import type { CommandContext } from '../command-context'
import { NOTHING, type Part, together } from '../commit-change'

export type HowAskEnds = {
  action: AskAction
  cannot?: { code: AskCannotCode; words: string }
  opportunityId?: OpportunityId
}

/** An open ask that ends. What champions wrote stands in its row only, so that it is forgotten with it. */
export function endingOfAsk(
  ctx: CommandContext,
  { id, version: before }: Pick<ChampionAsk, 'id' | 'version'>,
  { action, ...rest }: HowAskEnds,
): Part {
  const version = before + 1
  const state = ASK_ENDINGS[action]
  const code = rest.cannot?.code
  return {
    changes: [
      {
        action: `ask.${action}`,
        subject: `ask:${id}`,
        version,
        from: 'open',
        to: state,
        ...(code && { code }),
      },
    ],
    statements: [endAsk(ctx.db, id, { ...rest, state, at: ctx.now().toISOString(), version })],
  }
}

/**
 * What an organisation was asked for, it has: an offer of that kind, or one that helps with that outcome, goes live.
 * A new version of what was live before is nothing new, unless it has become of that kind.
 */
export async function settlingOfAsks(
  ctx: CommandContext,
  work: OpportunityWork,
  content: OpportunityContent,
): Promise<Part> {
  const met = await listAsksMetBy(ctx.db, work.organisationId, newIn(work, content))
  if (met.length === 0) return NOTHING
  return together(met.map((ask) => endingOfAsk(ctx, ask, { action: 'settle', opportunityId: work.id })))
}

/** What was not there while it was live already. */
function newIn({ state, content: before }: OpportunityWork, content: OpportunityContent) {
  const wasLive = before && (state === 'published' || state === 'paused')
  if (!wasLive) return { kind: content.kind, outcomes: content.outcomes }
  return {
    kind: before.kind === content.kind ? null : content.kind,
    outcomes: content.outcomes.filter((outcome) => !before.outcomes.includes(outcome)),
  }
}
