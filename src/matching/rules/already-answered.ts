import type { OpportunityId } from '../../domain/ids'
import { PAIR_STANDINGS, type PairStanding } from '../../domain/match'
import type { Candidate } from '../candidate'
import { type Answer, type Reader, rule } from '../rule'

type Answered = PairStanding | 'none'
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
  ended: {
    'young-person': 'This one did not work out before. Tell us if you want to try again.',
    adviser: 'Did not work out before. Ask whether they want to try again.',
    broker: 'Did not work out before. Ask whether they want to try again.',
  },
}

/** A pair has one live match at a time. A no, or an end, is remembered; people may want to try again, so it is asked. */
export const ANSWER_AFTER: Record<Answered, Answer> = {
  none: 'eligible',
  live: 'not-eligible',
  placed: 'not-eligible',
  declined: 'needs-check',
  ended: 'needs-check',
}

/** The strongest thing that has happened between the two. */
export function answeredBefore({ history }: Candidate, opportunityId: OpportunityId): Answered {
  const before = history.filter((one) => one.opportunityId === opportunityId)
  return PAIR_STANDINGS.find((standing) => before.some(({ state }) => state === standing)) ?? 'none'
}

/** What has gone before between the person and this opportunity. */
export const alreadyAnswered = rule<AnsweredFacts>({
  id: 'already-answered',
  sentence: 'One live match or place for a person and an offer; after a no, ask first.',
  check(candidate, opening) {
    const state = answeredBefore(candidate, opening.id)
    const answer = ANSWER_AFTER[state]
    return answer === 'needs-check'
      ? { answer, by: 'young-person', facts: { state } }
      : { answer, facts: { state } }
  },
  explain: ({ facts }, reader) => WORDS[facts.state][reader],
})
