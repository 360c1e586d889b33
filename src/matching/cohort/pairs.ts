import type { MatchingContext, Candidate, Opening } from '../candidate'
import { assess } from '../eligibility'
import { scorePair } from '../score'

/** Every pair that no rule refuses, by person; openings ascending. */
export type Pairs = {
  start: Int32Array
  to: Int32Array
  fit: Int16Array
  answer: Uint8Array
}

export function listPairs(
  people: readonly Candidate[],
  openings: readonly Opening[],
  context: MatchingContext,
): Pairs {
  const [start, to, fit, answer] = [[0], [] as number[], [] as number[], [] as number[]]
  for (const person of people) {
    openings.forEach((opening, index) => {
      const eligibility = assess(person, opening, context)
      if (eligibility.answer === 'not-eligible') return
      const hundredths = scorePair(person, opening, context).byFactor.reduce(
        (sum, one) => sum + one.points * one.weight,
        0,
      )
      to.push(index)
      fit.push(Math.max(1, Math.round(hundredths / 10)))
      answer.push(
        eligibility.answer === 'eligible' ? 0 : eligibility.answer === 'not-enough-information' ? 1 : 2,
      )
    })
    start.push(to.length)
  }
  return {
    start: Int32Array.from(start),
    to: Int32Array.from(to),
    fit: Int16Array.from(fit),
    answer: Uint8Array.from(answer),
  }
}
