import type { OpportunityKind } from '../../domain/opportunity'
import type { WeekTime } from '../../domain/taxonomy'
import type { Candidate, MatchingContext, Opening } from '../candidate'
import { type Reader, type Verdict, rule } from '../rule'
import { inWords, WEEK_TIME_WORDS } from '../words'

type Finding = 'fits' | 'free-after-it-ends' | 'no-time-fits' | 'free-after-it-starts' | 'ask-about-times'
type AvailabilityFacts = { finding: Finding; weekTimes: WeekTime[] }

/** Kinds that are over in a day, so that whoever is not free on the first day has missed it. */
const ONE_DAY_KINDS: readonly OpportunityKind[] = ['event', 'insight-day']

/** Free only after the start is a question; free only after the end is a no. What already runs can be joined late. */
function findByDay(candidate: Candidate, opening: Opening, { today }: MatchingContext): Finding {
  const { availableFrom } = candidate.facts
  const { startsOn, endsOn } = opening
  if (availableFrom === null) return 'fits'
  const lastDay = endsOn ?? (ONE_DAY_KINDS.includes(opening.kind) ? startsOn : null)
  if (lastDay !== null && availableFrom > lastDay) return 'free-after-it-ends'
  return startsOn !== null && startsOn >= today && availableFrom > startsOn ? 'free-after-it-starts' : 'fits'
}

/** Somebody who did not say when they are free is not held back by it. */
function findByTimes(candidate: Candidate, opening: Opening): Finding {
  const free = candidate.profile['free-times']?.times ?? []
  if (free.length === 0 || opening.weekTimes.length === 0) return 'fits'
  const fitting = opening.weekTimes.filter((time) => free.includes(time)).length
  if (fitting === opening.weekTimes.length) return 'fits'
  return fitting > 0 || opening.supports.includes('flexible-hours') ? 'ask-about-times' : 'no-time-fits'
}

/** The one that weighs more, in the order in which they rule a pair out. */
function find(candidate: Candidate, opening: Opening, context: MatchingContext): Finding {
  const byDay = findByDay(candidate, opening, context)
  if (byDay === 'free-after-it-ends') return byDay
  const byTimes = findByTimes(candidate, opening)
  if (byTimes === 'no-time-fits' || byDay === 'fits') return byTimes
  return byDay
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
  source: { title: 'The young person’s own words; the offer’s own terms', reviewOn: '2027-04-06' },
  check(candidate, opening, context) {
    const finding = find(candidate, opening, context)
    const facts = { finding, weekTimes: opening.weekTimes }
    if (finding === 'fits') return { answer: 'eligible', facts }
    if (finding === 'free-after-it-ends') return { answer: 'not-eligible', by: 'adviser', facts }
    if (finding === 'no-time-fits') return { answer: 'not-eligible', by: 'young-person', facts }
    return {
      answer: 'needs-check',
      by: finding === 'free-after-it-starts' ? 'adviser' : 'young-person',
      facts,
    }
  },
  explain(verdict, reader) {
    const { finding } = verdict.facts
    return finding === 'no-time-fits' || finding === 'ask-about-times'
      ? explainTimes(verdict, reader)
      : WORDS[finding][reader]
  },
})
