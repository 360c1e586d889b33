import type { OpportunityId, OrganisationId } from '../domain/ids'
import type { FilterName, SearchFilters, Sort } from '../domain/search'
import type { Recognised } from './recognise'

/** Who is looking, as far as it decides what may be found. */
export type SearchAudience = {
  /** Care leavers and the team see care-leavers-only offers of everyone. */
  seesCareLeaversOnly: boolean
  /** A poster sees the care-leavers-only offers of their own organisation. */
  organisationId: OrganisationId | null
}

export type SearchQuery = SearchFilters & {
  words: string
  /** Filters that are not to be read out of the words. */
  asWords: readonly FilterName[]
  sort: Sort
  page: number
  /** The kilometre square to measure from, when somebody said where they are. */
  from: { cellEast: number; cellNorth: number } | null
  today: string
  audience: SearchAudience
}

export type FacetGroup = 'kinds' | 'outcomes' | 'districts'

export type SearchResult = {
  /** In order; at most a page of them. Rows are loaded and authorised from the database. */
  ids: OpportunityId[]
  total: number
  /** A group's own counts ignore its own selection. */
  counts: Record<FacetGroup, Record<string, number>> & { isPaid: number; isRemote: number }
  /** How many of them have all the words that any offer has; those stand first. */
  totalWithAllWords: number
  /** Filters that were read out of the words. */
  understood: readonly Recognised[]
  /** Words that were read as another word. */
  corrected: readonly { typed: string; to: string }[]
  /** Words that no offer has. */
  leftOut: readonly string[]
  /** When nothing was found: what would come back if one filter went, the most first. */
  rescue: { filter: FilterName; total: number }[]
}

export const PAGE_SIZE = 20

/** The index of published opportunities. The embedded engine is the default; others come behind the same port. */
export interface SearchIndex {
  search(query: SearchQuery): Promise<SearchResult>
}
