import type { District, HomeDistrict } from '../domain/taxonomy'
import type { Candidate, MatchingContext, Opening } from './candidate'
import { limitsPassed } from './decision'
import { areNeighbours } from './neighbouring-districts'

/** How the homes of a pair lie to each other by district, which is known far more often than the distance. */
export type Area =
  'same-district' | 'neighbouring' | 'further' | 'outside-kent' | 'home-not-known' | 'place-not-given'

/** How long a trip is to the person; not known unless both kept a grid cell. */
export const TRIP_LENGTHS = ['short', 'within-reach', 'far', 'not-known'] as const
export type TripLength = (typeof TRIP_LENGTHS)[number]

/** A square distance of whole kilometres that still rounds to so many kilometres, or to fewer. */
export const squareWithin = (km: number): number => Math.floor(km) * (Math.floor(km) + 1)

/**
 * The square distances, ascending, up to which a trip is short and within reach. Half of what they said, or a short
 * trip for those who did not say, is short.
 */
export function tripLimits(
  kmMax: number | null,
  { ruleSet }: MatchingContext,
): [short: number, reach: number] {
  const shortKm = ruleSet.parameters['short-trip-km']
  return kmMax === null
    ? [squareWithin(shortKm), squareWithin(2 * shortKm)]
    : [squareWithin(kmMax / 2), squareWithin(kmMax)]
}

/** How long the trip from home to the opening is, as the crow flies to the nearest kilometre. */
function tripLength(candidate: Candidate, opening: Opening, context: MatchingContext): TripLength {
  const travel = candidate.profile.travel
  if (!travel || travel.cellEast === null || travel.cellNorth === null) return 'not-known'
  if (opening.cellEast === null || opening.cellNorth === null) return 'not-known'
  const square = (travel.cellEast - opening.cellEast) ** 2 + (travel.cellNorth - opening.cellNorth) ** 2
  return TRIP_LENGTHS[limitsPassed(square, tripLimits(travel.distanceKmMax, context))] as TripLength
}

/** Where the opening lies from the person's home, by districts alone. */
export function tripArea(home: HomeDistrict, place: District | null): Area {
  if (place === null) return 'place-not-given'
  if (home === 'unknown') return 'home-not-known'
  if (home === 'outside-kent') return 'outside-kent'
  if (home === place) return 'same-district'
  return areNeighbours(home, place) ? 'neighbouring' : 'further'
}

/** Whether somebody said how far they can go, and whether that is less than what most can go without being asked. */
export const TRAVELLERS = ['not-said', 'short-trips', 'longer-trips'] as const
export type Traveller = (typeof TRAVELLERS)[number]

export function travellerOf({ profile }: Candidate, { ruleSet }: MatchingContext): Traveller {
  const kmMax = profile.travel?.distanceKmMax ?? null
  if (kmMax === null) return 'not-said'
  return kmMax < ruleSet.parameters['short-trip-km'] ? 'short-trips' : 'longer-trips'
}

/** All that a rule or a factor on the trip may look at. */
export type Trip = { length: TripLength; home: HomeDistrict; traveller: Traveller }

export function tripOf(candidate: Candidate, opening: Opening, context: MatchingContext): Trip {
  return {
    length: tripLength(candidate, opening, context),
    home: candidate.district,
    traveller: travellerOf(candidate, context),
  }
}
