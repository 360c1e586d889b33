import { listRoundsToCompute } from '../../db/queries/rounds'
import type { CommandContext } from '../commands/command-context'
import { computeRound, type PlaceCohort } from '../commands/rounds/compute-round'
import { dayOf } from '../domain/dates'

/**
 * Works out every round whose day has come, one after the other.
 * @returns what came of each
 */
export async function computeRounds(ctx: CommandContext, placeCohort: PlaceCohort): Promise<string[]> {
  const outcomes: string[] = []
  for (const round of await listRoundsToCompute(ctx.db, dayOf(ctx.now())))
    outcomes.push(await computeRound(ctx, round, placeCohort))
  return outcomes
}
