import { NONE } from './round'
import type { Solver } from './solver'

/**
 * The proof that a solve is the best there is (linear programming duality): what the allocation is worth (primal)
 * reaches what no allocation can exceed at these prices (dual). In whole units, as decimal strings: they may be
 * longer than a number holds.
 */
export type Certificate = { stage: string; primal: string; dual: string; gap: string }

/** Both sides of one stage, in whole units that may be more than a number holds. */
export type Proof = { stage: string; primal: bigint; dual: bigint }

/** The stage where nobody can be placed. */
export const noProof = (stage: string): Proof => ({ stage, primal: 0n, dual: 0n })

/** What is best for each part is best for all: their sides are added up. */
export function addProof(sum: Proof, { primal, dual }: Pick<Proof, 'primal' | 'dual'>): void {
  sum.primal += primal
  sum.dual += dual
}

export const toCertificate = ({ stage, primal, dual }: Proof): Certificate => ({
  stage,
  primal: String(primal),
  dual: String(dual),
  gap: String(dual - primal),
})

/** Adds up both sides afresh from the prices and from who may still go where; nothing of the search is trusted. */
export function prove(solver: Solver, entering: Int32Array, stage: string): Proof {
  const { pairOf, placeOf, price, isStaying, isFixed } = solver
  const { to, places, people } = solver.round
  let primal = 0n
  let dual = 0n
  for (const person of entering) {
    const pair = pairOf[person]!
    if (pair !== NONE) primal += BigInt(solver.worthOf(person, pair))
    dual += BigInt(solver.bestValue(person))
  }
  for (let one = 0; one < places.length; one += 1)
    if (price[one]! !== 0) dual += BigInt(price[one]!) * BigInt(places[one]!)
  // Somebody of an earlier stage takes up a place, and goes to the cheapest of those that are as good for theirs.
  for (let person = 0; person < people; person += 1)
    if (isStaying[person] === 1)
      dual -= BigInt(isFixed[person] === 1 ? price[placeOf[person]!]! : cheapestPrice(solver, person))
  return { stage, primal, dual }

  function cheapestPrice({ pairs, end, round }: Solver, person: number): number {
    let least = Infinity
    for (let position = round.start[person]!; position < end[person]!; position += 1)
      least = Math.min(least, price[to[pairs[position]!]!]!)
    return least
  }
}
