import { type Document, FilterFault, metresBetween, readFilter } from './filter'

/** A stand-in for the server's search: roughly its ranking, exactly its shapes. */

export type Settings = {
  searchableAttributes: string[]
  filterableAttributes: string[]
  sortableAttributes: string[]
  displayedAttributes: string[]
  rankingRules: string[]
  synonyms: Record<string, string[]>
  pagination: { maxTotalHits: number }
} & Record<string, unknown>

export type SearchRequest = Partial<{
  q: string
  filter: unknown
  sort: string[]
  facets: string[]
  limit: number
  offset: number
  page: number
  hitsPerPage: number
  attributesToRetrieve: string[]
  matchingStrategy: 'all' | 'last' | 'frequency'
}>

export class SearchFault extends Error {
  constructor(readonly code: string) {
    super(code)
  }
}

const KNOWN_FIELDS = new Set(
  'indexUid q offset limit page hitsPerPage attributesToRetrieve attributesToCrop cropLength cropMarker attributesToHighlight highlightPreTag highlightPostTag showMatchesPosition showRankingScore showRankingScoreDetails filter sort distinct facets matchingStrategy attributesToSearchOn rankingScoreThreshold'.split(
    ' ',
  ),
)

const wordsOf = (text: unknown): string[] =>
  String(text ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean)

const valueAt = (document: Document, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document)

type Ranked = { document: Document; matched: number; typos: number; others: number; attribute: number }

/** @throws SearchFault, FilterFault */
export function search(documents: readonly Document[], settings: Settings, request: SearchRequest) {
  const unknown = Object.keys(request).find((field) => !KNOWN_FIELDS.has(field))
  if (unknown) throw new SearchFault('bad_request')
  if (request.q !== undefined && typeof request.q !== 'string') throw new SearchFault('invalid_search_q')
  if ((request.limit ?? 0) < 0) throw new SearchFault('invalid_search_limit')
  const passes = readFilter(request.filter, settings.filterableAttributes)
  const found = rank(documents.filter(passes), settings, request)
  const sorted = found.sort(compareBy(settings, request.sort ?? []))
  const hits = sorted.slice(0, settings.pagination.maxTotalHits).map(({ document }) => document)
  return { ...paged(hits, request, settings), ...facetsOf(sorted, settings, request), query: request.q ?? '' }
}

function paged(hits: readonly Document[], request: SearchRequest, settings: Settings) {
  const show = (list: readonly Document[]) => list.map((document) => shown(document, request, settings))
  if (request.page !== undefined || request.hitsPerPage !== undefined) {
    const { page = 1, hitsPerPage = 20 } = request
    const start = (page - 1) * hitsPerPage
    return {
      hits: page < 1 ? [] : show(hits.slice(start, start + hitsPerPage)),
      hitsPerPage,
      page,
      totalPages: hitsPerPage === 0 ? 0 : Math.ceil(hits.length / hitsPerPage),
      totalHits: hits.length,
      processingTimeMs: 1,
    }
  }
  const { offset = 0, limit = 20 } = request
  return {
    hits: show(hits.slice(offset, offset + limit)),
    limit,
    offset,
    estimatedTotalHits: hits.length,
    processingTimeMs: 1,
  }
}

function shown(document: Document, { attributesToRetrieve = ['*'] }: SearchRequest, settings: Settings) {
  const may = (name: string, list: readonly string[]) => list.includes('*') || list.includes(name)
  return Object.fromEntries(
    Object.entries(document).filter(
      ([name]) => may(name, attributesToRetrieve) && may(name, settings.displayedAttributes),
    ),
  )
}

function facetsOf(found: readonly Ranked[], settings: Settings, { facets }: SearchRequest) {
  if (!facets) return {}
  const bad = facets.find((facet) => facet !== '*' && !settings.filterableAttributes.includes(facet))
  if (bad) throw new SearchFault('invalid_search_facets')
  const facetDistribution = Object.fromEntries(
    facets.map((facet) => {
      const counts: Record<string, number> = {}
      for (const { document } of found)
        for (const value of [document[facet]].flat())
          if (value !== null && value !== undefined) counts[String(value)] = (counts[String(value)] ?? 0) + 1
      return [facet, counts]
    }),
  )
  return { facetDistribution, facetStats: {} }
}

