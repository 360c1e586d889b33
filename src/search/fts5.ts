import type { Reader } from '../../db/database'
import type { FindableRow } from '../../db/queries/findable'
import { addDays } from '../domain/dates'
import { distanceKm } from '../domain/grid'
import type { FilterName } from '../domain/search'
import { type Answer, findWords, keepRanks, type Ranks } from './find-words'
import {
  type FacetGroup,
  FEW,
  type From,
  HITS_MAX,
  type IndexAnswer,
  type IndexQuestion,
  PAGE_SIZE,
  type SearchIndex,
} from './search-index'

/** An offer that has any of the words, with what the question makes of it. */
type Found = {
  row: FindableRow
  /** Its place among the newest: no two are the same, so no page repeats an offer. */
  place: number
  /** How well it answers the words; null without any. */
  answer: Answer | null
  distance: number | null
  /** The filters that it does not pass, one bit each. */
  failing: number
}

type Test = (row: FindableRow, distance: number | null) => boolean

/** One test a filter that is set. A search keeps the rows that pass them all; a group's counts leave its own out. */
const TESTS: Record<Exclude<FilterName, 'words'>, (question: IndexQuestion) => Test | null> = {
  kinds: ({ kinds }) => (kinds.length > 0 ? (row) => kinds.includes(row.kind) : null),
  outcomes: ({ outcomes }) =>
    outcomes.length > 0 ? (row) => outcomes.some((outcome) => row.outcomes.includes(outcome)) : null,
  districts: ({ districts }) =>
    districts.length > 0 ? (row) => row.district !== null && districts.includes(row.district) : null,
  withinKm: ({ withinKm, from }) =>
    withinKm !== null && from !== null
      ? (row, distance) => row.isRemote || (distance !== null && distance <= withinKm)
      : null,
  isPaid: ({ isPaid }) => (isPaid ? (row) => row.isPaid : null),
  isRemote: ({ isRemote }) => (isRemote ? (row) => row.isRemote : null),
  startsWithinDays: ({ startsWithinDays, today }) => {
    if (startsWithinDays === null) return null
    const last = addDays(today, startsWithinDays)
    return (row) => row.startsOn !== null && row.startsOn <= last
  },
}

const FILTERS = Object.keys(TESTS) as (keyof typeof TESTS)[]
const bitOf = (name: keyof typeof TESTS) => 1 << FILTERS.indexOf(name)

/** The filters that are set, each with its bit and its test. */
const setFilters = (question: IndexQuestion) =>
  FILTERS.flatMap((name) => {
    const passes = TESTS[name](question)
    return passes ? [{ bit: bitOf(name), passes }] : []
  })

/** What a list of offers is, beside its rows: worked out once for as long as it stays the same. */
type Shelf = { newest: readonly FindableRow[]; placeOf: ReadonlyMap<number, number>; ranksOf: Ranks }

function shelve(db: Reader, offers: readonly FindableRow[]): Shelf {
  const newest = [...offers].sort((a, b) => compare(b.publishedAt, a.publishedAt) || compare(a.id, b.id))
  return {
    newest,
    placeOf: new Map(newest.map(({ textRow }, place) => [textRow, place])),
    ranksOf: keepRanks(db, RANKS_MAX),
  }
}

/** How many answers to expressions are remembered while the offers stay the same. */
const RANKS_MAX = 60

/** The embedded engine: FTS5 in the same file and the same transaction as the change, so it is never behind. */
export function createEmbeddedIndex(db: Reader): SearchIndex {
  const kept = new WeakMap<readonly FindableRow[], Shelf>()
  return {
    isNeverBehind: true,
    async find(question) {
      const shelf = kept.get(question.offers) ?? shelve(db, question.offers)
      kept.set(question.offers, shelf)
      return findOn(shelf, question)
    },
  }
}

async function findOn(shelf: Shelf, question: IndexQuestion): Promise<IndexAnswer> {
  const { found, unknown } = await withWords(shelf, question)
  const hits = enough(found.filter(({ failing }) => failing === 0))
  const start = (question.page - 1) * PAGE_SIZE
  const first = firstOf(hits, Math.min(HITS_MAX, start + PAGE_SIZE), byOrder(question))
  return {
    ids: first.slice(start).map(({ row }) => row.id),
    total: Math.min(HITS_MAX, hits.length),
    totalWithAllWords: Math.min(
      HITS_MAX,
      hits.filter(({ answer }) => answer === null || answer.hasAll).length,
    ),
    counts: countFacets(found, hits),
    unknown,
    isExact: true,
    isStandIn: false,
  }
}

