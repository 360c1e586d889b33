import { findRound, listRoundResults } from '../../../db/queries/rounds'
import { addSuggestions, setRoundState } from '../../../db/statements/rounds'
import type { RoundId, SuggestionId } from '../../domain/ids'
import { nextRoundState } from '../../domain/round'
import type { AllocationRule } from '../../matching/allocate/round'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

/** The rule a round is worked through by unless the broker writes why another. */
const USUAL_RULE: AllocationRule = 'band-by-band'

/** A broker chooses the rule whose placements are worked through, each decided on by itself. */
export async function chooseRule(
  ctx: CommandContext,
  id: RoundId,
  { rule, reason }: { rule: AllocationRule; reason: string },
): Promise<Committed | 'not-found' | 'not-possible-now' | 'needs-a-reason'> {
  const [round, results] = await Promise.all([findRound(ctx.db, id), listRoundResults(ctx.db, id)])
  if (!round) return 'not-found'
  const state = nextRoundState(round.state, 'choose')
  const result = results.find((one) => one.rule === rule)
  if (!state || !result) return 'not-possible-now'
  if (rule !== USUAL_RULE && reason === '') return 'needs-a-reason'
  const version = round.version + 1
  const suggestions = result.placements.flatMap((opportunity, person) =>
    opportunity === -1 ? [] : [{ id: ctx.newId() as SuggestionId, person, opportunity }],
  )
  return commitChange(
    ctx,
    {
      action: 'round.choose',
      subject: `round:${id}`,
      version,
      from: round.state,
      to: state,
      code: rule,
      words: reason,
    },
    [
      setRoundState(ctx.db, id, { state, version, chosen: { rule, reason } }),
      addSuggestions(ctx.db, id, suggestions),
    ],
  )
}
