import { Hono } from 'hono'
import { atomFeed } from '../../../views/outward/atom'
import { robots, sitemap } from '../../../views/outward/sitemap'
import { dayOf } from '../../domain/dates'
import type { AppEnv } from '../../http/app-env'
import { guard } from '../../http/guard'
import { outward } from '../../http/outward'
import { paths } from '../../paths'
import { listLive, newestFirst, readLive } from './visitors'

/** What search engines and feed readers ask for. */
export const feeds = new Hono<AppEnv>()

const ENTRIES_MAX = 50

feeds.get(paths.robots, guard('page.read'), (c) => {
  const { config } = c.var.deps
  const make = () => robots(config.baseUrl)
  return outward(c, { of: config, key: paths.robots, type: 'text/plain; charset=UTF-8', make })
})

feeds.get(paths.sitemap, guard('opportunity.browse'), async (c) => {
  const live = await listLive(c)
  const make = () => sitemap(c.var.deps.config.baseUrl, newestFirst(live))
  return outward(c, { of: live, key: paths.sitemap, type: 'application/xml; charset=UTF-8', make })
})

feeds.get(paths.feed, guard('opportunity.browse'), async (c) => {
  const { config, now } = c.var.deps
  const live = await listLive(c)
  const make = async () =>
    atomFeed({
      baseUrl: config.baseUrl,
      serviceName: config.serviceName,
      emptySince: `${dayOf(now())}T00:00:00Z`,
      offers: await readLive(c, newestFirst(live).slice(0, ENTRIES_MAX)),
    })
  return outward(c, { of: live, key: paths.feed, type: 'application/atom+xml; charset=UTF-8', make })
})
