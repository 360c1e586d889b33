import { NONE, type Round } from './round'
import { noWorth, Solver } from './solver'

/** What is said of an allocation, under whichever rule it was made. */
export type Measures = {
  placed: number
  totalFit: number
  /** The lowest fit of anybody placed; null when nobody is. */
  worstFit: number | null
  placedByBand: Map<number, number>
  /** People who would rather have a place that somebody of a later band has. */
  envyOfLowerBand: number
  /** The most people without a place who could be added to free places without moving anybody. */
  unusedUsablePlaces: number
  /** How many more any allocation could place. */
  couldBePlaced: number
  /** For each full opportunity the lowest fit among the latest band placed there. */
  cutOffs: Map<number, number>
}

export function measure(round: Round, pairOf: Int32Array): Measures {
  const { bands, fit, people } = round
  const placedByBand = new Map<number, number>([...new Set(bands)].map((band) => [band, 0]))
  let [placed, totalFit, worstFit] = [0, 0, Infinity]
  for (let person = 0; person < people; person += 1) {
    const pair = pairOf[person]!
    if (pair === NONE) continue
    placed += 1
    totalFit += fit[pair]!
    worstFit = Math.min(worstFit, fit[pair]!)
    placedByBand.set(bands[person]!, (placedByBand.get(bands[person]!) ?? 0) + 1)
  }
  return {
    placed,
    totalFit,
    worstFit: placed === 0 ? null : worstFit,
    placedByBand,
    envyOfLowerBand: countEnvy(round, pairOf),
    unusedUsablePlaces: countAddable(round, pairOf),
    couldBePlaced: mostPlaced(round) - placed,
    cutOffs: cutOffsOf(round, pairOf),
  }
}

/** How many people each opportunity has. */
function takenBy({ opportunities, to }: Round, pairOf: Int32Array): Int32Array {
  const taken = new Int32Array(opportunities)
  for (const pair of pairOf) if (pair !== NONE) taken[to[pair]!]! += 1
  return taken
}

/** The latest band placed at each opportunity; 0 where nobody is. */
function latestBands({ bands, to, opportunities, people }: Round, pairOf: Int32Array): Int32Array {
  const latest = new Int32Array(opportunities)
  for (let person = 0; person < people; person += 1) {
    const pair = pairOf[person]!
    if (pair !== NONE) latest[to[pair]!] = Math.max(latest[to[pair]!]!, bands[person]!)
  }
  return latest
}

function countEnvy(round: Round, pairOf: Int32Array): number {
  const { bands, start, to, fit, people } = round
  const latest = latestBands(round, pairOf)
  let count = 0
  for (let person = 0; person < people; person += 1) {
    const own = pairOf[person] === NONE ? 0 : fit[pairOf[person]!]!
    for (let pair = start[person]!; pair < start[person + 1]!; pair += 1) {
      if (fit[pair]! <= own || latest[to[pair]!]! <= bands[person]!) continue
      count += 1
      break
    }
  }
  return count
}

function cutOffsOf(round: Round, pairOf: Int32Array): Map<number, number> {
  const { bands, places, to, fit, people } = round
  const taken = takenBy(round, pairOf)
  const latest = latestBands(round, pairOf)
  const cutOffs = new Map<number, number>()
  for (let person = 0; person < people; person += 1) {
    const pair = pairOf[person]!
    if (pair === NONE) continue
    const opportunity = to[pair]!
    if (taken[opportunity] !== places[opportunity] || bands[person] !== latest[opportunity]) continue
    cutOffs.set(opportunity, Math.min(cutOffs.get(opportunity) ?? Infinity, fit[pair]!))
  }
  return cutOffs
}

/** The most people that any allocation places. */
function mostPlaced(round: Round): number {
  return countPlaced(round, round.places, () => true)
}

function countAddable(round: Round, pairOf: Int32Array): number {
  const taken = takenBy(round, pairOf)
  const free = round.places.map((places, one) => places - taken[one]!)
  return countPlaced(round, free, (person) => pairOf[person] === NONE)
}

/** A largest matching: every pair is worth the same. */
function countPlaced(round: Round, places: Int32Array, comesIn: (person: number) => boolean): number {
  const solver = new Solver({ ...round, places })
  const entering: number[] = []
  for (let person = 0; person < round.people; person += 1) if (comesIn(person)) entering.push(person)
  const worth = { ...noWorth(round.people), place: new Float64Array(round.people).fill(1) }
  solver.solve({ entering: Int32Array.from(entering), worth, hasBidding: true })
  return solver.pairOf.reduce((count, pair) => count + (pair === NONE ? 0 : 1), 0)
}
