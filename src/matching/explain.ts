import { type Eligibility, type RuleVerdict, compareAnswers } from './eligibility'
import { FACTORS } from './factors/index'
import { withoutPermission } from './permission'
import type { Answer, Factor, Reader, Resolver, Rule } from './rule'
import { ALL_RULES } from './rules/index'
import type { FactorScore, Score } from './score'

/** One verdict as its reader reads it. */
export type EligibilityLine = {
  answer: Answer
  ruleId: string
  sentence: string
  by?: Resolver
  missing?: string
}

/** One factor as its reader reads it. */
export type ScoreLine = Omit<FactorScore, 'facts'> & { sentence: string }

const RULE_BY_ID = new Map<string, Rule>(ALL_RULES.map((rule) => [rule.id, rule]))
const FACTOR_BY_ID = new Map<string, Factor>(FACTORS.map((factor) => [factor.id, factor]))

/** For evidence older than the rules: what was decided stands, though nobody can put it into words any more. */
const RETIRED = 'This was looked at in a way that is no longer in use.'

/** Above this a factor speaks for the pair; at it, nothing is known or nothing is gained. */
const NEUTRAL_POINTS = 50

/** Factors about whose turn it is. They sort people fairly, and say nothing of why an offer suits. */
const WHOSE_TURN: readonly string[] = ['waiting-time', 'earlier-offers']

function toLine({ ruleId, verdict }: RuleVerdict, reader: Reader): EligibilityLine {
  return {
    answer: verdict.answer,
    ruleId,
    sentence: RULE_BY_ID.get(ruleId)?.explain(verdict, reader) ?? RETIRED,
    ...(verdict.by && { by: verdict.by }),
    ...(verdict.missing && { missing: verdict.missing }),
  }
}

/**
 * Every verdict in words, those that decided first. A broker reads one line about the right to work, whatever an
 * adviser knows of it.
 */
export function explainEligibility(eligibility: Eligibility, reader: Reader): EligibilityLine[] {
  const { verdicts } = reader === 'broker' ? withoutPermission(eligibility) : eligibility
  return verdicts
    .map((one) => toLine(one, reader))
    .sort((one, other) => compareAnswers(one.answer, other.answer))
}

/** Every factor in words, in the order of the factors. */
export function explainScore(score: Score, reader: Reader): ScoreLine[] {
  return score.byFactor.map(({ facts, ...line }) => ({
    ...line,
    sentence: FACTOR_BY_ID.get(line.factorId)?.explain({ points: line.points, facts }, reader) ?? RETIRED,
  }))
}

/** The factors that speak most for the pair, the one that adds most first. None when nothing speaks for it. */
export function bestReasons(score: Score, reader: Reader, count: number): ScoreLine[] {
  return explainScore(score, reader)
    .filter(({ points }) => points > NEUTRAL_POINTS)
    .sort((one, other) => other.contribution - one.contribution)
    .slice(0, count)
}

/** For the young person's page: what stands between them and the offer, and who does the next thing about it. */
export function whatYouWouldNeed(eligibility: Eligibility): EligibilityLine[] {
  return explainEligibility(eligibility, 'young-person').filter(({ answer }) => answer !== 'eligible')
}

/** A score without what is the same for everything that one person could be offered. */
export const withoutTurn = (score: Score): Score => ({
  ...score,
  byFactor: score.byFactor.filter(({ factorId }) => !WHOSE_TURN.includes(factorId)),
})

/** One line for the young person on why the offer is there. */
export function whyItCouldSuit(score: Score): string {
  const [best] = bestReasons(withoutTurn(score), 'young-person', 1)
  return best?.sentence ?? 'This could be something new for you.'
}
