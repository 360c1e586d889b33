import type { Candidate } from '../candidate'
import { factor } from '../rule'

type EarlierOffersFacts = { earlier: number }

const POINTS_LOST_EACH = 25

function offersInWords(count: number): string {
  return count === 1 ? '1 offer' : `${count} offers`
}

export const earlierPoints = ({ earlierProposals }: Candidate): number =>
  Math.max(0, 100 - POINTS_LOST_EACH * earlierProposals)

/** Those who have been put forward less often come first, so that chances go round. */
export const earlierOffers = factor<EarlierOffersFacts>({
  id: 'earlier-offers',
  name: 'Earlier offers',
  measure(candidate) {
    return { points: earlierPoints(candidate), facts: { earlier: candidate.earlierProposals } }
  },
  explain({ facts: { earlier } }, reader) {
    if (reader === 'young-person') {
      return earlier === 0
        ? 'We have not suggested an offer to you yet.'
        : `We have suggested ${offersInWords(earlier)} to you before.`
    }
    return earlier === 0
      ? 'Has had no offer put to them yet.'
      : `Has had ${offersInWords(earlier)} put to them.`
  },
})
