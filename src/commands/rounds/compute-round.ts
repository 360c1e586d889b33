import { listCandidates } from '../../../db/queries/candidates'
import { listOpenings } from '../../../db/queries/opportunities'
import { listEetStandings, listRanks, listRoundOffers, type RoundRecord } from '../../../db/queries/rounds'
import { readRuleSet } from '../../../db/queries/rule-sets'
import { addRoundOutcome, setRoundProgress, setRoundState } from '../../../db/statements/rounds'
import { dayOf } from '../../domain/dates'
import { isInScope, nextRoundState } from '../../domain/round'
import { bandOf, BANDS_VERSION } from '../../matching/cohort/bands'
import type { Cohort, PlacedCohort } from '../../matching/cohort/cohort'
import { inLotteryOrder } from '../../matching/cohort/lottery'
import type { OnProgress } from '../../matching/cohort/place-cohort'
import { toParts } from '../../matching/cohort/stored-round'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed, recordFact } from '../commit-change'

/** Places a cohort, on a thread of its own where there are threads. */
export type PlaceCohort = (cohort: Cohort, onProgress: OnProgress) => Promise<PlacedCohort>

/**
 * Works a round out on its day and keeps everything it was worked out from. It is all stored at once: there is no
 * half of a round. Two processes that do it at the same time do it twice, and one of them keeps it.
 */
export async function computeRound(
  ctx: CommandContext,
  round: RoundRecord,
  placeCohort: PlaceCohort,
): Promise<Committed | 'not-possible-now'> {
  const state = nextRoundState(round.state, 'compute')
  if (!state || round.day > dayOf(ctx.now())) return 'not-possible-now'
  const { cohort, references } = await gather(ctx, round)
  const { round: numbers, results } = await placeCohort(cohort, (percent) => {
    // How far it is may be missed once; what comes of it may not.
    recordFact(ctx, [setRoundProgress(ctx.db, round.id, percent)]).catch(() => undefined)
  })
  const version = round.version + 1
  return commitChange(
    ctx,
    {
      action: 'round.compute',
      subject: `round:${round.id}`,
      version,
      from: round.state,
      to: state,
    },
    [
      ...addRoundOutcome(ctx.db, round.id, {
        people: cohort.members.map(({ candidate, eet }, number) => ({
          reference: references[number] as string,
          careLeaverId: candidate.id,
          band: bandOf({ eet, waitingSince: candidate.waitingSince }, round.day),
        })),
        offers: cohort.openings.map(({ id }, number) => ({ id, places: cohort.places[number] as number })),
        parts: toParts(numbers),
        results,
      }),
      setRoundState(ctx.db, round.id, {
        state,
        version,
        computed: {
          at: ctx.now().toISOString(),
          bandsVersion: BANDS_VERSION,
          rulesVersion: cohort.ruleSet.version,
          weightsVersion: cohort.ruleSet.version,
        },
      }),
    ],
  )
}

/** The people in their lottery order and the offers in the order of their numbers, as they are now. */
async function gather(
  ctx: CommandContext,
  round: RoundRecord,
): Promise<{ cohort: Cohort; references: string[] }> {
  const [candidates, eet, ranks, offers, openings, ruleSet] = await Promise.all([
    listCandidates(ctx.db, ctx.secrets),
    listEetStandings(ctx.db),
    listRanks(ctx.db),
    listRoundOffers(ctx.db, round.id),
    listOpenings(ctx.db, round.day),
    readRuleSet(ctx.db),
  ])
  const inIt = candidates.filter((person) => isInScope(person, round.scope, round.day))
  const drawn = await inLotteryOrder(
    round.seed,
    inIt.map((candidate) => ({ candidate, reference: ctx.newId() })),
  )
  const byId = new Map(openings.map((opening) => [opening.id, opening]))
  // An offer that is no longer live by then is not in the round any more.
  const live = offers.flatMap(({ id }) => byId.get(id) ?? [])
  const numberOfPerson = new Map(drawn.map(({ candidate }, number) => [candidate.id, number]))
  const numberOfOpening = new Map(live.map(({ id }, number) => [id, number]))
  return {
    references: drawn.map(({ reference }) => reference),
    cohort: {
      day: round.day,
      ruleSet,
      members: drawn.map(({ candidate }) => ({ candidate, eet: eet.get(candidate.id) ?? 'not-known' })),
      openings: live,
      places: live.map(({ places, placesTaken }) => places - placesTaken),
      ranks: ranks.flatMap(({ careLeaverId, opportunityId, rank }) => {
        const [person, opening] = [numberOfPerson.get(careLeaverId), numberOfOpening.get(opportunityId)]
        return person === undefined || opening === undefined ? [] : [{ person, opening, rank }]
      }),
      takesUnclear: round.takesUnclear,
    },
  }
}
