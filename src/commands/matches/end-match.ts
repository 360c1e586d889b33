import { isHiddenFrom } from '../../../db/queries/blocked'
import { findMatch, findOwnMatch, type MatchRecord } from '../../../db/queries/matches'
import { enqueue } from '../../../db/statements/record'
import { type CareLeaver, whoHears } from '../../domain/care-leaver'
import type { MatchId } from '../../domain/ids'
import type { MatchAction } from '../../domain/match'
import type { CommandContext } from '../command-context'
import { commitChange } from '../commit-change'
import type { AnswerOutcome } from './answer-proposal'
import { endingOfMatch } from '../parts/ending-of-match'

/**
 * The young person stops: the share ends and the place goes back in the same write. From then on the champion's
 * pages know nothing. No reason is asked for; when their adviser stops it for them, what they said is kept.
 */
export async function stopMatch(
  ctx: CommandContext,
  careLeaver: CareLeaver,
  id: MatchId,
  theirWords = '',
): Promise<AnswerOutcome> {
  const match = await findOwnMatch(ctx.db, careLeaver.id, id)
  return match ? commitEnding(ctx, match, 'withdraw', theirWords ? { words: theirWords } : {}) : 'not-found'
}

/** A broker takes a match back, or notes how it ended, and writes why. */
export async function endMatch(
  ctx: CommandContext,
  id: MatchId,
  ending: {
    action: 'withdraw' | 'supersede' | 'provider-decline' | 'complete' | 'end-early'
    reason: string
  },
): Promise<AnswerOutcome> {
  const match = await findMatch(ctx.db, id)
  if (!match || (await isHiddenFrom(ctx.db, ctx.actor.id, match.careLeaverId))) return 'not-found'
  return commitEnding(ctx, match, ending.action, { words: ending.reason, tells: true })
}

/** What comes from time alone: nobody answered by the last day of the hold. Both sides are told. */
export async function endHold(ctx: CommandContext, match: MatchRecord): Promise<AnswerOutcome> {
  return commitEnding(ctx, match, 'expire', { tells: true })
}

async function commitEnding(
  ctx: CommandContext,
  match: MatchRecord,
  action: MatchAction,
  how: { words?: string; tells?: boolean },
): Promise<AnswerOutcome> {
  const ending = endingOfMatch(ctx, match, action, how)
  if (!ending) return 'not-possible-now'
  const at = ctx.now().toISOString()
  return commitChange(ctx, ending.changes, [
    ...ending.statements,
    ...(how.tells
      ? whoIsTold(match).map((accountId) => enqueue(ctx.db, ctx.newId(), at, 'person.updated', { accountId }))
      : []),
  ])
}

/** The young person or whoever hears for them, and the broker. Never the champion. */
function whoIsTold(match: MatchRecord): string[] {
  return [whoHears(match), match.brokerId].filter((id) => id !== null)
}
