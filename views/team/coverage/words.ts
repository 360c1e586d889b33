import type { NoMatchCode } from '../../../src/domain/no-match'
import { DISTRICTS } from '../../../src/domain/taxonomy'
import type { Obstacle } from '../../../src/matching/cohort/obstacles'
import type { CoveragePlace } from '../../../src/matching/coverage/coverage'
import { MODEL_OFFERS } from '../../../src/matching/coverage/model-offers'
import type { UnmatchedReason, WhyUnmatched } from '../../../src/matching/coverage/unmatched'
import { KIND } from '../../words/labels'
import { countText } from '../../words/times'

export const placeName = (place: CoveragePlace): string =>
  place === 'elsewhere' ? 'Elsewhere' : DISTRICTS[place]

/** A model offer by its index: “Training in Swale”. */
function modelText(model: number): string {
  const { kind, district } = MODEL_OFFERS[model] as (typeof MODEL_OFFERS)[number]
  return `${KIND[kind]} in ${DISTRICTS[district]}`
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

/** What to find out first where a rule stands in the way; for the others nothing can be asked. */
const FIND_OUT: Readonly<Record<string, string>> = {
  consideration: 'ask whether they still want to be suggested',
  'not-told': 'ask whether it still holds who is not to be told',
  'do-not-suggest': 'ask which kinds they would hear of',
  definition: 'look at which definition of care leaver they meet',
  'right-to-work': 'look at the right to work with their adviser',
  'permission-outlasts': 'look at the right to work with their adviser',
  qualification: 'ask what they have passed',
  'background-check': 'look at the background check with their adviser',
  travel: 'ask how far they can travel',
  availability: 'ask when they are free',
}

/** Of which kinds the offers are that are counted: others may fit as they stand, and lead to nothing they want. */
const OF_KINDS: Record<WhyUnmatched['ofKinds'], string> = {
  wanted: 'of the kinds they want',
  'not-refused': 'of kinds they did not refuse',
}

/** “119 offers of the kinds they want” */
export const offersText = ({ offers, ofKinds }: Pick<WhyUnmatched, 'offers' | 'ofKinds'>): string =>
  `${countText(offers, 'offer', 'offers')} ${OF_KINDS[ofKinds]}`

const NOTHING_FITS: Record<WhyUnmatched['ofKinds'], string> = {
  wanted: 'Nothing that leads to what they want fits.',
  'not-refused':
    'No offer fits of any kind they did not refuse. No goal of theirs says which kinds they want.',
}

/** What is meant by nothing, as a sentence or two. */
export const nothingFitsText = ({ reason, ofKinds }: WhyUnmatched): string =>
  reason === 'do-not-suggest' ? 'Nothing fits.' : NOTHING_FITS[ofKinds]

/** Fits after the reason's title and a colon: “64 of 79 offers of the kinds they want are stopped by this alone”. Empty where that says it. */
export function reasonText(why: WhyUnmatched): string {
  const { reason, offers, ofKinds } = why
  const [first] = why.obstacles
  if (reason === 'no-such-offer') return ''
  if (!first) return 'they refused every kind'
  const all = offersText(why)
  if (reason !== 'several')
    return `${first.alone} of ${all} ${first.alone === 1 ? 'is' : 'are'} stopped by this alone`
  const most = offers === 1 ? 'one of them' : 'most often'
  return `two or more stop ${offers === 1 ? `the only offer ${OF_KINDS[ofKinds]}` : `each of ${all}`}, ${most} ${obstacleText(first)}`
}

const obstacleText = ({ ruleId }: Obstacle) => (OBSTACLE[ruleId] ?? ruleId).toLowerCase()

/** Every rule that stands in the way, the one first that would open most: “Travel: 79 of 79 offers, 64 by itself”. */
export const obstacleLines = ({ offers, obstacles }: WhyUnmatched): string[] =>
  obstacles.map(({ ruleId, count, alone }) => {
    const inTheWay = `${OBSTACLE[ruleId] ?? ruleId}: ${count} of ${countText(offers, 'offer', 'offers')}`
    return alone > 0 ? `${inTheWay}, ${alone} by itself` : inTheWay
  })

/** The one change that would help most, without its full stop: an offer, or else what to find out first. */
export function changeText(
  { reason, obstacles }: WhyUnmatched,
  best: { model: number; people: number } | null,
): string {
  if (best) {
    const others = best.people === 1 ? '' : `, for ${best.people} people on the list`
    return `a new offer, ${modelText(best.model)}${others}`
  }
  const rules = reason === 'do-not-suggest' ? [reason] : obstacles.map(({ ruleId }) => ruleId)
  const [first] = rules.flatMap((rule) => FIND_OUT[rule] ?? [])
  return first ?? 'look at it with their adviser: no new offer would change it by itself'
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
