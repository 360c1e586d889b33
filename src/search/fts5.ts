import type { Reader } from '../../db/database'
import { type FindableRow, listTexts } from '../../db/queries/findable'
import { listTowns } from '../../db/queries/places'
import { addDays } from '../domain/dates'
import { distanceKm } from '../domain/grid'
import { type FilterName, RECOGNISED } from '../domain/search'
import { type Answer, findWords, keepRanks, type Ranks } from './find-words'
import type { KeptOffers } from './kept-offers'
import { type Phrase, phrasesWith, type Recognised } from './recognise'
import {
  type FacetGroup,
  PAGE_SIZE,
  type SearchIndex,
  type SearchQuery,
  type SearchResult,
} from './search-index'
import { type Term, understand, type Understanding } from './understand'
import { Vocabulary } from './vocabulary'

/** An offer with what a query made of it: how well it answers the words (null without any) and how far away it is. */
type Found = FindableRow & { answer: Answer | null; distance: number | null }
type Test = (row: Found, query: SearchQuery) => boolean

/** One test a filter. A search keeps the rows that pass them all; a group's counts leave its own out. */
const TESTS: Record<Exclude<FilterName, 'words'>, Test> = {
  kinds: (row, { kinds }) => kinds.length === 0 || kinds.includes(row.kind),
  outcomes: (row, { outcomes }) =>
    outcomes.length === 0 || outcomes.some((outcome) => row.outcomes.includes(outcome)),
  districts: (row, { districts }) =>
    districts.length === 0 || (row.district !== null && districts.includes(row.district)),
  withinKm: (row, { withinKm, from }) =>
    withinKm === null || !from || row.isRemote || (row.distance !== null && row.distance <= withinKm),
  isPaid: (row, { isPaid }) => !isPaid || row.isPaid,
  isRemote: (row, { isRemote }) => !isRemote || row.isRemote,
  startsWithinDays: (row, { startsWithinDays, today }) =>
    startsWithinDays === null || (row.startsOn !== null && row.startsOn <= addDays(today, startsWithinDays)),
}

const FILTERS = Object.keys(TESTS) as Exclude<FilterName, 'words'>[]

const passes = (row: Found, query: SearchQuery, except?: FilterName) =>
  FILTERS.every((name) => name === except || TESTS[name](row, query))

/** A page of each is kept with it, 50 KB or so. */
const RESULTS_MAX = 60

/**
 * The embedded engine: FTS5 in the same file and the same transaction as the change, so it is never behind. A search
 * that says nothing of where somebody is was the same for others: its answer is kept for as long as the offers are.
 */
export function createEmbeddedIndex(db: Reader, offers: KeptOffers): SearchIndex {
  const results = new WeakMap<readonly FindableRow[], Map<string, SearchResult>>()
  const readingOf = keepReadings(db)

  return {
    async search(query) {
      const rows = await offers.list({ ...query.audience, today: query.today })
      const searchNow = async () =>
        searchIn(db, query.words === '' ? null : await readingOf(rows), rows, query)
      if (query.from) return searchNow()
      const kept = results.get(rows) ?? new Map<string, SearchResult>()
      results.set(rows, kept)
      const key = JSON.stringify({ ...query, audience: null })
      const result = kept.get(key) ?? (await searchNow())
      keepNewest(kept, key, result)
      return result
    },
  }
}

/** All that reading somebody's words needs. */
type Reading = { vocabulary: Vocabulary; phrases: readonly Phrase[] }

/** The words of the offers are read once for as long as the offers stay the same, the towns once; neither unasked. */
function keepReadings(db: Reader): (rows: readonly FindableRow[]) => Promise<Reading> {
  const kept = new WeakMap<readonly FindableRow[], Vocabulary>()
  let phrases: readonly Phrase[] | undefined
  return async (rows) => {
    phrases ??= phrasesWith(await listTowns(db))
    const vocabulary = kept.get(rows) ?? new Vocabulary(await listTexts(db, rows))
    kept.set(rows, vocabulary)
    return { vocabulary, phrases }
  }
}

