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

/** An offer with what a query made of it: how well it answers the words (null without any) and how far away it is. */
type Found = FindableRow & { answer: Answer | null; distance: number | null }
type Test = (row: Found, query: IndexQuestion) => boolean

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

const passes = (row: Found, query: IndexQuestion, except?: FilterName) =>
  FILTERS.every((name) => name === except || TESTS[name](row, query))

/** How many answers to expressions are remembered while the offers stay the same. */
const RANKS_MAX = 200

/** The embedded engine: FTS5 in the same file and the same transaction as the change, so it is never behind. */
export function createEmbeddedIndex(db: Reader): SearchIndex {
  const kept = new WeakMap<readonly FindableRow[], Ranks>()
  return {
    isNeverBehind: true,
    async find(question) {
      const ranksOf = kept.get(question.offers) ?? keepRanks(db, RANKS_MAX)
      kept.set(question.offers, ranksOf)
      return findIn(ranksOf, question)
    },
  }
}

async function findIn(ranksOf: Ranks, question: IndexQuestion): Promise<IndexAnswer> {
  const { found, unknown } = await withWords(ranksOf, question)
  const passing = found.filter((row) => passes(row, question))
  const hits = enough(passing).sort(byOrder(question)).slice(0, HITS_MAX)
  const shown = new Set(hits)
  const start = (question.page - 1) * PAGE_SIZE
  return {
    ids: hits.slice(start, start + PAGE_SIZE).map((row) => row.id),
    total: hits.length,
    totalWithAllWords: hits.filter(({ answer }) => answer === null || answer.hasAll).length,
    counts: countFacets(
      found.filter((row) => shown.has(row) || !passes(row, question) || row.answer?.hasAll !== false),
      question,
    ),
    unknown,
    isExact: true,
    isStandIn: false,
  }
}

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
  { terms, offers: rows, from }: IndexQuestion,
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

const measured = (row: FindableRow, answer: Answer | null, from: From): Found => ({
  ...row,
  answer,
  distance: distanceTo(row, from),
})

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
  const measure: Record<IndexQuestion['sort'], (row: Found) => number | string> = {
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

function countFacets(rows: readonly Found[], query: IndexQuestion): IndexAnswer['counts'] {
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
