import { type Context, Hono } from 'hono'
import type { FindableRow } from '../../../db/queries/findable'
import { readSettings } from '../../../db/queries/settings'
import { ApiPage } from '../../../views/outward/api-page'
import { LocalOfferPage } from '../../../views/outward/local-offer-page'
import { dayOf } from '../../domain/dates'
import { LOCAL_OFFER_HEADINGS } from '../../domain/taxonomy'
import type { AppEnv } from '../../http/app-env'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { listLive, readLive } from './visitors'

/** What people read, or print, before they pass our offers on. */
export const outwardPages = new Hono<AppEnv>()

/** Six headings of these are what fits on paper, and in memory. */
const UNDER_A_HEADING_MAX = 40

outwardPages.get(paths.localOffer, guard('opportunity.browse'), async (c) => {
  const { db, now, config } = c.var.deps
  const live = await listLive(c)
  const sections = await sectionsOf(c, live)
  const settings = await readSettings(db)
  const today = dayOf(now())
  return page(
    c,
    <LocalOfferPage sections={sections} settings={settings} today={today} baseUrl={config.baseUrl} />,
  )
})

/** What closes first stands first. */
async function sectionsOf(c: Context<AppEnv>, live: readonly FindableRow[]) {
  const sorted = live.toSorted((a, b) => a.closesOn.localeCompare(b.closesOn) || a.id.localeCompare(b.id))
  const listed = LOCAL_OFFER_HEADINGS.map((heading) => ({
    heading,
    rows: sorted.filter((row) => row.heading === heading),
  }))
  const shown = listed.flatMap(({ rows }) => rows.slice(0, UNDER_A_HEADING_MAX))
  const offers = await readLive(c, shown)
  return listed.map(({ heading, rows }) => ({
    heading,
    total: rows.length,
    offers: offers.filter((offer) => offer.heading === heading),
  }))
}

outwardPages.get(paths.api.home, guard('page.read'), (c) =>
  page(c, <ApiPage baseUrl={c.var.deps.config.baseUrl} />),
)
