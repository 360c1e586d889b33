import type { SavedSearch } from '../../../db/queries/saved-searches'
import { enqueue } from '../../../db/statements/record'
import { setLookedThrough } from '../../../db/statements/saved-searches'
import { type Day, dayOf, type Instant } from '../../domain/dates'
import { centreOf } from '../../domain/district-centres'
import { searchOf } from '../../domain/search'
import { YOUNG_PEOPLE } from '../../policy/audience'
import type { KeptOffers } from '../../search/kept-offers'
import type { Search } from '../../search/search'
import type { CommandContext } from '../command-context'
import { type Committed, recordFact } from '../commit-change'

/** What looking through a saved search needs beside the database. */
export type Finding = { search: Search; offers: KeptOffers }

/**
 * Looks through a saved search as its owner would find it today. When something was published in it since the last time
 * they hear that there is an update, and not what it is.
 */
export async function lookThroughSearch(
  ctx: CommandContext,
  finding: Finding,
  { id, query, toldUntil }: Pick<SavedSearch, 'id' | 'query' | 'toldUntil'>,
): Promise<Committed> {
  const today = dayOf(ctx.now())
  const newest = await newestIn(finding, query, today)
  const hasNews = newest !== null && newest > toldUntil
  const payload = { savedSearchId: id }
  return recordFact(ctx, [
    setLookedThrough(ctx.db, id, { on: today, until: hasNews ? newest : toldUntil }),
    ...(hasNews ? [enqueue(ctx.db, ctx.newId(), ctx.now().toISOString(), 'search.has-news', payload)] : []),
  ])
}

/**
 * When the newest offer of a search was published; null when it finds none. Where somebody was is not kept, but for a
 * district they named. What a page shows instead of what was looked for is no news.
 */
async function newestIn({ search, offers }: Finding, query: string, today: Day): Promise<Instant | null> {
  const form = { ...searchOf(query), sort: 'newest', page: 1 } as const
  const from = form.near === null ? null : centreOf(form.near)
  const asked = { ...form, from, today, audience: YOUNG_PEOPLE }
  const { ids, elsewhere, terms, leftOut } = await search.search(asked)
  if (elsewhere || (terms.length === 0 && leftOut.length > 0)) return null
  const [first] = await offers.listByIds({ ...YOUNG_PEOPLE, today }, ids.slice(0, 1))
  return first?.publishedAt ?? null
}