/** What matches, by the strategy: all words, or the rarest and as many as there are. */
function rank(documents: readonly Document[], settings: Settings, request: SearchRequest): Ranked[] {
  const words = wordsOf(request.q)
  if (words.length === 0)
    return documents.map((document) => ({ document, matched: 0, typos: 0, others: 0, attribute: 0 }))
  const matches = words.map((word, index) => matchesOf(documents, settings, word, index === words.length - 1))
  const wanted =
    request.matchingStrategy === 'all'
      ? matches
      : [matches.reduce((rarest, match) => (rarer(match, rarest) ? match : rarest))]
  return documents.flatMap((document) => {
    if (!wanted.every((match) => match.has(document.id))) return []
    const own = matches.flatMap((match) => match.get(document.id) ?? [])
    return [
      {
        document,
        matched: own.length,
        typos: own.reduce((sum, { typos }) => sum + typos, 0),
        others: own.filter(({ isOther }) => isOther).length,
        attribute: own.reduce((sum, { attribute }) => sum + attribute, 0),
      },
    ]
  })
}

type Match = { typos: number; isOther: boolean }
type Matches = Map<string, Match & { attribute: number }>

const rarer = (one: Matches, other: Matches) => one.size > 0 && (other.size === 0 || one.size < other.size)

function matchesOf(
  documents: readonly Document[],
  settings: Settings,
  word: string,
  isLast: boolean,
): Matches {
  const forms = [word, ...(settings.synonyms[word] ?? [])].map((form) => wordsOf(form))
  const found: Matches = new Map()
  for (const document of documents) {
    const best = settings.searchableAttributes
      .map((path, attribute) => ({
        attribute,
        match: matchIn(wordsOf(valueAt(document, path)), forms, isLast),
      }))
      .flatMap(({ attribute, match }) => (match ? [{ attribute, ...match }] : []))
      .sort(
        (a, b) => a.typos - b.typos || Number(a.isOther) - Number(b.isOther) || a.attribute - b.attribute,
      )[0]
    if (best) found.set(document.id, best)
  }
  return found
}

/** How a text has one of the forms: the word itself, another word for it, or with a typing mistake. */
function matchIn(text: readonly string[], forms: readonly string[][], isLast: boolean): Match | null {
  const [typed = [], ...others] = forms
  const has = (form: readonly string[]) =>
    text.some((_word, start) => form.every((part, offset) => text[start + offset] === part))
  const word = typed.length === 1 ? (typed[0] ?? '') : ''
  if (has(typed)) return { typos: 0, isOther: false }
  if (others.some(has)) return { typos: 0, isOther: true }
  if (isLast && word !== '' && text.some((one) => one.startsWith(word))) return { typos: 0, isOther: true }
  if (word.length >= 4 && text.some((one) => one[0] === word[0] && isOneEdit(word, one)))
    return { typos: 1, isOther: true }
  return null
}

function isOneEdit(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return (
    one.slice(at + 1) === other.slice(at + 1) ||
    one.slice(at) === other.slice(at + 1) ||
    one.slice(at + 1) === other.slice(at)
  )
}

type Compare = (a: Ranked, b: Ranked) => number

function compareBy(settings: Settings, sort: readonly string[]): Compare {
  const rules: Record<string, Compare[]> = {
    words: [(a, b) => b.matched - a.matched],
    typo: [(a, b) => a.typos - b.typos],
    exactness: [(a, b) => a.others - b.others],
    attribute: [(a, b) => a.attribute - b.attribute],
    sort: sort.map((rule) => byAttribute(rule, settings)),
  }
  const order = settings.rankingRules.flatMap(
    (rule) => rules[rule] ?? (rule.includes(':') ? [byAttribute(rule, settings, false)] : []),
  )
  return (a, b) => order.reduce((result, compare) => result || compare(a, b), 0)
}

function byAttribute(rule: string, settings: Settings, mustBeSortable = true): Compare {
  const found = /^(?:_geoPoint\(([-\d.]+), ?([-\d.]+)\)|(\w+)):(asc|desc)$/.exec(rule)
  if (!found) throw new SearchFault('invalid_search_sort')
  const [, lat, lng, attribute, direction] = found
  if (mustBeSortable && !settings.sortableAttributes.includes(attribute ?? '_geo'))
    throw new SearchFault('invalid_search_sort')
  const point = { lat: Number(lat), lng: Number(lng) }
  const value = ({ document }: Ranked) =>
    (attribute === undefined ? metresBetween(document._geo, point) : document[attribute]) as number | string
  const sign = direction === 'asc' ? 1 : -1
  return (a, b) => {
    const [one, other] = [value(a), value(b)]
    return one === other ? 0 : (one < other ? -1 : 1) * sign
  }
}

export { FilterFault }
