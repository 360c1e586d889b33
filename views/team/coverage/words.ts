import type { NoMatchCode } from '../../../src/domain/no-match'
import { DISTRICTS } from '../../../src/domain/taxonomy'
import type { CoveragePlace } from '../../../src/matching/coverage/coverage'
import { MODEL_OFFERS } from '../../../src/matching/coverage/model-offers'
import type { Unmatched, UnmatchedReason } from '../../../src/matching/coverage/unmatched'
import { KIND } from '../../words/labels'
import { countText } from '../../words/times'

export const placeName = (place: CoveragePlace): string =>
  place === 'elsewhere' ? 'Elsewhere' : DISTRICTS[place]

/** A model offer by its index: “An offer of the kind ‘Training’ in Swale”. */
function modelText(model: number): string {
  const { kind, district } = MODEL_OFFERS[model] as (typeof MODEL_OFFERS)[number]
  return `An offer of the kind “${KIND[kind]}” in ${DISTRICTS[district]}`
}

/** Why nothing fits somebody, as it is listed and chosen from. */
export function reasonTitle(reason: UnmatchedReason): string {
  if (reason === 'no-such-offer') return 'No offer of a kind they want'
  if (reason === 'several') return 'Several rules at once'
  return OBSTACLE[reason] ?? reason
}

/** How a rule stands in the way, with a no or with a question. */
const OBSTACLE: Readonly<Record<string, string>> = {
  consideration: 'Agreement to be suggested',
  'not-told': 'Organisations that are not to be told',
  'already-answered': 'Earlier answers',
  'do-not-suggest': 'Kinds they do not want',
  definition: 'Definition of care leaver',
  'age-on-start-date': 'Age on the start date',
  'right-to-work': 'Right to work',
  'permission-outlasts': 'Right to work',
  qualification: 'Qualification',
  'background-check': 'Background check',
  travel: 'Travel',
  availability: 'Times',
}

/** “12 offers of a kind they want. In the way: travel of 9 (5 by itself), times of 4.” */
export function reasonText({
  reason,
  offers,
  obstacles,
}: Pick<Unmatched, 'reason' | 'offers' | 'obstacles'>) {
  if (reason === 'no-such-offer') return 'There is no live offer of a kind they want.'
  if (offers === 0) return 'They do not want to hear of any kind of offer.'
  const inTheWay = obstacles
    .slice(0, 3)
    .map(
      ({ ruleId, count, alone }) =>
        `${(OBSTACLE[ruleId] ?? ruleId).toLowerCase()} of ${count}${alone > 0 ? ` (${alone} by itself)` : ''}`,
    )
  return `${countText(offers, 'offer', 'offers')} of a kind they want. In the way: ${inTheWay.join(', ')}.`
}

/** What would change it, with how many it would change it for. */
export function changeText(best: { model: number; people: number } | null): string {
  if (!best) return 'No offer would change it by itself: what is in the way has to be asked or checked first.'
  return best.people === 1
    ? `${modelText(best.model)} that asks for nothing special would fit.`
    : `${modelText(best.model)} that asks for nothing special would fit ${best.people} people on this list.`
}

/** Why a broker found nothing. */
export const NO_MATCH: Record<NoMatchCode, string> = {
  'no-such-offer': 'No offer of the kind they want',
  'too-far': 'What there is is too far away',
  times: 'The times do not work',
  'answer-missing': 'They have to be asked something first',
  'check-missing': 'A check has to be done first',
  other: 'Another reason',
}
