import { type Language, LANGUAGES } from '../../domain/taxonomy'
import { type Answer, type Reader, rule } from '../rule'
import { inWords } from '../words'

type Finding = 'none-asked' | 'shared' | 'not-on-record' | 'none-shared'
type LanguageFacts = { finding: Finding; shared: Language[] }

const ANSWERS: Record<Finding, Answer> = {
  'none-asked': 'eligible',
  shared: 'eligible',
  'not-on-record': 'not-enough-information',
  'none-shared': 'not-eligible',
}

const WORDS: Record<Exclude<Finding, 'shared'>, Record<Reader, string>> = {
  'none-asked': {
    'young-person': 'You did not ask for a language.',
    adviser: 'No language was asked for.',
    broker: 'No language was asked for.',
  },
  'not-on-record': {
    'young-person': 'We will ask which languages they speak.',
    adviser: 'The languages they speak are not on record.',
    broker: 'The languages they speak are not on record. Ask them.',
  },
  'none-shared': {
    'young-person': 'They do not speak a language you asked for.',
    adviser: 'Speaks none of the languages asked for.',
    broker: 'Speaks none of the languages asked for.',
  },
}

/**
 * Somebody to talk to has to be understood: of the languages a young person asked for, one is enough. It is asked of
 * mentors and befrienders only; an offer has no language of its own. It never asks a person to be checked.
 */
export const languages = rule<LanguageFacts>({
  id: 'languages',
  sentence: 'Somebody to talk to speaks one of the languages the young person asked for.',
  check({ languagesAsked = [] }, { languages: spoken = [] }) {
    const shared = languagesAsked.filter((language) => spoken.includes(language))
    const finding = findingOf(languagesAsked.length, spoken.length, shared.length)
    const verdict = { answer: ANSWERS[finding], facts: { finding, shared } }
    return finding === 'not-on-record' ? { ...verdict, by: 'broker', missing: 'mentor.languages' } : verdict
  },
  explain({ facts: { finding, shared } }, reader) {
    if (finding !== 'shared') return WORDS[finding][reader]
    const words = inWords(shared.map((language) => LANGUAGES[language]))
    return reader === 'young-person' ? `You both speak ${words}.` : `Speaks ${words}.`
  },
})

function findingOf(asked: number, spoken: number, shared: number): Finding {
  if (asked === 0) return 'none-asked'
  if (spoken === 0) return 'not-on-record'
  return shared > 0 ? 'shared' : 'none-shared'
}
