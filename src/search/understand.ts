import type { FilterName } from '../domain/search'
import { withoutFillers } from './fillers'
import { kindWordLike, type Phrase, recognise, type Recognised } from './recognise'
import { allSynonyms, isPhrase, phraseLike, synonymsOf } from './synonyms'
import { tokensOf } from './tokens'
import { isOneEdit, Vocabulary } from './vocabulary'

const TERMS_MAX = 6
const TERM_LENGTH_MAX = 60

/** One thing to look for: what was typed, and in which words the texts may say it, the surest first. */
export type Term = {
  typed: string
  /** The words it is taken for: as typed, or read right, or parted, where no offer is spelt as typed. */
  meant: readonly string[]
  forms: readonly Form[]
  /** A word so general that having it says little: “help”, “work”, “people”. */
  isWeak: boolean
}

/** Words that stand together in a text, and how much finding them counts (1 is what was typed). */
export type Form = { words: readonly string[]; isPrefix: boolean; weight: number }

export type Understanding = {
  terms: Term[]
  recognised: Recognised[]
  /** Words that were read as another word, because nothing is spelt like them. */
  corrected: { typed: string; to: string }[]
  /** Words that are not looked for, because with them there would be nothing. */
  leftOut?: string[]
}

const WEAK = new Set(
  'help work working young people new learn good best support local need needs day days time week weeks free start'.split(
    ' ',
  ),
)

/** How much each way of saying it counts against the word itself. */
const WEIGHTS = {
  stem: 1,
  prefix: 0.7,
  parted: 0.95,
  related: 0.85,
  synonym: 0.6,
  corrected: 0.8,
  start: 0.5,
} as const

/** The words of the offers, phrases that are filters, and what the team says words mean. */
export type WordsKnown = {
  vocabulary: Vocabulary
  phrases: readonly Phrase[]
  synonyms: ReadonlyMap<string, string>
}

/**
 * What somebody typed, as terms to look for and filters to set. Nothing here asks anybody: the words of the offers and
 * the phrases are given.
 * @returns what is understood when some filters are not to be read out of the words; each word is looked up once,
 * however often that is asked
 */
export function understand(
  typed: string,
  { vocabulary, phrases, synonyms }: WordsKnown,
): (asWords: ReadonlySet<FilterName>) => Understanding {
  const tokens = tokensOf(typed.slice(0, 20_000)).slice(0, 40)
  const meant = tokens.map((token) => asKindWord(token, vocabulary))
  const looked = new Map<string, LookedUp>()
  const lookUp = (word: string): LookedUp => {
    const found = looked.get(word) ?? termFor(word, { vocabulary, synonyms })
    looked.set(word, found)
    return found
  }
  return (asWords) => {
    const { recognised, rest } = recognise(tokens, phrases, asWords, meant)
    const mended = new Map<string, string>()
    const wish = withoutFillers(withPhrases(rest, (words) => phraseMeant(words, vocabulary), mended))
    // Without a wish what is left are the filters; without filters either, the words are taken as they are.
    const words = wish.length > 0 || recognised.length > 0 ? wish : tokens
    const found = [...new Set(joined(words, vocabulary))]
      .slice(0, TERMS_MAX)
      .map((word) => lookUp(word.slice(0, TERM_LENGTH_MAX)))
    return {
      terms: found.map(({ term }) => term),
      recognised,
      corrected: [
        ...recognised.flatMap(({ typed: phrase }) => misspelt(phrase.split(' '), tokens, meant)),
        ...[...mended].flatMap(([to, phrase]) => (words.includes(to) ? [{ typed: phrase, to }] : [])),
        ...found.flatMap(({ term, to }) => (to === undefined ? [] : [{ typed: term.typed, to }])),
      ],
    }
  }
}

/** Which words of a recognised phrase were read as another word. */
const misspelt = (
  words: readonly string[],
  tokens: readonly string[],
  meant: readonly string[],
): Understanding['corrected'] =>
  words.flatMap((typed) => {
    const to = meant[tokens.indexOf(typed)]
    return to === undefined || to === typed ? [] : [{ typed, to }]
  })

const PHRASE_WORDS_MAX = 4

/**
 * Words that mean something together, as one: “mental health”, “somewhere to live”. The longest goes first.
 * @param mended gets each phrase that was typed with a mistake, and how it was typed
 */
function withPhrases(
  tokens: readonly string[],
  meantBy: (words: readonly string[]) => string | undefined,
  mended: Map<string, string>,
): string[] {
  const found: string[] = []
  for (let index = 0; index < tokens.length;) {
    let words = tokens.slice(index, index + PHRASE_WORDS_MAX)
    let meant = meantBy(words)
    while (words.length > 1 && meant === undefined && !isPhrase(words.join(' '))) {
      words = words.slice(0, -1)
      meant = meantBy(words)
    }
    if (meant !== undefined) mended.set(meant, words.join(' '))
    found.push(meant ?? words.join(' '))
    index += words.length
  }
  return found
}

/** “Mentl helth” is a phrase with mistakes in it: words that mean nothing here, each one letter off. */
const phraseMeant = (words: readonly string[], vocabulary: Vocabulary): string | undefined =>
  phraseLike(
    words,
    (typed, word) => typed.length >= 4 && isOneEdit(typed, word) && isMistake(typed, false, vocabulary),
  )