/** What was asked for last goes last when there is no more room. */
function keepNewest(kept: Map<string, SearchResult>, key: string, result: SearchResult) {
  kept.delete(key)
  kept.set(key, result)
  const [oldest] = kept.keys()
  if (kept.size > RESULTS_MAX && oldest !== undefined) kept.delete(oldest)
}

const NOTHING_TYPED: Understanding = { terms: [], recognised: [], corrected: [] }

/**
 * What was typed is understood as far as it finds something: first with every filter that is in the words, and where
 * a place was named, though an offer there has only some of the other words; then with the kind as a word, where an
 * offer has all of them; then, where a place was named, what there is at that place without the other words; then with
 * all of it as words. Nobody gets an empty page while fewer words would find something.
 * @param reading null when nothing was typed
 */
async function searchIn(
  db: Reader,
  reading: Reading | null,
  rows: readonly FindableRow[],
  query: SearchQuery,
): Promise<SearchResult> {
  const ranksOf = keepRanks(db)
  if (!reading) return resultOf(ranksOf, rows, query, NOTHING_TYPED)
  let best: SearchResult | undefined
  for (const understood of readings(reading, query)) {
    const result = await resultOf(ranksOf, rows, query, understood)
    const isFirst = best === undefined
    if (result.totalWithAllWords > 0 || (isFirst && result.total > 0 && hasPlace(understood))) return result
    if (!best || best.total === 0) best = result
    if (understood.recognised.length === 0) break
  }
  return best as SearchResult
}

const hasPlace = ({ recognised }: Understanding) => recognised.some(({ filter }) => filter === 'districts')

