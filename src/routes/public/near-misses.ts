import type { PublishedOpportunity } from '../../../db/queries/opportunities'
import type { Deps } from '../../deps'
import { withoutFilter } from '../../domain/search'
import { DISTRICT_CODES, type District } from '../../domain/taxonomy'
import { areNeighbours } from '../../matching/neighbouring-districts'
import type { SearchQuery, SearchResult } from '../../search/search'

/** So many of each are enough to go on from. */
const SHOWN = 3

export type NearMisses = { closeBy: PublishedOpportunity[]; similar: PublishedOpportunity[] }

const NONE: NearMisses = { closeBy: [], similar: [] }

/**
 * When a search finds nothing: the same in the districts next to those asked for, and what is much like it.
 */
export async function findNearMisses(
  { search, offers }: Pick<Deps, 'search' | 'offers'>,
  query: SearchQuery,
  result: SearchResult,
): Promise<NearMisses> {
  if (result.total > 0) return NONE
  const first = async (other: SearchQuery) => {
    const { ids } = await search.search({ ...other, page: 1 })
    return offers.listByIds({ ...query.audience, today: query.today }, ids.slice(0, SHOWN))
  }
  const next = nextDoor(query, result)
  const firstSimilar = async () => {
    for (const looser of looserThan(query, result)) {
      const found = await first(looser)
      if (found.length > 0) return found
    }
    return []
  }
  const [closeBy, similar] = await Promise.all([next ? first(next) : [], firstSimilar()])
  const seen = new Set(closeBy.map(({ id }) => id))
  return { closeBy, similar: similar.filter(({ id }) => !seen.has(id)) }
}

const NO_FILTERS = {
  outcomes: [],
  withinKm: null,
  isPaid: false,
  isRemote: false,
  startsWithinDays: null,
} as const

/** Without the one filter that hides most; where no single one does, by the words, the kind or the place alone. */
function* looserThan(
  query: SearchQuery,
  { rescue: [most], understood }: SearchResult,
): Generator<SearchQuery> {
  if (most) yield { ...query, ...withoutFilter(query, most.filter, understood) }
  const { words, kinds, districts } = query
  if (words) yield { ...query, ...NO_FILTERS, kinds: [], districts: [] }
  if (kinds.length > 0) yield { ...query, ...NO_FILTERS, words: '', districts: [] }
  if (districts.length > 0) yield { ...query, ...NO_FILTERS, words: '', kinds: [] }
}

/** The same search one district further; null when it names no district, or all round it are named. */
function nextDoor(query: SearchQuery, { understood }: SearchResult): SearchQuery | null {
  const asked: readonly District[] = [
    ...query.districts,
    ...understood.flatMap((one) => (one.filter === 'districts' ? one.districts : [])),
  ]
  const districts = DISTRICT_CODES.filter(
    (district) => !asked.includes(district) && asked.some((one) => areNeighbours(one, district)),
  )
  if (districts.length === 0) return null
  return { ...query, ...withoutFilter(query, 'districts', understood), districts }
}
