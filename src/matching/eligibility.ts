import type { Candidate, MatchingContext, Opening } from './candidate'
import type { Answer, Rule, Verdict } from './rule'
import { RULES } from './rules/index'

export type RuleVerdict = { ruleId: string; verdict: Verdict }

/** What the hard rules say of a pair: the one answer, and every verdict behind it in the order of the rules. */
export type Eligibility = { answer: Answer; verdicts: RuleVerdict[] }

const WEIGHT: Record<Answer, number> = {
  'not-eligible': 3,
  'needs-check': 2,
  'not-enough-information': 1,
  eligible: 0,
}

/** Puts the heavier answer first. */
export function compareAnswers(one: Answer, other: Answer): number {
  return WEIGHT[other] - WEIGHT[one]
}

/** The answer that outweighs the rest. */
export function heaviestAnswer(verdicts: readonly RuleVerdict[]): Answer {
  let heaviest: Answer = 'eligible'
  for (const { verdict } of verdicts) {
    if (WEIGHT[verdict.answer] > WEIGHT[heaviest]) heaviest = verdict.answer
  }
  return heaviest
}

/** Asks every hard rule about a pair. No rule is skipped after a no, so that "why not" is told in full. */
export function assess(
  candidate: Candidate,
  opening: Opening,
  context: MatchingContext,
  rules: readonly Rule[] = RULES,
): Eligibility {
  const verdicts = rules.map(({ id, check }) => ({ ruleId: id, verdict: check(candidate, opening, context) }))
  return { answer: heaviestAnswer(verdicts), verdicts }
}
