import { NONE } from './round'
import type { Solver } from './solver'

/**
 * The proof that a solve is the best there is (linear programming duality): what the allocation is worth (primal)
 * reaches what no allocation can exceed at these prices (dual). In whole units, as decimal strings: they may be
 * longer than a number holds.
 */
export type Certificate = { stage: string; primal: string; dual: string; gap: string }

/** Adds up both sides afresh from the prices; nothing of the search is trusted. */
export function certify(solver: Solver, entering: Int32Array, stage: string): Certificate {
  const { pairOf, weight, price, isStaying } = solver
  const { to, places, people } = solver.round
  let primal = 0n
  let dual = 0n
  for (const person of entering) {
    const pair = pairOf[person]!
    if (pair !== NONE) primal += BigInt(weight[pair]!)
    dual += BigInt(solver.bestValue(person))
  }
  for (let one = 0; one < places.length; one += 1)
    if (price[one]! !== 0) dual += BigInt(price[one]!) * BigInt(places[one]!)
  // Somebody of an earlier stage takes up a place, and goes to the cheapest of those that are as good for theirs.
  for (let person = 0; person < people; person += 1)
    if (isStaying[person] === 1) dual -= BigInt(cheapestPrice(solver, person))
  return { stage, primal: String(primal), dual: String(dual), gap: String(dual - primal) }

  function cheapestPrice({ pairs, end, round }: Solver, person: number): number {
    let least = Infinity
    for (let position = round.start[person]!; position < end[person]!; position += 1)
      least = Math.min(least, price[to[pairs[position]!]!]!)
    return least
  }
}
