import { addDays, type Day, dayNumber } from '../../domain/dates'
import type { Candidate, MatchingContext, Opening } from '../candidate'
import { limitsPassed } from '../decision'
import { type Answer, type Verdict, rule } from '../rule'

/** Which side of the limits somebody is on. The age itself is not kept: no sentence needs it. */
type Side = 'inside' | 'younger' | 'older' | 'near-a-limit'
type AgeFacts = { side: Side; minAge: number; maxAge: number; hasStartDate: boolean }

/** The sides in the order in which later and later births pass them. */
const SIDES: readonly Side[] = ['older', 'near-a-limit', 'inside', 'near-a-limit', 'younger']

const ANSWERS: Record<Side, Answer> = {
  older: 'not-eligible',
  younger: 'not-eligible',
  'near-a-limit': 'not-enough-information',
  inside: 'eligible',
}

/** The answer by how many of the four limits a birth lies after. */
export const AGE_ANSWERS: readonly Answer[] = SIDES.map((side) => ANSWERS[side])

export const bornOn = ({ dateOfBirth }: Candidate): number => dayNumber(dateOfBirth)

/** The last birth at which somebody is that old on a day. */
const lastBirth = (age: number, day: Day): number => dayNumber(day) - 10_000 * age

/**
 * The last births, as day numbers in ascending order, at which somebody is too old, may be too old when it starts, is
 * old enough, and may be old enough. It is judged on the start date; when that has passed, on the first day they could
 * join; with no date, on any day from now for as long as the rule set says.
 */
export function birthLimits(
  { startsOn, minAge, maxAge }: Opening,
  { today, ruleSet }: MatchingContext,
): number[] {
  const first = startsOn !== null && startsOn > today ? startsOn : today
  const last = startsOn === null ? addDays(today, ruleSet.parameters['start-within-days']) : first
  const tooOld = Math.max(minAge, maxAge + 1)
  const mayBeTooOld = lastBirth(tooOld, last)
  const oldEnough = Math.max(mayBeTooOld, lastBirth(minAge, first))
  return [lastBirth(tooOld, first), mayBeTooOld, oldEnough, Math.max(oldEnough, lastBirth(minAge, last))]
}

function sideOnStart(candidate: Candidate, opening: Opening, context: MatchingContext): Side {
  return SIDES[limitsPassed(bornOn(candidate), birthLimits(opening, context))] as Side
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
  sentence: 'The age limits of the offer count on the day it starts.',
  check(candidate, opening, context) {
    const { minAge, maxAge, startsOn } = opening
    const side = sideOnStart(candidate, opening, context)
    const facts = { side, minAge, maxAge, hasStartDate: startsOn !== null }
    const answer = ANSWERS[side]
    if (answer !== 'not-enough-information') return { answer, facts }
    return { answer, by: 'champion', missing: 'opportunity.starts-on', facts }
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
