import type { Candidate, MatchingContext, Opening } from './candidate'
import { FACTORS } from './factors/index'
import type { Facts } from './rule'

export type FactorScore = {
  factorId: string
  name: string
  /** 0 to 100. */
  points: number
  /** Hundredths of the total. */
  weight: number
  /** What the factor adds to the total; the contributions add up to it exactly. */
  contribution: number
  facts: Facts
}

export type Score = {
  /** 0 to 100, a whole number. */
  total: number
  weightsVersion: string
  byFactor: FactorScore[]
}

/** What a factor was cut by when its contribution was rounded down, in hundredths. */
function remainderOf({ points, weight }: FactorScore): number {
  return (points * weight) % 100
}

/** Largest remainder: one more to those that lost most, the earlier factor first, until the sum is the total. */
function handOut(missing: number, byFactor: readonly FactorScore[]): void {
  const byRemainder = [...byFactor].sort((one, other) => remainderOf(other) - remainderOf(one))
  for (const one of byRemainder.slice(0, missing)) one.contribution += 1
}

/** How well a pair fits, as whole points that a reader can add up. It sorts; a named person decides. */
export function scorePair(candidate: Candidate, opening: Opening, context: MatchingContext): Score {
  let hundredths = 0
  let handedOut = 0
  const { weights, version } = context.ruleSet
  const byFactor = FACTORS.map((factor): FactorScore => {
    const weight = weights[factor.id]
    const { points, facts } = factor.measure(candidate, opening, context)
    const contribution = Math.floor((points * weight) / 100)
    hundredths += points * weight
    handedOut += contribution
    return { factorId: factor.id, name: factor.name, points, weight, contribution, facts }
  })
  const total = Math.round(hundredths / 100)
  handOut(total - handedOut, byFactor)
  return { total, weightsVersion: version, byFactor }
}
