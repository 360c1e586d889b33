import { type Day, addDays } from '../../domain/dates'
import type { MatchingContext, Opening } from '../candidate'
import { kindOfWork, needsPermission } from '../kind-of-work'
import { rule } from '../rule'
import { dayInWords } from '../words'

/** The days are kept only while they decide something. */
type OutlastsFacts = { until: Day | null; neededUntil: Day | null }

/** Most apprenticeships run a year or more, so one without an end date is taken to last a year. */
const APPRENTICESHIP_DAYS = 365

/** The day the permission has to reach. A job without an end only has to be startable; the employer checks again. */
function neededUntil(opening: Opening, { today }: MatchingContext): Day {
  const start = opening.startsOn !== null && opening.startsOn > today ? opening.startsOn : today
  if (opening.endsOn !== null) return opening.endsOn
  return opening.kind === 'apprenticeship' ? addDays(start, APPRENTICESHIP_DAYS) : start
}

/**
 * Whether a permission that ends is long enough. Never a no: permissions are renewed, and a "no" would tell its end.
 * `withoutPermission` folds this rule into the right to work before anything is stored or reaches a broker.
 */
export const permissionOutlasts = rule<OutlastsFacts>({
  id: 'permission-outlasts',
  source: {
    title:
      'Immigration, Asylum and Nationality Act 2006, section 15; ' +
      'apprenticeship funding rules (able to complete in the time available)',
    reviewOn: '2027-01-31',
  },
  check(candidate, opening, context) {
    const until = candidate.facts.rightToWork?.until ?? null
    if (until === null || !needsPermission(kindOfWork(opening))) {
      return { answer: 'eligible', facts: { until: null, neededUntil: null } }
    }
    const needed = neededUntil(opening, context)
    if (until >= needed) return { answer: 'eligible', facts: { until: null, neededUntil: null } }
    return { answer: 'needs-check', by: 'adviser', facts: { until, neededUntil: needed } }
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
