import type { FilterName } from '../domain/search'
import type { OpportunityKind } from '../domain/opportunity'
import { DISTRICTS, type District } from '../domain/taxonomy'
import { isOneEdit } from './vocabulary'

/** A filter that was understood from what somebody typed, with the words that said it. */
export type Recognised = { typed: string } & (
  | { filter: 'kinds'; kinds: readonly OpportunityKind[] }
  | { filter: 'districts'; districts: readonly District[]; place: string }
  | { filter: 'isPaid' | 'isRemote' }
  | { filter: 'startsWithinDays'; days: 7 | 30 }
)

/** A town of Kent and the district it lies in. */
export type Town = { name: string; district: District }

/** What each kind is called by people who look for it. The longest phrase is tried first. */
const KIND_PHRASES: readonly (readonly [OpportunityKind, readonly string[]])[] = [
  [
    'work-experience',
    ['work experience', 'work placement', 'work placements', 'placement', 'placements', 'internship'],
  ],
  ['apprenticeship', ['apprenticeship', 'apprenticeships', 'apprentice', 'apprentices']],
  ['guaranteed-interview', ['guaranteed interview', 'guaranteed interviews']],
  ['job', ['job', 'jobs', 'vacancy', 'vacancies', 'employment']],
  ['insight-day', ['insight day', 'insight days', 'taster day', 'taster days', 'open day', 'open days']],
  ['training', ['training', 'course', 'courses', 'training course', 'training courses']],
  ['mentoring', ['mentor', 'mentors', 'mentoring']],
  ['befriending', ['befriender', 'befrienders', 'befriending']],
  ['volunteering', ['volunteer', 'volunteers', 'volunteering', 'voluntary work']],
  ['event', ['event', 'events']],
  ['discount', ['discount', 'discounts']],
  ['advice', ['advice']],
]

/** A guaranteed interview is for a job. */
const ALSO: Partial<Record<OpportunityKind, readonly OpportunityKind[]>> = { job: ['guaranteed-interview'] }

const OTHER_PHRASES: readonly (readonly [Recognised, readonly string[]])[] = [
  [{ typed: '', filter: 'isPaid' }, ['paid']],
  [
    { typed: '', filter: 'isRemote' },
    [
      'from home',
      'at home',
      'work from home',
      'working from home',
      'home working',
      'online',
      'remote',
      'remotely',
    ],
  ],
  [{ typed: '', filter: 'startsWithinDays', days: 7 }, ['this week', 'next week', 'in a week']],
  [{ typed: '', filter: 'startsWithinDays', days: 30 }, ['this month', 'next month', 'in a month']],
]

/** Towns that are words too: a place only after “in”, “near” and the like, or when nothing else was typed. */
const AMBIGUOUS = new Set(['bridge', 'deal', 'sandwich', 'marden', 'charing', 'hartley', 'wye', 'minster'])

const BEFORE_A_PLACE = new Set(['in', 'near', 'around', 'at', 'by', 'round'])

export type Phrase = {
  words: readonly string[]
  make: (typed: string) => Recognised
  isPlace: boolean
  isAmbiguous: boolean
}

/** Every phrase there is, the longest first, so that “work experience” is not “experience”. */
export function phrasesWith(towns: readonly Town[]): readonly Phrase[] {
  const phrases: Phrase[] = [
    ...KIND_PHRASES.flatMap(([kind, texts]) =>
      texts.map((text) =>
        plain(text, (typed) => ({ typed, filter: 'kinds', kinds: [kind, ...(ALSO[kind] ?? [])] })),
      ),
    ),
    ...OTHER_PHRASES.flatMap(([recognised, texts]) =>
      texts.map((text) => plain(text, (typed) => ({ ...recognised, typed }))),
    ),
    ...districtNames().map(({ name, district }) => place(name, district)),
    ...towns.map(({ name, district }) => place(name, district)),
  ]
  return phrases.sort((one, other) => other.words.length - one.words.length)
}

