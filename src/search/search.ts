import type { Reader } from '../../db/database'
import { type FindableRow, listTexts } from '../../db/queries/findable'
import { listDistrictsOf, listTowns } from '../../db/queries/places'
import { listTeamSynonyms } from '../../db/queries/unfound-words'
import { keepNewest } from '../domain/keep-newest'
import { type FilterName, RECOGNISED, type SearchFilters, type Sort } from '../domain/search'
import type { OfferAudience } from '../policy/audience'
import { type Elsewhere, findElsewhereFirst } from './elsewhere'
import type { KeptOffers } from './kept-offers'
import { type Phrase, phrasesWith, postcodePhrase, postcodesIn, type Recognised } from './recognise'
import type { From, IndexAnswer, IndexQuestion, SearchIndex } from './search-index'
import { tokensOf } from './tokens'
import { type Term, understand, type Understanding, type WordsKnown } from './understand'
import { Vocabulary } from './vocabulary'

/** What somebody asks for: the words as typed, and the filters they chose. */
export type SearchQuery = SearchFilters & {
  words: string
  /** Filters that are not to be read out of the words. */
  asWords: readonly FilterName[]
  sort: Sort
  page: number
  from: From
  today: string
  audience: OfferAudience
}

export type SearchResult = Omit<IndexAnswer, 'unknown'> & {
  /** What was looked for, with the ways in which a text may say it. */
  terms: readonly Term[]
  /** Filters that were read out of the words. */
  understood: readonly Recognised[]
  /** Words that were read as another word. */
  corrected: readonly { typed: string; to: string }[]
  /** Words that were not looked for, because no offer has them. */
  leftOut: readonly string[]
  /** Where a place was named and only others have what was looked for; null otherwise. */
  elsewhere: Elsewhere | null
  /** When nothing was found: what would come back if one filter went, the most first. */
  rescue: { filter: FilterName; total: number }[]
  /** The same question has the same answer for as long as this is in memory; null when it may change before. */
  standsWith: readonly FindableRow[] | null
}

/** Finds what a reader may find. The same in front of every engine. */
export interface Search {
  search(query: SearchQuery): Promise<SearchResult>
}

/** How many are kept while the offers stay the same. */
const RESULTS_MAX = 60

/**
 * Understands what was typed and asks an engine. What an engine answers that is never behind, and that says nothing of
 * where somebody is, is the same for others: it is kept for as long as the offers are.
 */
export function createSearch({
  db,
  offers,
  index,
}: {
  db: Reader
  offers: KeptOffers
  index: SearchIndex
}): Search {
  const results = new WeakMap<readonly FindableRow[], Map<string, SearchResult>>()
  const readingOf = keepReadings(db)

  return {
    async search(query) {
      const rows = await offers.list({ ...query.audience, today: query.today })
      const searchNow = async () =>
        searchIn(index, query.words === '' ? null : await readingOf(rows, query.words), rows, query)
      if (query.from || !index.isNeverBehind) return { ...(await searchNow()), standsWith: null }
      const kept = results.get(rows) ?? new Map<string, SearchResult>()
      results.set(rows, kept)
      const key = JSON.stringify({ ...query, audience: null })
      const result = kept.get(key) ?? { ...(await searchNow()), standsWith: rows }
      keepNewest(kept, key, result, RESULTS_MAX)
      return result
    },
  }
}

/** The words of the offers are read once for as long as the offers stay the same, the towns once; neither unasked. */
function keepReadings(db: Reader): (rows: readonly FindableRow[], words: string) => Promise<WordsKnown> {
  const kept = new WeakMap<readonly FindableRow[], Pick<WordsKnown, 'vocabulary' | 'synonyms'>>()
  let phrases: readonly Phrase[] | undefined
  return async (rows, words) => {
    phrases ??= phrasesWith(await listTowns(db))
    const known = kept.get(rows) ?? (await readWords(db, rows))
    kept.set(rows, known)
    return { ...known, phrases: [...(await listPostcodePhrases(db, words)), ...phrases] }
  }
}

async function readWords(db: Reader, rows: readonly FindableRow[]) {
  const [texts, said] = await Promise.all([listTexts(db, rows), listTeamSynonyms(db)])
  return {
    vocabulary: new Vocabulary(texts),
    synonyms: new Map(said.map(({ word, means }) => [word, means])),
  }
}

/** Postcodes are looked up when one was typed; one that lies nowhere we know is left as a word. */
async function listPostcodePhrases(db: Reader, words: string): Promise<Phrase[]> {
  const phrases: Phrase[] = []
  for (const { words: typed, outwardCode } of postcodesIn(tokensOf(words.slice(0, 200))).slice(0, 2)) {
    const districts = await listDistrictsOf(db, outwardCode)
    if (districts.length > 0) phrases.push(postcodePhrase(typed, outwardCode, districts))
  }
  return phrases
}

const NOTHING_TYPED: Understanding = { terms: [], recognised: [], corrected: [] }

type Answered = {
  question: IndexQuestion
  answer: IndexAnswer
  understanding: Understanding
  elsewhere?: Elsewhere
}

/**
 * What was typed is understood as far as it finds something: first with every filter that is in the words, and where
 * a place was named, though an offer there has only some of the other words; then with the kind as a word, where an
 * offer has all of them; then, where a place was named, what there is at that place without the other words; then with
 * all of it as words. Nobody gets an empty page while fewer words would find something.
 * @param reading null when nothing was typed
 */
