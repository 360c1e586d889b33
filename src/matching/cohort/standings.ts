import type { Round } from '../allocate/round'

/** How one opening stands under an allocation. */
export type OpeningStanding = {
  places: number
  taken: number
  isFull: boolean
  /** The latest band that somebody placed here is of; 0 when nobody is. */
  latestBand: number
  /** The lowest fit of that band placed here; 0 when nobody is. */
  cutOff: number
}

/** How every opening stands, by number. */
export function standingsOf(round: Round, placements: readonly number[]): OpeningStanding[] {
  const standings = Array.from(round.places, (places): OpeningStanding => ({
    places,
    taken: 0,
    isFull: places === 0,
    latestBand: 0,
    cutOff: 0,
  }))
  placements.forEach((opening, person) => {
    const standing = standings[opening]
    if (!standing) return
    const [band, fit] = [round.bands[person]!, fitOf(round, person, opening) ?? 0]
    standing.taken += 1
    standing.isFull = standing.taken >= standing.places
    if (band > standing.latestBand) [standing.latestBand, standing.cutOff] = [band, fit]
    else if (band === standing.latestBand) standing.cutOff = Math.min(standing.cutOff, fit)
  })
  return standings
}

/** The fit of a person with an opening; undefined when the rules say no to the pair. */
export function fitOf(round: Round, person: number, opening: number): number | undefined {
  for (let pair = round.start[person]!; pair < round.start[person + 1]!; pair += 1)
    if (round.to[pair] === opening) return round.fit[pair]
  return undefined
}
