import { OPPORTUNITY_KINDS, type OpportunityKind } from '../../domain/opportunity'
import { COVENANT_OUTCOMES, type CovenantOutcome, type HomeDistrict } from '../../domain/taxonomy'
import type { Candidate, MatchingContext, Opening } from '../candidate'
import { listPairs } from '../columns/pairs'
import { servedOutcomes, wantedOutcomes } from '../factors/covenant-outcome'
import { eligibleOf, KENT_DISTRICTS, MODEL_OFFERS, toOpening } from './model-offers'
import { isConsideredAndWaiting, kindBit, statedKinds } from './wanted'

/** People who want something and free places that give it, in one place. */
export type Cell = { wanted: number; places: number }

/** Where a line of the tables stands: a district of Kent, or everywhere else taken together. */
export const COVERAGE_PLACES = [...KENT_DISTRICTS, 'elsewhere'] as const
export type CoveragePlace = (typeof COVERAGE_PLACES)[number]

/** A kind in a district that more people want than there are places. */
export type Gap = Cell & {
  kind: OpportunityKind
  district: (typeof KENT_DISTRICTS)[number]
  /** Who goes without; null where there were too many pairs of people and offers to look at. */
  lack: {
    /** Of those who want it here, how many have no live offer of this kind that fits. */
    without: number
    /** How many people anywhere who have none that fits an offer of this kind here, which asks for least, would fit. */
    wouldFit: number
  } | null
}

/** Wanted against offered. Counts only: nothing in it is about one person. */
export type Coverage = {
  people: number
  /** Of the people: whose district is not known, who live outside Kent (Medway included), and who named no goal. */
  unknownDistrict: number
  outsideKent: number
  withoutGoal: number
  /** Free places that are online or county-wide, or outside Kent. */
  placesElsewhere: number
  byKind: Record<OpportunityKind, Record<CoveragePlace, Cell>>
  byOutcome: Record<CovenantOutcome, Record<CoveragePlace, Cell>>
  byDistrict: Record<CoveragePlace, { people: number; places: number }>
  /** The largest first. */
  gaps: Gap[]
}

/** An opening with the places that nobody holds or fills. */
export type OpeningWithPlaces = Opening & { placesTaken: number }

const placeOf = (district: HomeDistrict | null): CoveragePlace =>
  KENT_DISTRICTS.find((one) => one === district) ?? 'elsewhere'

/** What is done online is everybody's, wherever its office is. */
const placeOfOpening = ({ isRemote, district }: Opening): CoveragePlace =>
  isRemote ? 'elsewhere' : placeOf(district)

function emptyTable<Key extends string>(keys: readonly Key[]): Record<Key, Record<CoveragePlace, Cell>> {
  const row = () => Object.fromEntries(COVERAGE_PLACES.map((place) => [place, { wanted: 0, places: 0 }]))
  return Object.fromEntries(keys.map((key) => [key, row()])) as Record<Key, Record<CoveragePlace, Cell>>
}

/** How many pairs of people and offers, live and model, are looked at to say whom what fits. */
export const countPairsLookedAt = (people: readonly Candidate[], openings: readonly Opening[]): number =>
  people.filter(isConsideredAndWaiting).length * (openings.length + MODEL_OFFERS.length)

/**
 * Counts what those who may be suggested and wait want, and what is offered, by kind, outcome and district.
 * @param options `pairsMax`: so many pairs can be looked at; above, the counts are there and who goes without is not
 */
