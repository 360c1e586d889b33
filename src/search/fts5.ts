import type { Reader } from '../../db/database'
import { type FindableRow, rankTexts } from '../../db/queries/findable'
import { addDays } from '../domain/dates'
import { distanceKm } from '../domain/grid'
import type { FilterName } from '../domain/search'
import type { KeptOffers } from './kept-offers'
import { matchExpression } from './words'
import {
  type FacetGroup,
  PAGE_SIZE,
  type SearchIndex,
  type SearchQuery,
  type SearchResult,
} from './search-index'

/** An offer with what a query made of it: how well it answers the words (0 without any) and how far away it is. */
type Found = FindableRow & { rank: number; distance: number | null }
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

  return {
    async search(query) {
      const rows = await offers.list({ ...query.audience, today: query.today })
      if (query.from) return searchIn(db, rows, query)
      const kept = results.get(rows) ?? new Map<string, SearchResult>()
      results.set(rows, kept)
      const key = JSON.stringify({ ...query, audience: null })
      const result = kept.get(key) ?? (await searchIn(db, rows, query))
      keepNewest(kept, key, result)
      return result
    },
  }
}

/** What was asked for last goes last when there is no more room. */
function keepNewest(kept: Map<string, SearchResult>, key: string, result: SearchResult) {
  kept.delete(key)
  kept.set(key, result)
  const [oldest] = kept.keys()
  if (kept.size > RESULTS_MAX && oldest !== undefined) kept.delete(oldest)
}

async function searchIn(db: Reader, rows: readonly FindableRow[], query: SearchQuery): Promise<SearchResult> {
  const found = await withWords(db, rows, query)
  const hits = found.filter((row) => passes(row, query)).sort(byOrder(query))
  const start = (query.page - 1) * PAGE_SIZE
  return {
    ids: hits.slice(start, start + PAGE_SIZE).map((row) => row.id),
    total: hits.length,
    counts: countFacets(found, query),
    rescue: hits.length === 0 ? await findRescue(db, rows, found, query) : [],
  }
}

/** The rows that have the words, all of them when there are none. */
async function withWords(db: Reader, rows: readonly FindableRow[], query: SearchQuery): Promise<Found[]> {
  const match = matchExpression(query.words)
  const ranks = match === null ? null : await rankTexts(db, match)
  return rows.flatMap((row) => {
    const rank = ranks === null ? 0 : ranks.get(row.textRow)
    return rank === undefined ? [] : [{ ...row, rank, distance: distanceTo(row, query.from) }]
  })
}

function distanceTo(row: FindableRow, from: SearchQuery['from']): number | null {
  if (!from || row.cellEast === null || row.cellNorth === null) return null
  return distanceKm(
    { east: from.cellEast, north: from.cellNorth },
    { east: row.cellEast, north: row.cellNorth },
  )
}

const LAST = Number.MAX_SAFE_INTEGER

/** Every order ends with the newest and then the id, so that a page never repeats an offer. */
function byOrder({ sort, words }: SearchQuery) {
  const measure: Record<SearchQuery['sort'], (row: Found) => number | string> = {
    best: (row) => (words ? row.rank : 0),
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
async function findRescue(
  db: Reader,
  rows: readonly FindableRow[],
  found: readonly Found[],
  query: SearchQuery,
): Promise<SearchResult['rescue']> {
  const rescue = FILTERS.map((filter) => ({
    filter: filter as FilterName,
    total: countWithout(found, query, filter),
  }))
  if (query.words) {
    const all = await withWords(db, rows, { ...query, words: '' })
    rescue.push({ filter: 'words', total: all.filter((row) => passes(row, query)).length })
  }
  return rescue.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total)
}

function countWithout(rows: readonly Found[], query: SearchQuery, filter: FilterName): number {
  return rows.filter((row) => passes(row, query, filter)).length
}