/** “aprenticeship” is meant as the kind, unless an offer spells a word like that. */
function asKindWord(token: string, vocabulary: Vocabulary): string {
  return vocabulary.has(token) ? token : (kindWordLike(token) ?? token)
}

/** Two words that the texts know as one: “hair dressing”. */
function joined(words: readonly string[], vocabulary: Vocabulary): string[] {
  const found: string[] = []
  for (let index = 0; index < words.length; index += 1) {
    const [one, next] = [words[index] as string, words[index + 1]]
    if (next && vocabulary.has(one + next)) {
      found.push(one + next)
      index += 1
    } else found.push(one)
  }
  return found
}

/** A term, and what it was read as where nothing is spelt like it. */
type LookedUp = { term: Term; to: string | undefined }

/** A word that so many texts have is found without its relatives; looking for them would take longer than it helps. */
const COMMON_TEXTS = 200

function termFor(
  typed: string,
  { vocabulary, synonyms }: Pick<WordsKnown, 'vocabulary' | 'synonyms'>,
): LookedUp {
  if (vocabulary.countTexts(typed) > COMMON_TEXTS) {
    const words = [typed]
    const forms = [{ words, isPrefix: false, weight: WEIGHTS.stem }]
    return { term: { typed, meant: words, forms, isWeak: WEAK.has(typed) }, to: undefined }
  }
  let to: string | undefined
  let parted: readonly string[] | undefined
  const words = typed.split(' ')
  const forms: Form[] = [{ words, isPrefix: false, weight: WEIGHTS.stem }]
  const add = (text: string, weight: number) =>
    forms.push({ words: text.split(' '), isPrefix: false, weight })
  if (words.length === 1) {
    // A letter or two begin too many words.
    if (typed.length > 2) forms.push({ words, isPrefix: true, weight: WEIGHTS.prefix })
    parted = vocabulary.parted(typed)
    if (parted) forms.push({ words: parted, isPrefix: false, weight: WEIGHTS.parted })
    for (const word of vocabulary.related(typed)) add(word, WEIGHTS.related)
  }
  for (const word of synonymsFor(typed)) add(word, WEIGHTS.synonym)
  const said = synonyms.get(typed)
  if (said !== undefined) return { term: sayingAs(typed, said, forms), to: said }
  if (isMistake(typed, forms.length > 2, vocabulary)) {
    const meant = readRight(typed, vocabulary)
    for (const word of meant) {
      add(word, WEIGHTS.corrected)
      for (const related of vocabulary.related(word)) add(related, WEIGHTS.corrected * WEIGHTS.related)
      for (const other of synonymsFor(word)) add(other, WEIGHTS.corrected * WEIGHTS.synonym)
    }
    to = meant[0]
    if (to === undefined && forms.length <= 2)
      for (const word of vocabulary.startOf(typed)) add(word, WEIGHTS.start)
  }
  const meant = vocabulary.has(typed) ? words : (parted ?? readAs(to ?? vocabulary.begunBy(typed), words))
  return { term: { typed, meant, forms, isWeak: WEAK.has(typed) }, to }
}

/**
 * Whether a word is none that the texts or the synonyms know. One that has relatives in the texts (“hairdreser” and
 * “hairdressing”) is still a mistake, unless it is on its way to another: “appren” is only not finished.
 */
function isMistake(typed: string, isAnswered: boolean, vocabulary: Vocabulary): boolean {
  if (typed.includes(' ') || vocabulary.has(typed) || synonymsFor(typed).length > 0) return false
  if (!isAnswered) return true
  return !vocabulary.parted(typed) && vocabulary.begunBy(typed) === undefined
}

/**
 * The words a mistake is read as, all one letter off: those that the synonyms know, for these are what people look for,
 * where the texts have them or what they stand for; otherwise those of the texts. What most texts have goes first.
 */
function readRight(typed: string, vocabulary: Vocabulary): string[] {
  const isThere = (word: string) =>
    vocabulary.has(word) ||
    vocabulary.related(word).length > 0 ||
    synonymsFor(word).some((other) => other.split(' ').every((part) => vocabulary.has(part)))
  const known = synonymWords().corrected(typed).filter(isThere)
  const meant = known.length > 0 ? known : vocabulary.corrected(typed)
  return meant.sort((one, other) => vocabulary.countTexts(other) - vocabulary.countTexts(one))
}

let wordsOfSynonyms: Vocabulary | undefined

/** Single words that have synonyms, kept to be read right like the words of the texts. */
function synonymWords(): Vocabulary {
  wordsOfSynonyms ??= new Vocabulary([...allSynonyms().keys()].filter((word) => !word.includes(' ')))
  return wordsOfSynonyms
}

/** A word that the team has said the meaning of is looked for as that. */
function sayingAs(typed: string, said: string, own: readonly Form[]): Term {
  const meant = tokensOf(said)
  const others = [said, ...synonymsFor(said)].map((text, index) => ({
    words: tokensOf(text),
    isPrefix: false,
    weight: index === 0 ? WEIGHTS.corrected : WEIGHTS.synonym,
  }))
  return { typed, meant, forms: [...own, ...others], isWeak: false }
}

const readAs = (word: string | undefined, typed: readonly string[]) => (word === undefined ? typed : [word])

/** Of the word, and of the word without a plural's ending. */
function synonymsFor(word: string): readonly string[] {
  return [...new Set([...synonymsOf(word), ...synonymsOf(word.replace(/s$/, '')), ...synonymsOf(`${word}s`)])]
}
