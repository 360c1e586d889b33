import { isHiddenFrom } from '../../../db/queries/blocked'
import { findMatch, type MatchRecord } from '../../../db/queries/matches'
import { listOutcomeChecks } from '../../../db/queries/outcome-checks'
import { setWaitingSince } from '../../../db/statements/care-leavers'
import { setMatchState } from '../../../db/statements/matches'
import { dropOutcomeChecks, recordOutcomeResult } from '../../../db/statements/outcome-checks'
import { endShareOfMatch } from '../../../db/statements/shares'
import { dayOf } from '../../domain/dates'
import type { MatchId } from '../../domain/ids'
import { type MatchAction, nextMatchState, type OutcomeResult, type OutcomeWeek } from '../../domain/match'
import type { CommandContext } from '../command-context'
import { type Change, commitChange, type Committed } from '../commit-change'

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
  const ending = endingOf(ctx, match, week, answer.result)
  return commitChange(
    ctx,
    [recorded, ...ending.changes],
    [
      recordOutcomeResult(ctx.db, check.id, { ...answer, by: ctx.actor.id, at, version: check.version + 1 }),
      ...ending.statements,
    ],
  )
}

function endingOf(ctx: CommandContext, match: MatchRecord, week: OutcomeWeek, result: OutcomeResult) {
  const action = endingAction(week, result)
  const state = action && nextMatchState(match.state, action)
  if (!state) return { changes: [], statements: [] }
  const at = ctx.now().toISOString()
  const today = dayOf(ctx.now())
  const version = match.version + 1
  const change: Change = {
    action: `match.${action}`,
    subject: `match:${match.id}`,
    version,
    from: match.state,
    to: state,
  }
  return {
    changes: [change],
    statements: [
      setMatchState(ctx.db, match.id, { state, since: at, version, endedOn: today }),
      ...dropOutcomeChecks(ctx.db, match.id, { at, actorId: ctx.actor.id, exceptWeek: week }),
      ...endShareOfMatch(ctx.db, match.id, { at, actorId: ctx.actor.id }),
      setWaitingSince(ctx.db, match.careLeaverId, today),
    ],
  }
}

function endingAction(week: OutcomeWeek, result: OutcomeResult): MatchAction | undefined {
  if (result === 'ended') return 'end-early'
  return week === 26 && result !== 'not-reached' ? 'complete' : undefined
}
