import type { FindableRow } from '../../db/queries/findable'
import type { OpportunityId } from '../domain/ids'
import type { SearchFilters, Sort } from '../domain/search'
import type { OfferAudience } from '../policy/audience'
import type { Term } from './understand'

/** The kilometre square to measure from, when somebody said where they are. */
export type From = { cellEast: number; cellNorth: number } | null

/** What an index is asked: words that were understood, filters, an order and a page. */
export type IndexQuestion = SearchFilters & {
  /** All are looked for; none means everything. */
  terms: readonly Term[]
  sort: Sort
  page: number
  from: From
  today: string
  audience: OfferAudience
  /** All that this reader may find, as the database has it now: no answer holds anything else. */
  offers: readonly FindableRow[]
}

export type FacetGroup = 'kinds' | 'outcomes' | 'districts'

export type IndexAnswer = {
  /** In order; at most a page of them. */
  ids: OpportunityId[]
  total: number
  /** How many of them have all the words that any offer has; those stand first. */
  totalWithAllWords: number
  /** A group's own counts ignore its own selection. */
  counts: Record<FacetGroup, Record<string, number>> & { isPaid: number; isRemote: number }
  /** Words that no offer has. */
  unknown: readonly string[]
  /** Whether total and counts are the database's own; otherwise the index is a little behind it. */
  isExact: boolean
  /** Whether this came from the engine that stands in while the other is not well. */
  isStandIn: boolean
}

export const PAGE_SIZE = 20

/** No search leads further than this many offers. */
export const HITS_MAX = 1000

/** Fewer than this with all words, and those that have most of them are shown after them. */
export const FEW = 5

/**
 * An index of published opportunities. The embedded engine is the default; Meilisearch comes behind the same port, and
 * one contract holds both.
 */
export interface SearchIndex {
  /** Whether it changes with the database in one transaction, so that an answer is true for as long as the offers are. */
  readonly isNeverBehind: boolean
  /** @throws IndexFault when the engine cannot be reached, refuses, or answers what cannot be true */
  find(question: IndexQuestion): Promise<IndexAnswer>
}

/** Why an engine could not answer; a word for the log, never what was asked. */
export type IndexFaultReason =
  | 'unreachable'
  | 'late'
  | 'slow'
  | 'unauthorised'
  | 'refused'
  | 'not-understood'
  | 'another-index'
  | 'foreign-ids'

export class IndexFault extends Error {
  override readonly name = 'IndexFault'
  constructor(readonly reason: IndexFaultReason) {
    super(`The search engine gave no answer: ${reason}`)
  }
}
