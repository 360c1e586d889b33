import { dayNumber } from '../../domain/dates'
import type { OpportunityKind } from '../../domain/opportunity'
import { type WeekTime, WEEK_TIMES } from '../../domain/taxonomy'
import type { Candidate, MatchingContext, Opening } from '../candidate'
import { ALWAYS, limitsPassed, maskOf, NEVER } from '../decision'
import { type Answer, type Reader, type Verdict, rule } from '../rule'
import { inWords, WEEK_TIME_WORDS } from '../words'

type Finding = 'fits' | 'free-after-it-ends' | 'no-time-fits' | 'free-after-it-starts' | 'ask-about-times'
type AvailabilityFacts = { finding: Finding; weekTimes: WeekTime[] }

/** Kinds that are over in a day, so that whoever is not free on the first day has missed it. */
const ONE_DAY_KINDS: readonly OpportunityKind[] = ['event', 'insight-day']

const ANSWERS: Record<Finding, Answer> = {
  fits: 'eligible',
  'free-after-it-ends': 'not-eligible',
  'no-time-fits': 'not-eligible',
  'free-after-it-starts': 'needs-check',
  'ask-about-times': 'needs-check',
}

/** The day somebody is free from, as a number. */
export function freeFrom({ facts: { availableFrom } }: Candidate): number {
  return availableFrom === null ? ALWAYS : dayNumber(availableFrom)
}

/** The times somebody is free, as bits of the times of the week; 0 when they did not say. */
export const freeTimes = ({ profile }: Candidate): number =>
  maskOf(WEEK_TIMES, profile['free-times']?.times ?? [])

const BY_DAY = ['fits', 'free-after-it-starts', 'free-after-it-ends'] as const

/**
 * The last days, in ascending order, on which somebody who becomes free is in time for its start and for its end. Free
 * only after the start is a question; free only after the end is a no. What already runs can be joined late.
 */
export function freeLimits({ kind, startsOn, endsOn }: Opening, { today }: MatchingContext): number[] {
  const lastDay = endsOn ?? (ONE_DAY_KINDS.includes(kind) ? startsOn : null)
  const end = lastDay === null ? NEVER : dayNumber(lastDay)
  const start = startsOn !== null && startsOn >= today ? dayNumber(startsOn) : NEVER
  return [Math.min(start, end), end]
}

/** Somebody who did not say when they are free is not held back by it. */
function findByTimes(free: number, opening: Opening): Finding {
  const asked = maskOf(WEEK_TIMES, opening.weekTimes)
  if (free === 0 || (free & asked) === asked) return 'fits'
  const canBeAsked = (free & asked) !== 0 || opening.supports.includes('flexible-hours')
  return canBeAsked ? 'ask-about-times' : 'no-time-fits'
}

/** The one that weighs more, in the order in which they rule a pair out. */
function find(free: number, passed: number, opening: Opening): Finding {
  const byDay = BY_DAY[passed] ?? 'fits'
  if (byDay === 'free-after-it-ends') return byDay
  const byTimes = findByTimes(free, opening)
  return byTimes === 'no-time-fits' || byDay === 'fits' ? byTimes : byDay
}

/** The answer to somebody's free times, and to how many of the limits the day lies after from which they are free. */
export function availabilityAnswer(free: number, passed: number, opening: Opening): Answer {
  return ANSWERS[find(free, passed, opening)]
}

const WORDS: Record<Exclude<Finding, 'no-time-fits' | 'ask-about-times'>, Record<Reader, string>> = {
  fits: {
    'young-person': 'This is at a time that can work for you.',
    adviser: 'No clash with the times they gave.',
    broker: 'No clash with the times they gave.',
  },
  'free-after-it-ends': {
    'young-person': 'This ends before you are free. Tell us if that has changed.',
    adviser: 'Ends before the day they are free from on record.',
    broker: 'Ends before they are free.',
  },
  'free-after-it-starts': {
    'young-person': 'This starts before you are free. We will ask if you can start later.',
    adviser: 'Starts before the day they are free from on record. See whether it can move.',
    broker: 'Starts before they are free. Ask the adviser whether that can change.',
  },
}

function explainTimes({ facts }: Verdict<AvailabilityFacts>, reader: Reader): string {
  const times = inWords(facts.weekTimes.map((time) => WEEK_TIME_WORDS[time]))
  if (facts.finding === 'no-time-fits') {
    return reader === 'young-person'
      ? `This is on ${times}. You said you are free at other times.`
      : 'Not at the times they said they are free.'
  }
  return reader === 'young-person'
    ? `This is on ${times}. Tell us if that works for you.`
    : 'Not all at the times they said they are free. Ask them.'
}

/** Whether the person is free when it starts and at the times of the week it takes place. */
export const availability = rule<AvailabilityFacts>({
  id: 'availability',
  sentence: 'At a time when the young person is free.',
  check(candidate, opening, context) {
    const passed = limitsPassed(freeFrom(candidate), freeLimits(opening, context))
    const finding = find(freeTimes(candidate), passed, opening)
    const facts = { finding, weekTimes: opening.weekTimes }
    const answer = ANSWERS[finding]
    if (answer === 'eligible') return { answer, facts }
    const isAboutDays = finding === 'free-after-it-ends' || finding === 'free-after-it-starts'
    return { answer, by: isAboutDays ? 'adviser' : 'young-person', facts }
  },
  explain(verdict, reader) {
    const { finding } = verdict.facts
    return finding === 'no-time-fits' || finding === 'ask-about-times'
      ? explainTimes(verdict, reader)
      : WORDS[finding][reader]
  },
})
