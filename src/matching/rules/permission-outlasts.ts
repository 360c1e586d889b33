import { type Day, addDays, dayNumber } from '../../domain/dates'
import type { Candidate, MatchingContext, Opening } from '../candidate'
import { ALWAYS, limitsPassed, NEVER } from '../decision'
import { kindOfWork, needsPermission } from '../kind-of-work'
import { type Answer, rule } from '../rule'
import { dayInWords } from '../words'

/** The days are kept only while they decide something. */
type OutlastsFacts = { until: Day | null; neededUntil: Day | null }

/** The day the permission has to reach. A job without an end only has to be startable; the employer checks again. */
function neededUntil(opening: Opening, { today, ruleSet }: MatchingContext): Day {
  const start = opening.startsOn !== null && opening.startsOn > today ? opening.startsOn : today
  if (opening.endsOn !== null) return opening.endsOn
  return opening.kind === 'apprenticeship' ? addDays(start, ruleSet.parameters['apprenticeship-days']) : start
}

/** The answer by whether a permission reaches past the last day that is too soon. */
export const OUTLASTS_ANSWERS: readonly Answer[] = ['needs-check', 'eligible']

/** The day a permission ends, as a number. */
export function permittedUntil({ facts }: Candidate): number {
  const until = facts.rightToWork?.until ?? null
  return until === null ? NEVER : dayNumber(until)
}

/** The one limit: the last number that is before the day a permission has to reach. */
export function permissionLimits(opening: Opening, context: MatchingContext): number[] {
  return [
    needsPermission(kindOfWork(opening, context)) ? dayNumber(neededUntil(opening, context)) - 1 : ALWAYS,
  ]
}

/**
 * Whether a permission that ends is long enough. Never a no: permissions are renewed, and a "no" would tell its end.
 * `withoutPermission` folds this rule into the right to work before anything is stored or reaches a broker.
 */
export const permissionOutlasts = rule<OutlastsFacts>({
  id: 'permission-outlasts',
  sentence: 'A permission to work has to last as long as the work.',
  check(candidate, opening, context) {
    const passed = limitsPassed(permittedUntil(candidate), permissionLimits(opening, context))
    const answer = OUTLASTS_ANSWERS[passed] as Answer
    if (answer === 'eligible') return { answer, facts: { until: null, neededUntil: null } }
    const until = candidate.facts.rightToWork?.until ?? null
    return { answer, by: 'adviser', facts: { until, neededUntil: neededUntil(opening, context) } }
  },
  explain({ answer, facts }, reader) {
    if (answer === 'eligible') {
      return reader === 'young-person' ? 'The dates work for this.' : 'Nothing to check about the end date.'
    }
    if (reader === 'young-person') return 'We need to check with you that the dates work for this.'
    if (reader === 'broker' || facts.until === null || facts.neededUntil === null)
      return 'Needs a check by the adviser.'
    return `Permission to work is on record until ${dayInWords(facts.until)}; this needs ${dayInWords(facts.neededUntil)}.`
  },
})
