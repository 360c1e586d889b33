import { type AllocationRule, rankOf, type Round } from '../allocate/round'
import type { OpeningStanding } from './standings'

/** Why somebody did not get one opening. */
export type WhyNot =
  | { because: 'no-places' }
  | { because: 'earlier-bands' }
  | { because: 'lower-fit'; cutOff: number }
  | { because: 'by-lot' }
  | { because: 'more-placed' }
  | { because: 'later-band' }
  | { because: 'place-free' }

/** One opening that somebody could have had, and why they have another or none. */
export type Missed = { opening: number; fit: number; rank: number; why: WhyNot }

export type Explained = {
  /** The fit of what they got, from 1 to 1000; 0 when they got nothing. */
  fit: number
  band: number
  /** Their own rank of what they got; 0 for none. */
  rank: number
  /** What they would rather have, the best first: by fit, or by their own order where the rule asks in it. */
  better: Missed[]
  /** How many openings the rules let them have. */
  pairs: number
}

/**
 * The openings that somebody would rather have than what the rule gave them, the best first, each with why they did not
 * get it. A cut-off is named only to people of the band it belongs to.
 * @param standings how every opening stands under that very allocation
 * @param placement the number of the opening it gave them; -1 for none
 */
export function explainPlacement(
  round: Round,
  standings: readonly OpeningStanding[],
  { person, placement, rule }: { person: number; placement: number; rule: AllocationRule },
): Explained {
  const band = round.bands[person]!
  let [fit, rank] = [0, 0]
  const others: Missed[] = []
  for (let pair = round.start[person]!; pair < round.start[person + 1]!; pair += 1) {
    const [opening, own] = [round.to[pair]!, round.fit[pair]!]
    if (opening === placement) [fit, rank] = [own, rankOf(round, pair)]
    else
      others.push({
        opening,
        fit: own,
        rank: rankOf(round, pair),
        why: whyNot(standings[opening]!, band, own),
      })
  }
  const liking = likingUnder(rule)
  const own = { fit, rank, opening: placement }
  const better = others
    .filter((one) => placement === -1 || liking(one, own) < 0)
    .filter((one) => rule === 'person-proposing' || one.fit > fit)
    .sort(liking)
  return { fit, band, rank, better, pairs: round.start[person + 1]! - round.start[person]! }
}

type Liked = { fit: number; rank: number; opening: number }

/** Which of two somebody would rather have: by fit, or ranked ones first where the rule asks in their own order. */
function likingUnder(rule: AllocationRule): (one: Liked, other: Liked) => number {
  const rankOf = ({ rank }: Liked) => (rule === 'person-proposing' && rank > 0 ? rank : Infinity)
  return (one, other) => {
    const [first, second] = [rankOf(one), rankOf(other)]
    if (first !== second) return first - second
    // By one's own order a rank says all; fits are compared only where there is none.
    return other.fit - one.fit || one.opening - other.opening
  }
}

function whyNot(standing: OpeningStanding, band: number, fit: number): WhyNot {
  if (standing.places === 0) return { because: 'no-places' }
  if (!standing.isFull) return { because: 'place-free' }
  if (standing.latestBand < band) return { because: 'earlier-bands' }
  if (standing.latestBand > band) return { because: 'later-band' }
  if (fit < standing.cutOff) return { because: 'lower-fit', cutOff: standing.cutOff }
  return fit === standing.cutOff ? { because: 'by-lot' } : { because: 'more-placed' }
}

/** The words for a broker. Fits are of this round, from 1 to 1000. */
export function sayWhyNot({ fit, why }: Missed, band: number): string {
  switch (why.because) {
    case 'no-places':
      return 'No place was free when the round was worked out.'
    case 'earlier-bands':
      return 'People of earlier bands have it.'
    case 'lower-fit':
      return `The lowest fit placed from band ${band} was ${why.cutOff}; theirs was ${fit}.`
    case 'by-lot':
      return `The same fit as the last one placed, ${fit}: between equals the lottery decides.`
    case 'more-placed':
      return 'With them here fewer people would have a place, or the fit in all would be less.'
    case 'later-band':
      return 'Somebody of a later band has it under this rule.'
    case 'place-free':
      return 'A place is left, but this rule put them elsewhere.'
  }
}

/** The words for the young person, without numbers and without anybody else in them. */
export function sayWhyNotToThem({ why }: Missed): string {
  switch (why.because) {
    case 'no-places':
      return 'All the places had gone before.'
    case 'earlier-bands':
      return 'There were only a few places. They went to people who have waited long without work or study.'
    case 'lower-fit':
    case 'later-band':
      return 'Other people were a closer match for this one, this time.'
    case 'by-lot':
      return 'You and someone else matched this one just as well. It was decided by chance.'
    case 'more-placed':
    case 'place-free':
      return 'Something else made it possible for more people to get a place.'
  }
}

/** How a place came about, or why there is none, in one sentence for the young person. */
export function sayPlacementToThem(isPlaced: boolean, couldHave: number): string {
  if (isPlaced) return 'Out of what is open now, this is the best match we found for you.'
  if (couldHave === 0) return 'Nothing that is open now fits what you told us. We keep looking with you.'
  return 'There were more people than places this time. You stay on our list, and we keep looking with you.'
}
