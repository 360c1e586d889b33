import { measure } from '../allocate/measures'
import { NONE, type Round } from '../allocate/round'
import { fitOf } from './standings'

/** What a swap changes in all. */
export type Effect = {
  placed: number
  placedByBand: [band: number, placed: number][]
  totalFit: number
  worstFit: number | null
  envyOfLowerBand: number
}

/** Both sides of a swap, so that the broker sees what it does before it is done. */
export type SwapEffect = { before: Effect; after: Effect }

/** The first gets the second's place and the other way round; where the second has none, the first is left without. */
export function swapped(placements: readonly number[], first: number, second: number): number[] {
  const after = [...placements]
  after[first] = placements[second]!
  after[second] = placements[first]!
  return after
}

/** @returns undefined when the rules say no to one of the pairs that would come about */
export function effectOfSwap(
  round: Round,
  placements: readonly number[],
  first: number,
  second: number,
): SwapEffect | undefined {
  const before = pairsOf(round, placements)
  const after = pairsOf(round, swapped(placements, first, second))
  return before && after && { before: effectOf(round, before), after: effectOf(round, after) }
}

const CANDIDATES_MAX = 20

/**
 * Who could have the place of somebody instead, the best fit first: 20 at most.
 * @param settled those whose place was put to them already, by number
 */
export function swapCandidates(
  round: Round,
  placements: readonly number[],
  person: number,
  settled: ReadonlySet<number> = new Set(),
): { person: number; fit: number; placement: number }[] {
  const opening = placements[person]!
  const found: { person: number; fit: number; placement: number }[] = []
  for (let other = 0; other < round.people; other += 1) {
    const placement = placements[other]!
    if (other === person || placement === opening || settled.has(other)) continue
    const fit = fitOf(round, other, opening)
    if (fit === undefined) continue
    if (placement !== -1 && fitOf(round, person, placement) === undefined) continue
    found.push({ person: other, fit, placement })
  }
  return found.sort((one, other) => other.fit - one.fit || one.person - other.person).slice(0, CANDIDATES_MAX)
}

function effectOf(round: Round, pairOf: Int32Array): Effect {
  const { placed, placedByBand, totalFit, worstFit, envyOfLowerBand } = measure(round, pairOf)
  return {
    placed,
    placedByBand: [...placedByBand].sort(([one], [other]) => one - other),
    totalFit,
    worstFit,
    envyOfLowerBand,
  }
}

/** The pair behind each placement; undefined when one of them is no pair. */
function pairsOf({ start, to }: Round, placements: readonly number[]): Int32Array | undefined {
  const pairOf = new Int32Array(placements.length).fill(NONE)
  for (const [person, opening] of placements.entries()) {
    if (opening === -1) continue
    const pair = to.subarray(start[person]!, start[person + 1]!).indexOf(opening)
    if (pair === -1) return undefined
    pairOf[person] = start[person]! + pair
  }
  return pairOf
}