export function countCoverage(
  people: readonly Candidate[],
  openings: readonly OpeningWithPlaces[],
  context: MatchingContext,
  { pairsMax = Number.POSITIVE_INFINITY } = {},
): Coverage {
  const waiting = people.filter(isConsideredAndWaiting)
  const canLook = countPairsLookedAt(waiting, openings) <= pairsMax
  const coverage: Coverage = {
    people: waiting.length,
    unknownDistrict: waiting.filter(({ district }) => district === 'unknown').length,
    outsideKent: waiting.filter(({ district }) => district !== 'unknown' && placeOf(district) === 'elsewhere')
      .length,
    withoutGoal: waiting.filter(({ profile }) => (profile.goals?.goals ?? []).length === 0).length,
    placesElsewhere: 0,
    byKind: emptyTable(OPPORTUNITY_KINDS),
    byOutcome: emptyTable(COVENANT_OUTCOMES),
    byDistrict: Object.fromEntries(
      COVERAGE_PLACES.map((place) => [place, { people: 0, places: 0 }]),
    ) as Coverage['byDistrict'],
    gaps: [],
  }
  for (const person of waiting) addPerson(coverage, person)
  for (const opening of openings) addOpening(coverage, opening)
  coverage.placesElsewhere = coverage.byDistrict.elsewhere.places
  coverage.gaps = findGaps(coverage, canLook ? countWithout(waiting, openings, context) : null)
  return coverage
}

const OUTCOME_BIT = new Map(COVENANT_OUTCOMES.map((outcome, at) => [outcome, 1 << at]))

function addPerson({ byKind, byOutcome, byDistrict }: Coverage, person: Candidate): void {
  const place = placeOf(person.district)
  const [kinds, outcomes] = [statedKinds(person), wantedOutcomes(person)]
  byDistrict[place].people += 1
  for (const kind of OPPORTUNITY_KINDS) if (kinds & kindBit(kind)) byKind[kind][place].wanted += 1
  for (const outcome of COVENANT_OUTCOMES)
    if (outcomes & OUTCOME_BIT.get(outcome)!) byOutcome[outcome][place].wanted += 1
}

function addOpening({ byKind, byOutcome, byDistrict }: Coverage, opening: OpeningWithPlaces): void {
  const place = placeOfOpening(opening)
  const free = Math.max(0, opening.places - opening.placesTaken)
  const served = servedOutcomes(opening)
  byDistrict[place].places += free
  byKind[opening.kind][place].places += free
  for (const outcome of COVENANT_OUTCOMES)
    if (served & OUTCOME_BIT.get(outcome)!) byOutcome[outcome][place].places += free
}

/** More wanted than offered, the greatest difference first; then the kind and the district in their order. */
function findGaps({ byKind }: Coverage, counts: ReturnType<typeof countWithout> | null): Gap[] {
  return MODEL_OFFERS.map(({ kind, district }, model) => ({
    kind,
    district: district as Gap['district'],
    ...byKind[kind][placeOf(district)],
    lack: counts && { without: counts.without[model]!, wouldFit: counts.wouldFit[model]! },
  }))
    .filter(({ wanted, places }) => wanted > places)
    .sort((one, other) => other.wanted - other.places - (one.wanted - one.places))
}

/** For each model offer: who wants its kind and has none that fits, there, and those it would fit, anywhere. */
function countWithout(waiting: readonly Candidate[], openings: readonly Opening[], context: MatchingContext) {
  const fitting = listPairs(waiting, openings, context)
  const models = listPairs(waiting, MODEL_OFFERS.map(toOpening), context)
  const without = MODEL_OFFERS.map(() => 0)
  const wouldFit = MODEL_OFFERS.map(() => 0)
  waiting.forEach((person, index) => {
    const wanted = statedKinds(person)
    const has = eligibleOf(fitting, index, openings, wanted).reduce(
      (kinds, opening) => kinds | kindBit(openings[opening]!.kind),
      0,
    )
    const missing = wanted & ~has
    if (missing === 0) return
    MODEL_OFFERS.forEach(({ kind, district }, model) => {
      if (district === person.district && missing & kindBit(kind)) without[model]! += 1
    })
    for (const model of eligibleOf(models, index, MODEL_OFFERS, missing)) wouldFit[model]! += 1
  })
  return { without, wouldFit }
}
