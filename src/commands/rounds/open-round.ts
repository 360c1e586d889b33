import { listCandidates } from '../../../db/queries/candidates'
import { listOpenings } from '../../../db/queries/opportunities'
import { addRound } from '../../../db/statements/rounds'
import { addDays, type Day, dayOf } from '../../domain/dates'
import type { OpportunityId, RoundId } from '../../domain/ids'
import type { OpportunityKind } from '../../domain/opportunity'
import { isInScope, ROUND_DAYS_AHEAD_MAX, type RoundScope } from '../../domain/round'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

/** Live opportunities with a free place: of some kinds, or these. */
export type OffersWanted = { kinds: readonly OpportunityKind[] } | { ids: readonly OpportunityId[] }

export type RoundWish = {
  id: RoundId
  day: Day
  scope: RoundScope
  takesUnclear: boolean
  offers: OffersWanted
}

export type OpenRoundOutcome = Committed | 'not-this-day' | 'no-opportunity' | 'nobody-to-place' | 'too-big'

/**
 * A broker opens a round. It is worked out on its day, soon after this for today.
 * @param pairsMax how many pairs of people and offers this service can look at in one go
 */
export async function openRound(
  ctx: CommandContext,
  wish: RoundWish,
  pairsMax: number,
): Promise<OpenRoundOutcome> {
  const today = dayOf(ctx.now())
  if (wish.day < today || wish.day > addDays(today, ROUND_DAYS_AHEAD_MAX)) return 'not-this-day'
  const [openings, candidates] = await Promise.all([
    listOpenings(ctx.db, today),
    listCandidates(ctx.db, ctx.secrets),
  ])
  const { offers } = wish
  const opportunityIds = openings
    .filter(({ id, kind }) => ('kinds' in offers ? offers.kinds.includes(kind) : offers.ids.includes(id)))
    .map(({ id }) => id)
  if (opportunityIds.length === 0) return 'no-opportunity'
  const people = candidates.filter((person) => isInScope(person, wish.scope, wish.day))
  if (people.length === 0) return 'nobody-to-place'
  if (people.length * opportunityIds.length > pairsMax) return 'too-big'
  const { id, day, scope, takesUnclear } = wish
  return commitChange(
    ctx,
    { action: 'round.open', subject: `round:${id}`, version: 1, to: 'opened' },
    addRound(ctx.db, {
      id,
      day,
      scope,
      takesUnclear,
      opportunityIds,
      openedBy: ctx.actor.id,
      seed: ctx.newId(),
      createdAt: ctx.now().toISOString(),
    }),
  )
}
