import { addDays, ageOn } from '../../domain/dates'
import type { Candidate, MatchingContext, Opening } from '../candidate'
import { type Verdict, rule } from '../rule'

/** Which side of the limits somebody is on. The age itself is not kept: no sentence needs it. */
type Side = 'inside' | 'younger' | 'older' | 'near-a-limit'
type AgeFacts = { side: Side; minAge: number; maxAge: number; hasStartDate: boolean }

/** An offer without a start date may start at any time in this many days. */
const START_WITHIN_DAYS = 180

function sideOf(age: number, opening: Opening): Side {
  if (age < opening.minAge) return 'younger'
  return age > opening.maxAge ? 'older' : 'inside'
}

/** On the start date; when that has passed, on the first day they could join; with no date, now and in half a year. */
function sideOnStart(candidate: Candidate, opening: Opening, { today }: MatchingContext): Side {
  const { startsOn } = opening
  const now = ageOn(candidate.dateOfBirth, startsOn !== null && startsOn > today ? startsOn : today)
  const first = sideOf(now, opening)
  if (startsOn !== null || first === 'older') return first
  const last = sideOf(ageOn(candidate.dateOfBirth, addDays(today, START_WITHIN_DAYS)), opening)
  return first === last ? first : 'near-a-limit'
}

function limits({ minAge, maxAge }: AgeFacts): string {
  return `aged ${minAge} to ${maxAge}`
}

function explainToYoungPerson({ answer, facts }: Verdict<AgeFacts>): string {
  if (answer === 'eligible') return 'You are the right age for this.'
  if (answer === 'not-enough-information') {
    return `This is for people ${limits(facts)} when it starts. We will ask them for the date.`
  }
  return facts.hasStartDate
    ? `This is for people ${limits(facts)} on the day it starts.`
    : `This is for people ${limits(facts)}.`
}

/** Age is judged on the day the opportunity starts, because that is the day insurers and funders ask about. */
export const ageOnStartDate = rule<AgeFacts>({
  id: 'age-on-start-date',
  source: { title: 'The offer’s own terms', reviewOn: '2027-04-06' },
  check(candidate, opening, context) {
    const { minAge, maxAge, startsOn } = opening
    const side = sideOnStart(candidate, opening, context)
    const facts = { side, minAge, maxAge, hasStartDate: startsOn !== null }
    if (side === 'inside') return { answer: 'eligible', facts }
    if (side !== 'near-a-limit') return { answer: 'not-eligible', facts }
    return { answer: 'not-enough-information', by: 'champion', missing: 'opportunity.starts-on', facts }
  },
  explain(verdict, reader) {
    if (reader === 'young-person') return explainToYoungPerson(verdict)
    if (verdict.answer === 'eligible') return 'The right age on the start date.'
    if (verdict.answer === 'not-eligible') {
      return verdict.facts.hasStartDate
        ? `Not ${limits(verdict.facts)} on the start date.`
        : `Not ${limits(verdict.facts)}.`
    }
    return 'Ask the champion when it starts: it has an age limit.'
  },
})
