import type { Consideration } from '../../domain/care-leaver'
import { type Reader, rule } from '../rule'

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

/** Nobody is looked at for an offer before they said that they may be. No answer is not a yes. */
export const consideration = rule<ConsiderationFacts>({
  id: 'consideration',
  source: { title: 'UK GDPR, articles 6 and 7 (lawful basis and consent)', reviewOn: '2027-04-06' },
  check(candidate) {
    const facts = { consideration: candidate.consideration }
    if (candidate.consideration === 'yes') return { answer: 'eligible', facts }
    if (candidate.consideration === 'no') return { answer: 'not-eligible', by: 'young-person', facts }
    return { answer: 'not-enough-information', by: 'young-person', missing: 'person.consideration', facts }
  },
  explain: ({ facts }, reader) => WORDS[facts.consideration][reader],
})
