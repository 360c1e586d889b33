import type { OpportunityId, OrganisationId } from '../../domain/ids'
import { OPPORTUNITY_KINDS, type OpportunityKind } from '../../domain/opportunity'
import { type District, DISTRICT_CODES } from '../../domain/taxonomy'
import type { Candidate, MatchingContext, Opening } from '../candidate'
import { listPairs, type Pairs } from '../columns/pairs'
import { fittingKinds, kindBit } from './wanted'

/** An offer that does not exist, to find out whom one of this kind and in this district would fit. */
export type ModelOffer = { kind: OpportunityKind; district: District }

/** Medway is not the council's, so nobody is asked for an offer there. */
export const KENT_DISTRICTS = DISTRICT_CODES.filter((code) => code !== 'E06000035')

/** One for each kind and each of the twelve districts, kinds first. */
export const MODEL_OFFERS: readonly ModelOffer[] = OPPORTUNITY_KINDS.flatMap((kind) =>
  KENT_DISTRICTS.map((district) => ({ kind, district })),
)

/**
 * The offer that asks for least: for everybody from 18 to 25, at any time, somewhere in the district, unpaid and with a
 * public body, where everybody may take part. Whom even this does not fit, something else stands in the way of.
 */
export function toOpening({ kind, district }: ModelOffer): Opening {
  return {
    id: `model ${kind} ${district}` as OpportunityId,
    organisationId: 'model' as OrganisationId,
    isCharityOrPublicBody: true,
    kind,
    title: '',
    summary: '',
    description: '',
    whatYouWillDo: '',
    topics: [],
    outcomes: [],
    heading: 'participation',
    criteria: [],
    qualificationLevel: 0,
    places: 1,
    startsOn: null,
    endsOn: null,
    closesOn: null,
    hours: '',
    weekTimes: [],
    pay: 'expenses',
    payText: '',
    travelHelp: '',
    minAge: 18,
    maxAge: 25,
    definition: 'any-care-experience',
    needsRightToWork: false,
    dbsLevel: 'none',
    supports: [],
    visibility: 'public',
    priority: 'none',
    priorityUntil: null,
    isRemote: false,
    placeOfWork: '',
    town: '',
    district,
    cellEast: null,
    cellNorth: null,
  }
}

const ELIGIBLE = 0

/** The openings of the pairs of person `index` that are eligible, and of a kind in the mask. */
export function eligibleOf(
  pairs: Pairs,
  index: number,
  openings: readonly { kind: OpportunityKind }[],
  kinds: number,
): number[] {
  const found: number[] = []
  const { from, to } = pairs.of(index)
  for (let pair = from; pair < to; pair += 1) {
    const opening = pairs.to[pair]!
    if (pairs.answer[pair] === ELIGIBLE && kinds & kindBit(openings[opening]!.kind)) found.push(opening)
  }
  return found
}

const ascending = (one: number, other: number) => one - other

/** Which model offers would fit each of these people, as indexes of `MODEL_OFFERS`, ascending. */
export function modelsThatFit(people: readonly Candidate[], context: MatchingContext): number[][] {
  const pairs = listPairs(people, MODEL_OFFERS.map(toOpening), context)
  return people.map((person, index) =>
    eligibleOf(pairs, index, MODEL_OFFERS, fittingKinds(person)).sort(ascending),
  )
}
