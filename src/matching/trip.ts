import { distanceKm } from '../domain/grid'
import type { Candidate, Opening } from './candidate'
import { areNeighbours } from './neighbouring-districts'

/** How the homes of a pair lie to each other by district, which is known far more often than the distance. */
export type Area =
  'same-district' | 'neighbouring' | 'further' | 'outside-kent' | 'home-not-known' | 'place-not-given'

/** A distance that most people can travel without being asked about it. */
export const SHORT_TRIP_KM = 10

/** Kilometres from home to the opening, to the nearest one; null unless both kept a grid cell. */
export function tripKm(candidate: Candidate, opening: Opening): number | null {
  const travel = candidate.profile.travel
  if (!travel || travel.cellEast === null || travel.cellNorth === null) return null
  if (opening.cellEast === null || opening.cellNorth === null) return null
  const home = { east: travel.cellEast, north: travel.cellNorth }
  return Math.round(distanceKm(home, { east: opening.cellEast, north: opening.cellNorth }))
}

/** Where the opening lies from the person's home, by districts alone. */
export function tripArea(candidate: Candidate, opening: Opening): Area {
  const home = candidate.district
  if (opening.district === null) return 'place-not-given'
  if (home === 'unknown') return 'home-not-known'
  if (home === 'outside-kent') return 'outside-kent'
  if (home === opening.district) return 'same-district'
  return areNeighbours(home, opening.district) ? 'neighbouring' : 'further'
}

/** How far the person said they can go; null when they did not say. */
export function statedKmMax(candidate: Candidate): number | null {
  return candidate.profile.travel?.distanceKmMax ?? null
}
