import { findTaskOf } from '../../../db/queries/check-tasks'
import { endCheckTask } from '../../../db/statements/check-tasks'
import type { CheckTurn } from '../../domain/check-task'
import type { CareLeaverId, CheckTaskId, OpportunityId } from '../../domain/ids'
import type { CommandContext } from '../command-context'
import { type Committed, recordFact } from '../commit-change'

export type CheckAnswer = {
  careLeaverId: CareLeaverId
  id: CheckTaskId
  /** About which offer, where the page is of one. */
  opportunityId?: OpportunityId
  /** Whose turn the actor may answer in. */
  turns: readonly CheckTurn[]
  state: 'answered' | 'dropped'
  words: string
}

/** Whoever is asked says how it stands, in words for the team; or the team takes the question back. */
export async function answerCheck(
  ctx: CommandContext,
  { careLeaverId, id, opportunityId, turns, state, words }: CheckAnswer,
): Promise<Committed | 'not-found' | 'not-possible-now'> {
  const task = await findTaskOf(ctx.db, careLeaverId, id)
  if (!task || !turns.includes(task.turn)) return 'not-found'
  if (opportunityId && task.opportunityId !== opportunityId) return 'not-found'
  if (task.state !== 'open') return 'not-possible-now'
  const at = ctx.now().toISOString()
  return recordFact(ctx, [endCheckTask(ctx.db, id, { state, words, by: ctx.actor.id, at })])
}