function* readings(reading: Reading, query: SearchQuery): Generator<Understanding> {
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

async function resultOf(
  ranksOf: Ranks,
  rows: readonly FindableRow[],
  asked: SearchQuery,
  { terms, recognised, corrected, leftOut = [] }: Understanding,
): Promise<SearchResult> {
  const query = withRecognised(asked, recognised)
  const { found, unknown } = await withWords(ranksOf, rows, terms, query.from)
  const passing = found.filter((row) => passes(row, query))
  const hits = enough(passing).sort(byOrder(query))
  const shown = new Set(hits)
  const start = (query.page - 1) * PAGE_SIZE
  return {
    ids: hits.slice(start, start + PAGE_SIZE).map((row) => row.id),
    total: hits.length,
    totalWithAllWords: hits.filter(({ answer }) => answer === null || answer.hasAll).length,
    counts: countFacets(
      found.filter((row) => shown.has(row) || !passes(row, query) || row.answer?.hasAll !== false),
      query,
    ),
    rescue: hits.length === 0 ? findRescue(rows, found, query) : [],
    understood: recognised,
    corrected,
    leftOut: [...leftOut, ...unknown],
  }
}

function withRecognised(query: SearchQuery, recognised: readonly Recognised[]): SearchQuery {
  return recognised.reduce<SearchQuery>((before, one) => {
    if (one.filter === 'kinds') return { ...before, kinds: one.kinds }
    if (one.filter === 'districts') return { ...before, districts: one.districts }
    if (one.filter === 'startsWithinDays') return { ...before, startsWithinDays: one.days }
    return { ...before, [one.filter]: true }
  }, query)
}

/** Fewer than this with all words, and those that have most of them are shown after them. */
const FEW = 5
const SHARE_MIN = 0.34

/** Those with all words; where these are few, or there are none, those with most of the words as well. */
function enough(found: readonly Found[]): Found[] {
  const whole = found.filter(({ answer }) => answer === null || answer.hasAll)
  if (whole.length >= FEW) return whole
  const best = found.reduce((most, { answer }) => Math.max(most, answer?.share ?? 0), 0)
  const least = whole.length > 0 ? SHARE_MIN : Math.min(SHARE_MIN, best)
  return found.filter(({ answer }) => answer === null || answer.share >= least)
}

/** The rows that have any of the words, all of them when there are none. */
async function withWords(
  ranksOf: Ranks,
  rows: readonly FindableRow[],
  terms: readonly Term[],
  from: SearchQuery['from'],
): Promise<{ found: Found[]; unknown: string[] }> {
  if (terms.length === 0) return { found: rows.map((row) => measured(row, null, from)), unknown: [] }
  const { byRow, unknown } = await findWords(ranksOf, terms, new Set(rows.map(({ textRow }) => textRow)))
  // Words that nothing has are left out, and said to be: without them everything is found.
  if (unknown.length === terms.length) return { found: [], unknown }
  const found = rows.flatMap((row) => {
    const answer = byRow.get(row.textRow)
    return answer ? [measured(row, answer, from)] : []
  })
  return { found, unknown }
}

const measured = (row: FindableRow, answer: Answer | null, from: SearchQuery['from']): Found => ({
  ...row,
  answer,
  distance: distanceTo(row, from),
})

function distanceTo(row: FindableRow, from: SearchQuery['from']): number | null {
  if (!from || row.cellEast === null || row.cellNorth === null) return null
  return distanceKm(
    { east: from.cellEast, north: from.cellNorth },
    { east: row.cellEast, north: row.cellNorth },
  )
}

const LAST = Number.MAX_SAFE_INTEGER

/** Whoever has all the words stands before whoever has some of them, however well. */
const WHOLE = 1_000_000

/** Every order ends with the newest and then the id, so that a page never repeats an offer. */
function byOrder({ sort }: SearchQuery) {
  const measure: Record<SearchQuery['sort'], (row: Found) => number | string> = {
    best: ({ answer }) => (answer ? -answer.score - (answer.hasAll ? WHOLE : 0) : 0),
    nearest: (row) => row.distance ?? (row.isRemote ? LAST - 1 : LAST),
    closing: (row) => row.closesOn,
    newest: () => 0,
  }
  const of = measure[sort]
  return (a: Found, b: Found) =>
    compare(of(a), of(b)) || compare(b.publishedAt, a.publishedAt) || compare(a.id, b.id)
}

const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)

function countFacets(rows: readonly Found[], query: SearchQuery): SearchResult['counts'] {
  const groups: Record<FacetGroup, (row: Found) => readonly string[]> = {
    kinds: (row) => [row.kind],
    outcomes: (row) => row.outcomes,
    districts: (row) => (row.district ? [row.district] : []),
  }
  const count = (group: FacetGroup) => {
    const counts: Record<string, number> = {}
    for (const row of rows) {
      if (passes(row, query, group))
        for (const value of groups[group](row)) counts[value] = (counts[value] ?? 0) + 1
    }
    return counts
  }
  return {
    kinds: count('kinds'),
    outcomes: count('outcomes'),
    districts: count('districts'),
    isPaid: rows.filter((row) => passes(row, query, 'isPaid') && row.isPaid).length,
    isRemote: rows.filter((row) => passes(row, query, 'isRemote') && row.isRemote).length,
  }
}

/** Which one filter to remove, and how many come back. */
function findRescue(
  rows: readonly FindableRow[],
  found: readonly Found[],
  query: SearchQuery,
): SearchResult['rescue'] {
  const rescue = FILTERS.map((filter) => ({
    filter: filter as FilterName,
    total: countWithout(found, query, filter),
  }))
  if (query.words) {
    const all = rows.map((row) => measured(row, null, query.from))
    rescue.push({ filter: 'words', total: all.filter((row) => passes(row, query)).length })
  }
  return rescue.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total)
}

function countWithout(rows: readonly Found[], query: SearchQuery, filter: FilterName): number {
  return rows.filter((row) => passes(row, query, filter)).length
}
