import { certify, type Certificate } from './certificate'
import { deferredAcceptance } from './deferred-acceptance'
import { type AllocationRule, NONE, type Round } from './round'
import { Solver } from './solver'

/** Where everybody is placed, and the proofs that nothing better was possible under the rule. */
export type Allocation = {
  /** The pair of each person, or `NONE`. */
  pairOf: Int32Array
  certificates: Certificate[]
  /** Pairs that were looked at while solving. */
  scans: number
}

/** Places everybody under one rule. The same round always gives the same allocation. */
export function allocate(round: Round, rule: AllocationRule): Allocation {
  switch (rule) {
    case 'best-fit':
      return solveAtOnce(round, Float64Array.from(round.fit), [everybodyOf(round)], 'best fit')
    case 'most-placed':
      return solveAtOnce(round, worthByBand(round), byBand(round), 'most placed')
    case 'band-by-band':
      return bandByBand(round)
    case 'deferred-acceptance':
      return { ...deferredAcceptance(round, 'by-fit'), certificates: [] }
    case 'person-proposing':
      return { ...deferredAcceptance(round, 'by-own-rank'), certificates: [] }
  }
}

/**
 * The greatest total worth over everybody.
 * @param groups who comes in together; a later group must be worth less than any before, so that it displaces nobody
 */
function solveAtOnce(
  round: Round,
  weight: Float64Array,
  groups: readonly Int32Array[],
  stage: string,
): Allocation {
  const solver = new Solver(round)
  for (const entering of groups) solver.solve({ entering, weight, hasBidding: true })
  return {
    pairOf: solver.pairOf,
    certificates: [certify(solver, everybodyOf(round), stage)],
    scans: solver.scans,
  }
}

const everybodyOf = ({ people }: Round) => Int32Array.from({ length: people }, (_, person) => person)

/**
 * Most people placed; among those most of band 1, then of band 2 and so on; among those the greatest total fit. One
 * placement more of an earlier band outweighs every fit, so a band is worth a step that no sum of fits can reach. Who
 * can be placed together is a transversal matroid, whose heaviest sets are at once the largest and the best by band.
 */
function worthByBand(round: Round): Float64Array {
  const { start, fit, people } = round
  const levels = bandsOf(round)
  const step = fitNoSumReaches(round, people)
  if (step * (levels.length + 1) > Number.MAX_SAFE_INTEGER)
    throw new RangeError('The round has too many bands for its size')
  const worth = new Float64Array(fit.length)
  for (let person = 0; person < people; person += 1) {
    const steps = levels.length - levels.indexOf(round.bands[person]!)
    for (let pair = start[person]!; pair < start[person + 1]!; pair += 1)
      worth[pair] = steps * step + fit[pair]!
  }
  return worth
}

/** More than any two allocations can differ in total fit. */
function fitNoSumReaches({ places, fit }: Round, people: number): number {
  const most = fit.reduce((one, other) => Math.max(one, other), 0)
  const room = places.reduce((sum, one) => sum + one, 0)
  return Math.min(people, room) * most + 1
}

/** The bands that somebody is in, the first one served first. */
const bandsOf = ({ bands }: Round): number[] => [...new Set(bands)].sort((one, other) => one - other)

/**
 * Band by band: most people of band 1, among those their greatest total fit, among those most people of band 2, then
 * their fit, and so on. A band's people are brought in to the best allocation of those before; these may be moved, but
 * only between places that are as good for every earlier band, so a tie in one band never costs a later one.
 */
function bandByBand(round: Round): Allocation {
  const solver = new Solver(round)
  const certificates: Certificate[] = []
  for (const band of bandsOf(round)) {
    const entering = peopleOf(round, band)
    const weight = stageWorth(round, entering)
    for (const person of entering) solver.keep(person, (pair) => solver.isFreeToEmpty[round.to[pair]!] === 1)
    solver.price.fill(0)
    solver.solve({ entering, weight, hasBidding: certificates.length === 0 })
    certificates.push(certify(solver, entering, `band ${band}`))
    keepOnlyTheBest(solver, entering)
    // What has a price is full of the best for it in every best allocation: nobody of a later band goes there.
    for (let one = 0; one < round.opportunities; one += 1)
      if (solver.price[one]! > 0) solver.isFreeToEmpty[one] = 0
  }
  return { pairOf: solver.pairOf, certificates, scans: solver.scans }
}

const byBand = (round: Round) => bandsOf(round).map((band) => peopleOf(round, band))

function peopleOf({ bands, people }: Round, band: number): Int32Array {
  const found: number[] = []
  for (let person = 0; person < people; person += 1) if (bands[person] === band) found.push(person)
  return Int32Array.from(found)
}

/** One placement more outweighs every fit; everybody of other bands is worth nothing at this stage. */
function stageWorth(round: Round, entering: Int32Array): Float64Array {
  const step = fitNoSumReaches(round, entering.length)
  const worth = new Float64Array(round.fit.length)
  for (const person of entering)
    for (let pair = round.start[person]!; pair < round.start[person + 1]!; pair += 1)
      worth[pair] = step + round.fit[pair]!
  return worth
}

/** From now on everybody who is in goes only where it is as good for all stages so far. */
function keepOnlyTheBest(solver: Solver, entering: Int32Array): void {
  const { pairOf, weight, price, isStaying } = solver
  const { to, people } = solver.round
  for (const person of entering) if (pairOf[person] !== NONE) isStaying[person] = 1
  for (let person = 0; person < people; person += 1) {
    const own = pairOf[person]!
    if (own === NONE || isStaying[person] === 0) continue
    const value = weight[own]! - price[to[own]!]!
    solver.keep(person, (pair) => value === weight[pair]! - price[to[pair]!]!)
  }
}
