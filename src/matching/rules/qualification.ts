import { QUALIFICATION_LEVELS, type QualificationLevel } from '../../domain/opportunity'
import type { Opening } from '../candidate'
import type { ByClass } from '../decision'
import { type Answer, rule } from '../rule'
import { QUALIFICATION_WORDS } from '../words'

type Held = 'enough' | 'lower' | 'not-known'
type QualificationFacts = { asked: QualificationLevel; held: Held }

const ANSWERS: Record<Held, Answer> = {
  enough: 'eligible',
  lower: 'not-eligible',
  'not-known': 'not-enough-information',
}

function heldFor(level: number | null, { qualificationLevel: asked }: Opening): Held {
  if (asked === 0 || (level !== null && level >= asked)) return 'enough'
  return level === null ? 'not-known' : 'lower'
}

/** No offer asks for more than the highest of the levels there are, so those above it are one class. */
export const byQualification: ByClass<number | null> = {
  classes: [null, ...QUALIFICATION_LEVELS],
  classOf: ({ facts: { qualificationLevel: level } }) =>
    level === null ? null : Math.min(level, Math.max(...QUALIFICATION_LEVELS)),
  answer: (level, opening) => ANSWERS[heldFor(level, opening)],
}

/** The level asked for against the level on record. No level on record is a question, not a lack. */
export const qualification = rule<QualificationFacts>({
  id: 'qualification',
  sentence: 'The level that the offer asks for.',
  check(candidate, opening) {
    const held = heldFor(candidate.facts.qualificationLevel, opening)
    const facts = { asked: opening.qualificationLevel, held }
    const answer = ANSWERS[held]
    if (answer !== 'not-enough-information') return { answer, facts }
    return { answer, by: 'adviser', missing: 'person.qualification-level', facts }
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
