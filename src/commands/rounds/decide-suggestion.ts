import { findRoundPerson, findSuggestion, listRoundOffers } from '../../../db/queries/rounds'
import { setSuggestion } from '../../../db/statements/rounds'
import type { Day } from '../../domain/dates'
import type { MatchId, RoundId, SuggestionId } from '../../domain/ids'
import type { CommandContext } from '../command-context'
import { type Change, commitChange, type Committed } from '../commit-change'
import { type NotProposed, proposalOf } from '../parts/proposal'

/** A suggestion as the broker saw it. */
export type SuggestionSeen = {
  roundId: RoundId
  /** The number of the person it is about. */
  person: number
  id: SuggestionId
  version: number
}

/** A broker puts one suggestion of a round to the person: it becomes a proposal like any other, with its hold. */
export async function acceptSuggestion(
  ctx: CommandContext,
  at: SuggestionSeen,
  proposal: { matchId: MatchId; reason: string; wordsToPerson: string; holdUntil: Day },
): Promise<Committed | NotProposed> {
  const found = await findWaiting(ctx, at)
  if (typeof found === 'string') return found
  const { suggestion, careLeaverId, opportunityId } = found
  if (!careLeaverId || !opportunityId) return 'not-possible-now'
  const part = await proposalOf(ctx, { ...proposal, careLeaverId, opportunityId })
  if (typeof part === 'string') return part
  const version = suggestion.version + 1
  return commitChange(
    ctx,
    [...part.changes, { ...decided(at, version, 'accept'), words: proposal.reason }],
    [
      ...part.statements,
      setSuggestion(ctx.db, at.id, { state: 'proposed', matchId: proposal.matchId, version }),
    ],
  )
}

/** A broker decides against a suggestion and writes why. The person goes on waiting. */
export async function dropSuggestion(
  ctx: CommandContext,
  at: SuggestionSeen,
  reason: string,
): Promise<Committed | 'not-found' | 'not-possible-now'> {
  const found = await findWaiting(ctx, at)
  if (typeof found === 'string') return found
  const version = found.suggestion.version + 1
  return commitChange(ctx, { ...decided(at, version, 'drop'), words: reason }, [
    setSuggestion(ctx.db, at.id, { state: 'dropped', version }),
  ])
}

const decided = ({ id }: SuggestionSeen, version: number, action: 'accept' | 'drop'): Change => ({
  action: `round-suggestion.${action}`,
  subject: `round-suggestion:${id}`,
  version,
  from: 'waiting',
  to: action === 'accept' ? 'proposed' : 'dropped',
})

/** A suggestion that nobody decided on, as this broker may see it. */
async function findWaiting(ctx: CommandContext, { roundId, person: number, id, version }: SuggestionSeen) {
  const suggestion = await findSuggestion(ctx.db, roundId, id)
  if (suggestion?.person !== number) return 'not-found' as const
  const [person, offers] = await Promise.all([
    findRoundPerson(ctx.db, roundId, suggestion.person, ctx.actor.id),
    listRoundOffers(ctx.db, roundId),
  ])
  if (suggestion.version !== version) return 'changed-meanwhile' as const
  if (suggestion.state !== 'waiting') return 'not-possible-now' as const
  const offer = offers.find(({ number }) => number === suggestion.opportunity)
  return { suggestion, careLeaverId: person?.careLeaverId, opportunityId: offer?.id }
}
