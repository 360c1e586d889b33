import type { Context } from 'hono'
import type { FindableRow } from '../../../db/queries/findable'
import { dayOf } from '../../domain/dates'
import type { AppEnv } from '../../http/app-env'
import { audienceOf } from '../../policy/audience'
import { type OfferView, toOfferView } from '../../policy/views'

// What goes out is what a visitor may find, whoever asks for it.

const scopeOf = (c: Context<AppEnv>) => ({ ...audienceOf(null), today: dayOf(c.var.deps.now()) })

/** Every public offer that is live today, the same object until something changes. */
export const listLive = (c: Context<AppEnv>): Promise<readonly FindableRow[]> =>
  c.var.deps.offers.list(scopeOf(c))

/** These offers, as visitors may find them now; who is gone by now is left out. */
export async function readLive(c: Context<AppEnv>, rows: readonly FindableRow[]): Promise<OfferView[]> {
  const offers = await c.var.deps.offers.listByIds(
    scopeOf(c),
    rows.map(({ id }) => id),
  )
  return offers.map((offer) => toOfferView(offer, null))
}

/** Newest first; of the same moment always in the same order. */
export const newestFirst = (rows: readonly FindableRow[]): FindableRow[] =>
  rows.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt) || a.id.localeCompare(b.id))

/** Those that stand on a page, counted from 1. */
export const onPage = <Item>(items: readonly Item[], page: number, size: number): Item[] =>
  items.slice((page - 1) * size, page * size)
