import type { Candidate, Opening } from '../candidate'
import { type Reader, rule } from '../rule'

type Answered = Candidate['history'][number]['state'] | 'none'
type AnsweredFacts = { state: Answered }

const WORDS: Record<Answered, Record<Reader, string>> = {
  none: {
    'young-person': 'You have not answered this one yet.',
    adviser: 'No answer, match or place here yet.',
    broker: 'No answer, match or place here yet.',
  },
  live: {
    'young-person': 'We are already working on this one with you.',
    adviser: 'Already has a live match for this.',
    broker: 'Already has a live match for this.',
  },
  placed: {
    'young-person': 'You have already had a place on this one.',
    adviser: 'Has already had a place on this.',
    broker: 'Has already had a place on this.',
  },
  declined: {
    'young-person': 'You said no to this one before. Tell us if you have changed your mind.',
    adviser: 'Said no to this before. Ask whether they have changed their mind.',
    broker: 'Said no to this before. Ask whether they have changed their mind.',
  },
}

/** The strongest thing that has happened between the two: a live match outranks a place, a place an old no. */
function answeredBefore(candidate: Candidate, opening: Opening): Answered {
  let state: Answered = 'none'
  for (const entry of candidate.history) {
    if (entry.opportunityId !== opening.id) continue
    if (entry.state === 'live') return 'live'
    if (entry.state === 'placed' || state === 'none') state = entry.state
  }
  return state
}

/** A pair has one live match at a time. A no is remembered, but people may change their mind, so it is asked. */
export const alreadyAnswered = rule<AnsweredFacts>({
  id: 'already-answered',
  source: { title: 'The young person’s own words', reviewOn: '2027-04-06' },
  check(candidate, opening) {
    const state = answeredBefore(candidate, opening)
    if (state === 'none') return { answer: 'eligible', facts: { state } }
    if (state === 'declined') return { answer: 'needs-check', by: 'young-person', facts: { state } }
    return { answer: 'not-eligible', facts: { state } }
  },
  explain: ({ facts }, reader) => WORDS[facts.state][reader],
})
