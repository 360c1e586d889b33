import { findRoundInputs, findRoundPerson, listSuggestions } from '../../../db/queries/rounds'
import { addSuggestion, setSuggestion } from '../../../db/statements/rounds'
import type { SuggestionId } from '../../domain/ids'
import { fitOf } from '../../matching/cohort/standings'
import { fromParts } from '../../matching/cohort/stored-round'
import type { CommandContext } from '../command-context'
import { type Change, commitChange, type Committed } from '../commit-change'
import type { SuggestionSeen } from './decide-suggestion'

/**
 * A broker gives the place of one suggestion to somebody else of the round: to somebody who has none, or to somebody
 * whose place the first gets instead. The rules must let through both pairs that come about.
 * @param withPerson the other's number in the round
 */
export async function swapSuggestions(
  ctx: CommandContext,
  { roundId, person, id, version: seen }: SuggestionSeen,
  { withPerson, reason }: { withPerson: number; reason: string },
): Promise<Committed | 'not-found' | 'not-possible-now' | 'not-eligible'> {
  const [suggestions, inputs, other] = await Promise.all([
    listSuggestions(ctx.db, roundId),
    findRoundInputs(ctx.db, roundId),
    // Whoever is not to be known of is not there to be swapped with.
    findRoundPerson(ctx.db, roundId, withPerson, ctx.actor.id),
  ])
  const first = suggestions.find((one) => one.id === id && one.person === person)
  if (!first || !other?.careLeaverId || withPerson === first.person) return 'not-found'
  if (first.version !== seen) return 'changed-meanwhile'
  const others = suggestions.filter(({ person, state }) => person === withPerson && state !== 'dropped')
  const [second] = others
  if (first.state !== 'waiting' || (second && second.state !== 'waiting')) return 'not-possible-now'

  const round = fromParts(inputs.parts, inputs)
  const isAllowed = (person: number, opening: number) => fitOf(round, person, opening) !== undefined
  if (!isAllowed(withPerson, first.opportunity)) return 'not-eligible'
  if (second && !isAllowed(first.person, second.opportunity)) return 'not-eligible'

  const version = first.version + 1
  const change: Change = {
    action: 'round-suggestion.swap',
    subject: `round-suggestion:${first.id}`,
    version,
    from: 'waiting',
    to: second ? 'waiting' : 'dropped',
    words: reason,
  }
  if (second) {
    const secondVersion = second.version + 1
    const alsoChanges = { ...change, subject: `round-suggestion:${second.id}`, version: secondVersion }
    return commitChange(
      ctx,
      [change, alsoChanges],
      [
        setSuggestion(ctx.db, first.id, { opportunity: second.opportunity, version }),
        setSuggestion(ctx.db, second.id, { opportunity: first.opportunity, version: secondVersion }),
      ],
    )
  }
  const newId = ctx.newId() as SuggestionId
  const begins: Change = {
    action: 'round-suggestion.swap',
    subject: `round-suggestion:${newId}`,
    version: 1,
    to: 'waiting',
    words: reason,
  }
  return commitChange(
    ctx,
    [change, begins],
    [
      setSuggestion(ctx.db, first.id, { state: 'dropped', version }),
      addSuggestion(ctx.db, {
        id: newId,
        roundId,
        person: withPerson,
        opportunity: first.opportunity,
      }),
    ],
  )
}