const plain = (text: string, make: Phrase['make']): Phrase => ({
  words: text.split(' '),
  make,
  isPlace: false,
  isAmbiguous: false,
})

function place(name: string, district: District): Phrase {
  const words = name.toLowerCase().split(/[\s-]+/)
  return {
    words,
    make: (typed) => ({ typed, filter: 'districts', districts: [district], place: name }),
    isPlace: true,
    isAmbiguous: words.length === 1 && AMBIGUOUS.has(words[0] as string),
  }
}

/** A postcode, or its first half, as tokens: “ct1”, “ct1 2ab”, “ct12ab”. */
const OUTWARD = /^[a-z]{1,2}\d[\da-z]?$/
const INWARD = /^\d[a-z]{2}$/
const WHOLE = /^([a-z]{1,2}\d[\da-z]?)\d[a-z]{2}$/

/** The postcodes among some tokens, each with its first half, upper case. */
export function postcodesIn(tokens: readonly string[]): { words: string[]; outwardCode: string }[] {
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1] ?? ''
    const whole = WHOLE.exec(token)?.[1]
    if (whole !== undefined) return [{ words: [token], outwardCode: whole.toUpperCase() }]
    if (!OUTWARD.test(token)) return []
    return [{ words: INWARD.test(next) ? [token, next] : [token], outwardCode: token.toUpperCase() }]
  })
}

/** A postcode as the districts it may lie in. */
export const postcodePhrase = (
  words: readonly string[],
  name: string,
  districts: readonly District[],
): Phrase => ({
  words,
  make: (typed) => ({ typed, filter: 'districts', districts, place: name }),
  isPlace: true,
  isAmbiguous: false,
})

/** “Folkestone and Hythe” is also asked for as “Folkestone”: that is a town; a district goes by its whole name. */
const districtNames = (): Town[] =>
  Object.entries(DISTRICTS).map(([district, name]) => ({ district: district as District, name }))

/**
 * Finds the filters that somebody typed as words.
 * @param tokens what was typed, in lower case, without marks around it
 * @param skip filters that are to be left as words
 * @param meant what each token may be read as; what is given back is as it was typed
 * @returns what was recognised, one of each filter, and the words that are left
 */
export function recognise(
  tokens: readonly string[],
  phrases: readonly Phrase[],
  skip: ReadonlySet<FilterName>,
  meant: readonly string[] = tokens,
): { recognised: Recognised[]; rest: string[] } {
  const recognised: Recognised[] = []
  const rest: string[] = []
  for (let index = 0; index < tokens.length;) {
    const found = phrases.find((phrase) => stands(phrase, meant, index))
    const made = found?.make(tokens.slice(index, index + found.words.length).join(' '))
    const isNew = made && !skip.has(made.filter) && !recognised.some(({ filter }) => filter === made.filter)
    if (found && made && isNew) {
      if (found.isPlace && BEFORE_A_PLACE.has(rest.at(-1) ?? '')) rest.pop()
      recognised.push(made)
      index += found.words.length
    } else {
      rest.push(tokens[index] as string)
      index += 1
    }
  }
  return { recognised, rest }
}

function stands({ words, isAmbiguous }: Phrase, tokens: readonly string[], index: number): boolean {
  if (!words.every((word, offset) => tokens[index + offset] === word)) return false
  return !isAmbiguous || tokens.length === 1 || BEFORE_A_PLACE.has(tokens[index - 1] ?? '')
}

/** What names a kind in one word. */
const KIND_WORDS = KIND_PHRASES.flatMap(([, texts]) => texts).filter((text) => !text.includes(' '))

/** Shorter words are too near to others: “coarse” is not “course”. */
const KIND_WORD_LENGTH_MIN = 7

/** The word for a kind that a word is one letter off: “aprenticeship”. “Raining” begins otherwise, and is no training. */
export function kindWordLike(token: string): string | undefined {
  if (KIND_WORDS.includes(token)) return undefined
  return KIND_WORDS.find(
    (word) => word.length >= KIND_WORD_LENGTH_MIN && word[0] === token[0] && isOneEdit(token, word),
  )
}
