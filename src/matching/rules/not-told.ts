import { rule } from '../rule'

type NotToldFacts = { asked: boolean }

/**
 * The list of people and places that must not be told. To a broker the words are neutral: that somebody asked,
 * and why, is between the young person and their adviser.
 */
export const notTold = rule<NotToldFacts>({
  id: 'not-told',
  source: {
    title: 'The young person’s own words; UK GDPR, article 21 (right to object)',
    reviewOn: '2027-04-06',
  },
  check(candidate, opening) {
    const asked = candidate.blockedOrganisations.includes(opening.organisationId)
    return asked
      ? { answer: 'not-eligible', by: 'young-person', facts: { asked } }
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
