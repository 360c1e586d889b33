import { isHiddenFrom } from '../../../db/queries/blocked'
import { findMatch } from '../../../db/queries/matches'
import { listOutcomeChecks } from '../../../db/queries/outcome-checks'
import { recordOutcomeResult } from '../../../db/statements/outcome-checks'
import type { MatchId } from '../../domain/ids'
import type { MatchAction, OutcomeResult, OutcomeWeek } from '../../domain/match'
import type { CommandContext } from '../command-context'
import { type Change, commitChange, type Committed, NOTHING } from '../commit-change'
import { endingOfMatch } from '../parts/ending-of-match'

export type OutcomeAnswer = { result: OutcomeResult; words: string }

/** How it is going at 1, 4, 13 or 26 weeks. "Ended" ends the placement; going well at 26 weeks completes it. */
export async function recordOutcome(
  ctx: CommandContext,
  id: MatchId,
  week: OutcomeWeek,
  answer: OutcomeAnswer,
): Promise<Committed | 'not-found' | 'not-possible-now'> {
  const match = await findMatch(ctx.db, id)
  const check = (await listOutcomeChecks(ctx.db, id)).find((one) => one.week === week)
  if (!match || !check || (await isHiddenFrom(ctx.db, ctx.actor.id, match.careLeaverId))) return 'not-found'
  if (check.state !== 'due') return 'not-possible-now'

  const at = ctx.now().toISOString()
  const recorded: Change = {
    action: 'outcome.record',
    subject: `outcome-check:${check.id}`,
    version: check.version + 1,
    from: 'due',
    to: 'recorded',
    code: answer.result,
  }
  const action = endingAction(week, answer.result)
  const ending = (action && endingOfMatch(ctx, match, action, { answeredWeek: week })) ?? NOTHING
  return commitChange(
    ctx,
    [recorded, ...ending.changes],
    [
      recordOutcomeResult(ctx.db, check.id, { ...answer, by: ctx.actor.id, at, version: check.version + 1 }),
      ...ending.statements,
    ],
  )
}

function endingAction(week: OutcomeWeek, result: OutcomeResult): MatchAction | undefined {
  if (result === 'ended') return 'end-early'
  return week === 26 && result !== 'not-reached' ? 'complete' : undefined
}
