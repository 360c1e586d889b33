import type { CareLeaverDefinition } from '../../domain/opportunity'
import { type StatutoryCategory, STATUTORY_CATEGORIES } from '../../domain/taxonomy'
import type { ByClass } from '../decision'
import { rule } from '../rule'

type DefinitionFacts = { definition: CareLeaverDefinition; isMeant: boolean }

/** Whom each definition means. The category on record is used as it stands and never worked out from an age. */
const MEANT: Record<CareLeaverDefinition, readonly StatutoryCategory[]> = {
  'any-care-experience': STATUTORY_CATEGORIES,
  'statutory-care-leaver': STATUTORY_CATEGORIES,
  'former-relevant': ['former-relevant'],
}

const MEANT_WORDS: Record<CareLeaverDefinition, string> = {
  'any-care-experience': 'This is for anyone who has been in care.',
  'statutory-care-leaver': 'This is for care leavers like you.',
  'former-relevant': 'This is for people the council still supports after 18, like you.',
}

export const byCategory: ByClass<StatutoryCategory> = {
  classes: STATUTORY_CATEGORIES,
  classOf: ({ statutoryCategory }) => statutoryCategory,
  answer: (category, opening) => (MEANT[opening.definition].includes(category) ? 'eligible' : 'not-eligible'),
}

/**
 * Employers and funders mean different people by "care leaver". A qualifying care leaver who is not meant by one
 * offer reads that there are others, not that they are less of a care leaver.
 */
export const definition = rule<DefinitionFacts>({
  id: 'definition',
  sentence: 'Each offer says which care leavers it is for.',
  check(candidate, opening, context) {
    const answer = byCategory.answer(candidate.statutoryCategory, opening, context)
    return { answer, facts: { definition: opening.definition, isMeant: answer === 'eligible' } }
  },
  explain({ facts }, reader) {
    if (reader !== 'young-person') {
      return facts.isMeant
        ? 'Among the care leavers this offer is for.'
        : 'Not among the care leavers this offer is for.'
    }
    return facts.isMeant
      ? MEANT_WORDS[facts.definition]
      : 'The funder keeps this one for a smaller group of care leavers. We have other offers for you.'
  },
})
