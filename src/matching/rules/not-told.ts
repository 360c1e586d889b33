import type { OrganisationId } from '../../domain/ids'
import type { Candidate } from '../candidate'
import { type Answer, rule } from '../rule'

type NotToldFacts = { asked: boolean }

/** Every organisation on the person's list, and what that means for all it offers; whoever is not listed may be told. */
export const notToldTo = (candidate: Candidate): readonly OrganisationId[] => candidate.blockedOrganisations
export const NOT_TOLD: Answer = 'not-eligible'

/**
 * The list of people and places that must not be told. To a broker the words are neutral: that somebody asked,
 * and why, is between the young person and their adviser.
 */
export const notTold = rule<NotToldFacts>({
  id: 'not-told',
  sentence: 'An organisation on the young person’s private list is never told about them.',
  check(candidate, opening) {
    const asked = notToldTo(candidate).includes(opening.organisationId)
    return asked
      ? { answer: NOT_TOLD, by: 'young-person', facts: { asked } }
      : { answer: 'eligible', facts: { asked } }
  },
  explain({ facts }, reader) {
    if (!facts.asked) {
      return reader === 'young-person'
        ? 'You have not asked us to keep you from this organisation.'
        : 'Can be suggested for this organisation.'
    }
    if (reader === 'young-person') return 'You asked us not to tell this organisation about you.'
    return reader === 'adviser'
      ? 'This organisation is on their list of people and places not to tell.'
      : 'Cannot be suggested for this organisation.'
  },
})
