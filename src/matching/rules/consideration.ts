import { type Consideration, CONSIDERATIONS } from '../../domain/care-leaver'
import type { ByClass } from '../decision'
import { type Answer, type Reader, rule } from '../rule'

type ConsiderationFacts = { consideration: Consideration }

const WORDS: Record<Consideration, Record<Reader, string>> = {
  yes: {
    'young-person': 'You said we may suggest you for offers.',
    adviser: 'Agreed to be suggested for offers.',
    broker: 'Agreed to be suggested for offers.',
  },
  no: {
    'young-person': 'You asked us not to suggest you for offers. You can change that.',
    adviser: 'Asked not to be suggested for offers.',
    broker: 'Asked not to be suggested for offers.',
  },
  'not-asked': {
    'young-person': 'Tell us if we may suggest you for offers.',
    adviser: 'Ask them whether the team may suggest them for offers.',
    broker: 'Has not yet been asked whether the team may suggest them.',
  },
}

const ANSWERS: Record<Consideration, Answer> = {
  yes: 'eligible',
  no: 'not-eligible',
  'not-asked': 'not-enough-information',
}

/** A broker may see only people who agreed to be considered, so one who has not answered is left out as well. */
export const mayBeListed = (consideration: Consideration): boolean => consideration === 'yes'

export const byConsideration: ByClass<Consideration> = {
  classes: CONSIDERATIONS,
  classOf: ({ consideration }) => consideration,
  answer: (consideration) => ANSWERS[consideration],
}

/** Nobody is looked at for an offer before they said that they may be. No answer is not a yes. */
export const consideration = rule<ConsiderationFacts>({
  id: 'consideration',
  sentence: 'Only somebody who said that they may be suggested is suggested.',
  check(candidate) {
    const facts = { consideration: candidate.consideration }
    const answer = ANSWERS[candidate.consideration]
    if (answer === 'eligible') return { answer, facts }
    if (answer === 'not-eligible') return { answer, by: 'young-person', facts }
    return { answer, by: 'young-person', missing: 'person.consideration', facts }
  },
  explain: ({ facts }, reader) => WORDS[facts.consideration][reader],
})