async function searchIn(
  index: SearchIndex,
  reading: WordsKnown | null,
  offers: readonly FindableRow[],
  query: SearchQuery,
): Promise<Omit<SearchResult, 'standsWith'>> {
  let first: Answered | undefined
  let best: Answered | undefined
  for (const understanding of reading ? readings(reading, query) : [NOTHING_TYPED]) {
    const { terms, recognised } = understanding
    const question: IndexQuestion = { ...withRecognised(query, recognised), terms, offers }
    const further =
      best?.answer.total === 0 && terms.length === 0
        ? await furtherThan(index, first as Answered, question)
        : null
    if (further) return toResult(index, further)
    const answer = await index.find(question)
    const isFirst = first === undefined
    first ??= { question, answer, understanding }
    // Where no reading finds anything, the first says best what was meant.
    const isBetter = answer.total > 0 && (best?.answer.total === 0 || answer.totalWithAllWords > 0)
    if (!best || isBetter) best = { question, answer, understanding }
    const isEnough = answer.totalWithAllWords > 0 || (isFirst && answer.total > 0 && hasPlace(understanding))
    if (isEnough || recognised.length === 0) break
  }
  return toResult(index, best as Answered)
}

/** Where nothing at a place has the words: what has all of them at others first, if anything does. */
async function furtherThan(
  index: SearchIndex,
  { question: { terms, ...asked }, understanding }: Answered,
  place: IndexQuestion,
): Promise<Answered | null> {
  const named = understanding.recognised.find((one) => one.filter === 'districts')
  // “Help in Dover” is about Dover.
  if (!named || terms.every(({ isWeak }) => isWeak)) return null
  const question = { ...asked, terms, districts: [] }
  const found = await findElsewhereFirst(index, question, place)
  if (!found) return null
  return {
    question,
    answer: found.answer,
    understanding: {
      ...understanding,
      recognised: understanding.recognised.filter((one) => one !== named),
    },
    elsewhere: {
      total: found.total,
      totalWithAllWords: found.totalWithAllWords,
      atPlace: {
        kinds: place.kinds,
        districts: place.districts,
        isPaid: place.isPaid,
        isRemote: place.isRemote,
        startsWithinDays: place.startsWithinDays,
      },
      place: named,
      words: terms.map(readAs(understanding)),
    },
  }
}

/** What a term was looked for as. */
const readAs =
  ({ corrected }: Understanding) =>
  ({ typed }: Term) =>
    corrected.find((one) => one.typed === typed)?.to ?? typed

const hasPlace = ({ recognised }: Understanding) => recognised.some(({ filter }) => filter === 'districts')

function* readings(reading: WordsKnown, query: SearchQuery): Generator<Understanding> {
  const understood = understand(query.words, reading)
  const read = (more: readonly FilterName[]) =>
    understood(new Set([...query.asWords, ...chosenByHand(query), ...more]))
  const whole = read([])
  yield whole
  yield read(['kinds'])
  if (hasPlace(whole)) yield { ...whole, terms: [], leftOut: whole.terms.map(({ typed }) => typed) }
  yield read(RECOGNISED)
}

/** What somebody has ticked themselves is not read out of their words as well. */
const chosenByHand = (query: SearchQuery): FilterName[] => [
  ...(query.kinds.length > 0 ? (['kinds'] as const) : []),
  ...(query.districts.length > 0 ? (['districts'] as const) : []),
  ...(query.startsWithinDays === null ? [] : (['startsWithinDays'] as const)),
]

function withRecognised(query: SearchQuery, recognised: readonly Recognised[]): SearchQuery {
  return recognised.reduce<SearchQuery>((before, one) => {
    if (one.filter === 'kinds') return { ...before, kinds: one.kinds }
    if (one.filter === 'districts') return { ...before, districts: one.districts }
    if (one.filter === 'startsWithinDays') return { ...before, startsWithinDays: one.days }
    return { ...before, [one.filter]: true }
  }, query)
}

async function toResult(
  index: SearchIndex,
  { question, answer: { unknown, ...answer }, understanding, elsewhere }: Answered,
): Promise<Omit<SearchResult, 'standsWith'>> {
  const { recognised, corrected, leftOut = [] } = understanding
  return {
    ...answer,
    terms: question.terms,
    understood: recognised,
    corrected,
    leftOut: [...leftOut, ...unknown],
    elsewhere: elsewhere ?? null,
    rescue: answer.total === 0 ? await findRescue(index, question) : [],
  }
}

/** Each filter that is set, taken off. */
const WITHOUT: Record<FilterName, (question: IndexQuestion) => Partial<IndexQuestion> | null> = {
  words: ({ terms }) => (terms.length > 0 ? { terms: [] } : null),
  kinds: ({ kinds }) => (kinds.length > 0 ? { kinds: [] } : null),
  outcomes: ({ outcomes }) => (outcomes.length > 0 ? { outcomes: [] } : null),
  districts: ({ districts }) => (districts.length > 0 ? { districts: [] } : null),
  withinKm: ({ withinKm, from }) => (withinKm !== null && from ? { withinKm: null } : null),
  isPaid: ({ isPaid }) => (isPaid ? { isPaid: false } : null),
  isRemote: ({ isRemote }) => (isRemote ? { isRemote: false } : null),
  startsWithinDays: ({ startsWithinDays }) => (startsWithinDays === null ? null : { startsWithinDays: null }),
}

/** Which one filter to remove, and how many come back; asked all at once, for a page waits for the answers. */
async function findRescue(index: SearchIndex, question: IndexQuestion): Promise<SearchResult['rescue']> {
  const asked = (Object.keys(WITHOUT) as FilterName[]).map(async (filter) => {
    const without = WITHOUT[filter](question)
    return { filter, total: without ? (await index.find({ ...question, ...without, page: 1 })).total : 0 }
  })
  const rescue = (await Promise.all(asked)).filter(({ total }) => total > 0)
  return rescue.sort((a, b) => b.total - a.total)
}
