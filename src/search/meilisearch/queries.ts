import type { MultiSearchQuery } from 'meilisearch'
import { addDays } from '../../domain/dates'
import { latLngOf } from '../../domain/grid'
import { secondsOf, SENTINEL_ID } from '../documents'
import { type FacetGroup, type From, type IndexQuestion, PAGE_SIZE } from '../search-index'
import { rootsOf } from '../tokens'
import type { Term } from '../understand'

type Query = MultiSearchQuery
/** `all` wants every word; `frequency` lets the most frequent go first. */
type Strategy = 'all' | 'frequency'

/** What each group of the page is called in a document. */
export const FACETS = {
  kinds: 'kind',
  outcomes: 'outcomes',
  districts: 'district',
  isPaid: 'paid',
  isRemote: 'remote',
} as const satisfies Record<FacetGroup | 'isPaid' | 'isRemote', string>

export type FacetName = keyof typeof FACETS
export const FACET_NAMES = Object.keys(FACETS) as FacetName[]

type Condition = string | string[]

/** The condition that each chosen filter makes; the middle of a square stands for the square. */
const CONDITIONS: Record<FacetName | 'withinKm' | 'startsWithinDays', (q: IndexQuestion) => Condition[]> = {
  kinds: ({ kinds }) => anyOf('kind', kinds),
  outcomes: ({ outcomes }) => anyOf('outcomes', outcomes),
  districts: ({ districts }) => anyOf('district', districts),
  isPaid: ({ isPaid }) => (isPaid ? ['paid = true'] : []),
  isRemote: ({ isRemote }) => (isRemote ? ['remote = true'] : []),
  withinKm: ({ withinKm, from }) =>
    withinKm === null || !from ? [] : [['remote = true', `_geoRadius(${point(from)}, ${withinKm * METRES})`]],
  startsWithinDays: ({ startsWithinDays, today }) =>
    startsWithinDays === null ? [] : [`starts_at <= ${secondsOf(addDays(today, startsWithinDays))}`],
}

/** Metres in a kilometre of the grid: on the globe it is up to half a per cent more, and the edge is inside. */
const METRES = 1005

const anyOf = (attribute: string, values: readonly string[]): Condition[] =>
  values.length === 0 ? [] : [values.map((value) => `${attribute} = ${quoted(value)}`)]

const quoted = (value: string) => `"${value.replace(/[\\"]/g, (mark) => `\\${mark}`)}"`

function point(from: NonNullable<From>): string {
  const { lat, lng } = latLngOf({ east: from.cellEast, north: from.cellNorth })
  return `${lat}, ${lng}`
}

/** What this reader may find at all; the sentinel is for nobody. */
function mayFind({ audience, today }: IndexQuestion): Condition[] {
  const { seesCareLeaversOnly, organisationId } = audience
  const visible = ['visibility = public']
  if (seesCareLeaversOnly) visible.push('visibility = care-leavers-only')
  else if (organisationId !== null) visible.push(`organisation_id = ${quoted(organisationId)}`)
  return [visible, `closes_at >= ${secondsOf(today)}`]
}

const filterOf = (question: IndexQuestion, except?: FacetName): Condition[] => [
  ...mayFind(question),
  ...Object.entries(CONDITIONS).flatMap(([name, make]) => (name === except ? [] : make(question))),
]

const isChosen = (question: IndexQuestion, name: FacetName) => CONDITIONS[name](question).length > 0

/** None where the order is how well the words fit: an empty list is left out. */
const SORTS: Record<IndexQuestion['sort'], (from: From) => string[]> = {
  best: () => [],
  newest: () => ['published_at:desc', 'id:asc'],
  closing: () => ['closes_at:asc', 'published_at:desc', 'id:asc'],
  nearest: (from) => (from ? [`_geoPoint(${point(from)}):asc`, 'published_at:desc', 'id:asc'] : []),
}

const wordsOf = (terms: readonly Term[]) => rootsOf(terms.flatMap(({ meant }) => meant).join(' '))

/**
 * One request for the hits and for the counts of every group: a group that somebody chose from is counted apart,
 * without its own choice. The first is the page of hits; the last tells whose index this is.
 */
export function pageQueries(
  uid: string,
  question: IndexQuestion,
  terms: readonly Term[],
  strategy: Strategy,
): { queries: Query[]; chosen: FacetName[] } {
  const chosen = FACET_NAMES.filter((name) => isChosen(question, name))
  const asked = { indexUid: uid, q: wordsOf(terms), matchingStrategy: strategy } as const
  const sort = SORTS[question.sort](question.from)
  const hits: Query = {
    ...asked,
    filter: filterOf(question),
    ...(sort.length > 0 ? { sort } : {}),
    attributesToRetrieve: ['id'],
    page: question.page,
    hitsPerPage: PAGE_SIZE,
    facets: FACET_NAMES.filter((name) => !chosen.includes(name)).map((name) => FACETS[name]),
  }
  const counts = chosen.map((name): Query => ({
    ...asked,
    filter: filterOf(question, name),
    facets: [FACETS[name]],
    limit: 0,
  }))
  const sentinel: Query = {
    indexUid: uid,
    q: '',
    filter: [`id = ${SENTINEL_ID}`],
    attributesToRetrieve: ['stamp'],
    limit: 1,
  }
  return { queries: [hits, ...counts, sentinel], chosen }
}

/** Counts the offers that this reader may find with some words, whatever else was chosen. */
export const countQuery = (uid: string, question: IndexQuestion, terms: readonly Term[]): Query => ({
  indexUid: uid,
  q: wordsOf(terms),
  matchingStrategy: 'all',
  filter: mayFind(question),
  attributesToRetrieve: ['id'],
  page: 1,
  hitsPerPage: 0,
})
