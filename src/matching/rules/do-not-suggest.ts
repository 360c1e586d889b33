import { rule } from '../rule'

type DoNotSuggestFacts = { asked: boolean }

/** Kinds of offer the young person said they do not want to hear about. */
export const doNotSuggest = rule<DoNotSuggestFacts>({
  id: 'do-not-suggest',
  source: { title: 'The young person’s own words', reviewOn: '2027-04-06' },
  check(candidate, opening) {
    const asked = candidate.profile['not-suggest']?.kinds.includes(opening.kind) ?? false
    return asked
      ? { answer: 'not-eligible', by: 'young-person', facts: { asked } }
      : { answer: 'eligible', facts: { asked } }
  },
  explain({ facts }, reader) {
    if (reader === 'young-person') {
      return facts.asked
        ? 'You asked us not to suggest this kind of offer. You can change that.'
        : 'This is a kind of offer you are happy to hear about.'
    }
    return facts.asked
      ? 'Asked not to be suggested this kind of offer.'
      : 'Happy to hear about this kind of offer.'
  },
})