const SHARE_MIN = 0.34

/** Those with all words; where these are few, or there are none, those with most of the words as well. */
function enough(found: readonly Found[]): readonly Found[] {
  const whole = found.filter(({ answer }) => answer === null || answer.hasAll)
  if (whole.length === found.length || whole.length >= FEW) return whole
  const best = found.reduce((most, { answer }) => Math.max(most, answer?.share ?? 0), 0)
  const least = whole.length > 0 ? SHARE_MIN : Math.min(SHARE_MIN, best)
  return found.filter(({ answer }) => answer === null || answer.share >= least)
}

/** The rows that have any of the words, all of them when there are none. */
async function withWords(
  { newest, placeOf, ranksOf }: Shelf,
  question: IndexQuestion,
): Promise<{ found: Found[]; unknown: string[] }> {
  const { terms, from } = question
  const filters = setFilters(question)
  const measured = (row: FindableRow, place: number, answer: Answer | null): Found => {
    const distance = distanceTo(row, from)
    let failing = 0
    for (const { bit, passes } of filters) if (!passes(row, distance)) failing |= bit
    return { row, place, answer, distance, failing }
  }
  if (terms.length === 0)
    return { found: newest.map((row, place) => measured(row, place, null)), unknown: [] }
  const { byRow, unknown } = await findWords(ranksOf, terms, placeOf)
  // Words that nothing has are left out, and said to be: without them everything is found.
  if (unknown.length === terms.length) return { found: [], unknown }
  const found: Found[] = []
  for (const [textRow, answer] of byRow) {
    const place = placeOf.get(textRow) as number
    found.push(measured(newest[place] as FindableRow, place, answer))
  }
  return { found, unknown }
}

function distanceTo(row: FindableRow, from: From): number | null {
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
function byOrder({ sort }: IndexQuestion) {
  const measure: Record<IndexQuestion['sort'], (one: Found) => number | string> = {
    best: ({ answer }) => (answer ? -answer.score - (answer.hasAll ? WHOLE : 0) : 0),
    nearest: ({ distance, row }) => distance ?? (row.isRemote ? LAST - 1 : LAST),
    closing: ({ row }) => row.closesOn,
    newest: () => 0,
  }
  const of = measure[sort]
  return (a: Found, b: Found) => compare(of(a), of(b)) || a.place - b.place
}

const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)

/** The first so many of a list in an order, without putting the rest in order too. */
function firstOf<T>(list: readonly T[], count: number, order: (a: T, b: T) => number): T[] {
  if (list.length <= count * 2) return [...list].sort(order).slice(0, count)
  const first: T[] = []
  for (const one of list) {
    if (first.length === count && order(one, first[count - 1] as T) >= 0) continue
    let [low, high] = [0, first.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (order(one, first[middle] as T) < 0) high = middle
      else low = middle + 1
    }
    first.splice(low, 0, one)
    if (first.length > count) first.pop()
  }
  return first
}

/** Of what would be shown if a group's own choice were taken off; where few words fit, of what is shown. */
function countFacets(found: readonly Found[], hits: readonly Found[]): IndexAnswer['counts'] {
  const counts: IndexAnswer['counts'] = { kinds: {}, outcomes: {}, districts: {}, isPaid: 0, isRemote: 0 }
  const add = (group: FacetGroup, value: string) => {
    counts[group][value] = (counts[group][value] ?? 0) + 1
  }
  const shown = hits.some(({ answer }) => answer?.hasAll === false) ? new Set(hits) : null
  for (const one of found) {
    const { row, answer, failing } = one
    if (failing === 0 && answer?.hasAll === false && !shown?.has(one)) continue
    const isButFor = (bit: number) => (failing & ~bit) === 0
    if (isButFor(BITS.kinds)) add('kinds', row.kind)
    if (isButFor(BITS.outcomes)) for (const outcome of row.outcomes) add('outcomes', outcome)
    if (row.district !== null && isButFor(BITS.districts)) add('districts', row.district)
    if (row.isPaid && isButFor(BITS.isPaid)) counts.isPaid += 1
    if (row.isRemote && isButFor(BITS.isRemote)) counts.isRemote += 1
  }
  return counts
}

const BITS = {
  kinds: bitOf('kinds'),
  outcomes: bitOf('outcomes'),
  districts: bitOf('districts'),
  isPaid: bitOf('isPaid'),
  isRemote: bitOf('isRemote'),
}
