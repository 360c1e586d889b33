import type { QualificationLevel } from '../../domain/opportunity'
import { rule } from '../rule'
import { QUALIFICATION_WORDS } from '../words'

type QualificationFacts = { asked: QualificationLevel; held: 'enough' | 'lower' | 'not-known' }

/** The level asked for against the level on record. No level on record is a question, not a lack. */
export const qualification = rule<QualificationFacts>({
  id: 'qualification',
  source: { title: 'The offer’s own terms; the Regulated Qualifications Framework', reviewOn: '2027-09-01' },
  check(candidate, opening) {
    const asked = opening.qualificationLevel
    const level = candidate.facts.qualificationLevel
    if (asked === 0 || (level !== null && level >= asked)) {
      return { answer: 'eligible', facts: { asked, held: 'enough' } }
    }
    if (level !== null) return { answer: 'not-eligible', facts: { asked, held: 'lower' } }
    return {
      answer: 'not-enough-information',
      by: 'adviser',
      missing: 'person.qualification-level',
      facts: { asked, held: 'not-known' },
    }
  },
  explain({ facts }, reader) {
    const asked = QUALIFICATION_WORDS[facts.asked]
    if (facts.asked === 0) {
      return reader === 'young-person'
        ? 'You need no qualifications for this.'
        : 'Asks for no qualifications.'
    }
    if (facts.held === 'enough') {
      return reader === 'young-person'
        ? 'You have the qualifications for this.'
        : 'Has the qualifications asked for.'
    }
    if (facts.held === 'lower') {
      return reader === 'young-person'
        ? `This asks for ${asked}. We can help you work towards that.`
        : `Below what is asked for on record: ${asked}. A course abroad may be equal.`
    }
    return reader === 'young-person'
      ? `This asks for ${asked}. Tell us what you have.`
      : `Ask which qualifications they have: this asks for ${asked}.`
  },
})
