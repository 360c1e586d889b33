import { addProof, type Certificate, noProof, type Proof, prove, toCertificate } from './certificate'
import { deferredAcceptance } from './deferred-acceptance'
import { partsOf } from './parts'
import { type AllocationRule, everybodyOf, greatestFit, NONE, type Round } from './round'
import { noWorth, Solver, type Worth } from './solver'

/** Where everybody is placed, and the proofs that nothing better was possible under the rule. */
export type Allocation = {
  /** The pair of each person, or `NONE`. */
  pairOf: Int32Array
  certificates: Certificate[]
  /** Pairs that were looked at while solving. */
  scans: number
}

/** Places everybody under one rule, one part of the round after another. The same round always gives the same. */
export function allocate(round: Round, rule: AllocationRule): Allocation {
  const stages = STAGES[rule]?.(round) ?? []
  const pairOf = new Int32Array(round.people).fill(NONE)
  const proofs = stages.map(({ name }) => noProof(name))
  let scans = 0
  for (const part of partsOf(round)) {
    const placed = place(part.round, rule, stages)
    placed.pairOf.forEach((pair, person) => {
      if (pair !== NONE) pairOf[part.person?.[person] ?? person] = part.pair?.[pair] ?? pair
    })
    placed.proofs.forEach((proof, stage) => addProof(proofs[stage] as Proof, proof))
    scans += placed.scans
  }
  return { pairOf, certificates: proofs.map(toCertificate), scans }
}

/** What one solve is about, in units that are the same in every part. */
type Stage = {
  name: string
  bands: readonly number[]
  /** What a placement is worth beside its fit, by the place of the band among `bands`. */
  worth: readonly number[]
}

/** The stages of the rules that are solved to a proved optimum. */
const STAGES: Partial<Record<AllocationRule, (round: Round) => Stage[]>> = {
  'best-fit': (round) => {
    const bands = bandsOf(round)
    return [{ name: 'best fit', bands, worth: bands.map(() => 0) }]
  },
  'most-placed': (round) => {
    const bands = bandsOf(round)
    return [{ name: 'most placed', bands, worth: worthByBand(round, bands) }]
  },
  'band-by-band': (round) => {
    const most = greatestFit(round)
    return bandsOf(round).map((band) => ({
      name: `band ${band}`,
      bands: [band],
      worth: [fitNoSumReaches(round, most, peopleOf(round, band).length)],
    }))
  },
}

type Placed = { pairOf: Int32Array; proofs: Proof[]; scans: number }

function place(part: Round, rule: AllocationRule, stages: readonly Stage[]): Placed {
  switch (rule) {
    case 'best-fit':
      return solveAtOnce(part, stages[0] as Stage, [everybodyOf(part)])
    case 'most-placed':
      return solveAtOnce(part, stages[0] as Stage, byBand(part))
    case 'band-by-band':
      return bandByBand(part, stages)
    case 'deferred-acceptance':
      return { ...deferredAcceptance(part, 'by-fit'), proofs: [] }
    case 'person-proposing':
      return { ...deferredAcceptance(part, 'by-own-rank'), proofs: [] }
  }
}

/**
 * The greatest total worth over everybody.
 * @param groups who comes in together; a later group must be worth less than any before, so that it displaces nobody
 */
function solveAtOnce(part: Round, stage: Stage, groups: readonly Int32Array[]): Placed {
  const solver = new Solver(part)
  const worth = worthOf(part, everybodyOf(part), stage)
  for (const entering of groups) solver.solve({ entering, worth, hasBidding: true })
  return {
    pairOf: solver.pairOf,
    proofs: [prove(solver, everybodyOf(part), stage.name)],
    scans: solver.scans,
  }
}

/** What the pairs of these people are worth at a stage; nobody else's are worth anything. */
function worthOf({ bands, people }: Round, entering: Int32Array, stage: Stage): Worth {
  const worth = noWorth(people)
  for (const person of entering) {
    worth.place[person] = stage.worth[stage.bands.indexOf(bands[person]!)]!
    worth.addsFit[person] = 1
  }
  return worth
}

/**
 * Most people placed; among those most of band 1, then of band 2 and so on; among those the greatest total fit. One
 * placement more of an earlier band outweighs every fit, so a band is worth a step that no sum of fits can reach. Who
 * can be placed together is a transversal matroid, whose heaviest sets are at once the largest and the best by band.
 */
function worthByBand(round: Round, levels: readonly number[]): number[] {
  const step = fitNoSumReaches(round, greatestFit(round), round.people)
  if (step * (levels.length + 1) > Number.MAX_SAFE_INTEGER)
    throw new RangeError('The round has too many bands for its size')
  return levels.map((_, level) => (levels.length - level) * step)
}

/** More than any two allocations can differ in total fit. */
function fitNoSumReaches({ places }: Round, most: number, people: number): number {
  const room = places.reduce((sum, one) => sum + one, 0)
  return Math.min(people, room) * most + 1
}

/** The bands that somebody is in, the first one served first. */
function bandsOf({ bands, people }: Round): number[] {
  const found = new Set<number>()
  for (let person = 0; person < people; person += 1) found.add(bands[person]!)
  return [...found].sort((one, other) => one - other)
}

/**
 * Band by band: most people of band 1, among those their greatest total fit, among those most people of band 2, then
 * their fit, and so on. A band's people are brought in to the best allocation of those before; these may be moved, but
 * only between places that are as good for every earlier band, so a tie in one band never costs a later one.
 */
function bandByBand(part: Round, stages: readonly Stage[]): Placed {
  const solver = new Solver(part)
  let isFirst = true
  const proofs = stages.map((stage): Proof => {
    const entering = peopleOf(part, stage.bands[0]!)
    if (entering.length === 0) return noProof(stage.name)
    const worth = worthOf(part, entering, stage)
    solver.price.fill(0)
    solver.solve({ entering, worth, hasBidding: isFirst })
    isFirst = false
    const proof = prove(solver, entering, stage.name)
    keepOnlyTheBest(solver, entering)
    // What has a price is full of the best for it in every best allocation: nobody of a later band goes there.
    for (let one = 0; one < part.opportunities; one += 1)
      if (solver.price[one]! > 0) solver.isFreeToEmpty[one] = 0
    return proof
  })
  return { pairOf: solver.pairOf, proofs, scans: solver.scans }
}

const byBand = (round: Round) => bandsOf(round).map((band) => peopleOf(round, band))

function peopleOf({ bands, people }: Round, band: number): Int32Array {
  const found: number[] = []
  for (let person = 0; person < people; person += 1) if (bands[person] === band) found.push(person)
  return Int32Array.from(found)
}

/** From now on everybody who is in goes only where it is as good for all stages so far. */
function keepOnlyTheBest(solver: Solver, entering: Int32Array): void {
  const { pairOf, price, isStaying, isFixed, end } = solver
  const { to, people, start } = solver.round
  for (const person of entering) if (pairOf[person] !== NONE) isStaying[person] = 1
  for (let person = 0; person < people; person += 1) {
    if (isStaying[person] === 0 || isFixed[person] === 1) continue
    const own = pairOf[person]!
    const value = solver.worthOf(person, own) - price[to[own]!]!
    solver.keep(person, (pair) => value === solver.worthOf(person, pair) - price[to[pair]!]!)
    if (end[person] === start[person]! + 1) isFixed[person] = 1
  }
}
