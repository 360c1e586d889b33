import type { FactorId, RuleId } from '../domain/rule-set/rule-set'
import type { Candidate, MatchingContext, Opening } from './candidate'

export type Answer = 'eligible' | 'not-eligible' | 'needs-check' | 'not-enough-information'

/** For whom a sentence is made. A broker reads no birth date and no leave date. */
export type Reader = 'young-person' | 'adviser' | 'broker'

/** Who can resolve a verdict that is neither yes nor no. */
export type Resolver = 'young-person' | 'adviser' | 'broker' | 'champion'

export type Facts = Record<string, string | number | boolean | null | readonly string[]>

export type Verdict<F extends Facts = Facts> = {
  answer: Answer
  /** What it was decided on; stored, so that the sentence can be made again years later. */
  facts: F
  /** Who can resolve it, when the answer is `needs-check` or `not-enough-information`. */
  by?: Resolver
  /** What is missing, when the answer is `not-enough-information`. */
  missing?: string
}

/** A hard rule decides from the facts it returns, and can put those facts into words for whoever reads them. */
export type Rule<F extends Facts = Facts> = {
  id: RuleId
  /** The rule in plain words. What it rests on, and the numbers in it, are in the rule set. */
  sentence: string
  check: (candidate: Candidate, opening: Opening, context: MatchingContext) => Verdict<F>
  explain: (verdict: Verdict<F>, reader: Reader) => string
}

/** Ties a rule's facts to its own explanation, then hides their type from the list of rules. */
export function rule<F extends Facts>(definition: Rule<F>): Rule {
  return definition as unknown as Rule
}

export type Points<F extends Facts = Facts> = {
  /** 0 to 100. */
  points: number
  facts: F
}

/** A soft factor: how well the pair fits on one thing, with the sentence for it. */
export type Factor<F extends Facts = Facts> = {
  id: FactorId
  name: string
  measure: (candidate: Candidate, opening: Opening, context: MatchingContext) => Points<F>
  explain: (points: Points<F>, reader: Reader) => string
}

/** Ties a factor's facts to its own explanation, then hides their type from the list of factors. */
export function factor<F extends Facts>(definition: Factor<F>): Factor {
  return definition as unknown as Factor
}
