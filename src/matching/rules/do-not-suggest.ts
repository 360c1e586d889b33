import { OPPORTUNITY_KINDS } from '../../domain/opportunity'
import type { Candidate } from '../candidate'
import { maskOf } from '../decision'
import { type Answer, rule } from '../rule'

type DoNotSuggestFacts = { asked: boolean }

/** The kinds the person does not want to hear about, as bits of the kinds there are, and what it means for them. */
export const unwantedKinds = ({ profile }: Candidate): number =>
  maskOf(OPPORTUNITY_KINDS, profile['not-suggest']?.kinds ?? [])
export const UNWANTED: Answer = 'not-eligible'

/** Kinds of offer the young person said they do not want to hear about. */
export const doNotSuggest = rule<DoNotSuggestFacts>({
  id: 'do-not-suggest',
  sentence: 'Kinds that the young person does not want are not suggested.',
  check(candidate, opening) {
    const asked = (unwantedKinds(candidate) & maskOf(OPPORTUNITY_KINDS, [opening.kind])) !== 0
    return asked
      ? { answer: UNWANTED, by: 'young-person', facts: { asked } }
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
