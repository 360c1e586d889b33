import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { FindableRow } from '../../../db/queries/findable'
import { offerJson } from '../../../views/outward/offer-json'
import { OPPORTUNITY_KINDS } from '../../domain/opportunity'
import { centreOf } from '../../domain/district-centres'
import { distanceKm } from '../../domain/grid'
import { COVENANT_OUTCOMES, DISTRICT_CODES, LOCAL_OFFER_HEADINGS } from '../../domain/taxonomy'
import type { AppEnv } from '../../http/app-env'
import { guard } from '../../http/guard'
import { outward, outwardProblem } from '../../http/outward'
import { countPages } from '../../http/paging'
import { toPublicOffer } from '../../policy/views'
import { paths } from '../../paths'
import { publishedSchema } from './offer.schema'
import { openApi } from './open-api'
import { anyOf, numberUpTo, oneOf, readQuery, SIZE_MAX, WITHIN_KM, WITHIN_KM_MAX, yes } from './query'
import { listLive, newestFirst, onPage, readLive } from './visitors'

/** Public offers as JSON, with a schema and a description that other services can read. */
export const opportunitiesJson = new Hono<AppEnv>()

const JSON_TYPE = 'application/json; charset=UTF-8'

const Query = z.object({
  kind: anyOf(OPPORTUNITY_KINDS),
  heading: anyOf(LOCAL_OFFER_HEADINGS),
  outcome: anyOf(COVENANT_OUTCOMES),
  district: anyOf(DISTRICT_CODES),
  near: oneOf(DISTRICT_CODES),
  within: numberUpTo(WITHIN_KM_MAX, WITHIN_KM),
  paid: yes(),
  remote: yes(),
  page: numberUpTo(9_999, 1),
  size: numberUpTo(SIZE_MAX, SIZE_MAX),
})
type Asked = z.output<typeof Query>

opportunitiesJson.get(paths.api.opportunities, guard('opportunity.browse'), async (c) => {
  const asked = readQuery(c, Query)
  if (!asked.ok) return outwardProblem(c, 400, asked.problem)
  const live = await listLive(c)
  const key = `${paths.api.opportunities} ${JSON.stringify(asked.value)}`
  return outward(c, { of: live, key, type: JSON_TYPE, make: () => pageOf(c, live, asked.value) })
})

async function pageOf(c: Context<AppEnv>, live: readonly FindableRow[], asked: Asked): Promise<string> {
  const { baseUrl } = c.var.deps.config
  const rows = newestFirst(live.filter((row) => isAskedFor(row, asked)))
  const offers = await readLive(c, onPage(rows, asked.page, asked.size))
  const pageCount = countPages(rows.length, asked.size)
  return JSON.stringify({
    total: rows.length,
    page: asked.page,
    pageCount,
    size: asked.size,
    next: asked.page < pageCount ? `${baseUrl}${paths.api.opportunities}${addressOf(asked)}` : null,
    opportunities: offers.map((offer) => offerJson(toPublicOffer(offer), baseUrl)),
  })
}

function isAskedFor(row: FindableRow, asked: Asked): boolean {
  const isIn = <Value>(list: readonly Value[], value: Value) => list.length === 0 || list.includes(value)
  return (
    isIn(asked.kind, row.kind) &&
    isIn(asked.heading, row.heading) &&
    (asked.district.length === 0 || (row.district !== null && asked.district.includes(row.district))) &&
    (asked.outcome.length === 0 || row.outcomes.some((outcome) => asked.outcome.includes(outcome))) &&
    isNear(row, asked) &&
    (!asked.paid || row.isPaid) &&
    (!asked.remote || row.isRemote)
  )
}

/** What is online is near everybody. */
function isNear({ isRemote, cellEast, cellNorth }: FindableRow, { near, within }: Asked): boolean {
  if (near === null || isRemote) return true
  if (cellEast === null || cellNorth === null) return false
  const middle = centreOf(near)
  const from = { east: middle.cellEast, north: middle.cellNorth }
  return distanceKm(from, { east: cellEast, north: cellNorth }) <= within
}

/** The same question, for the next page. */
function addressOf({ kind, heading, outcome, district, near, within, paid, remote, page, size }: Asked) {
  const lists = { kind, heading, outcome, district }
  const query = new URLSearchParams()
  for (const [name, values] of Object.entries(lists)) for (const value of values) query.append(name, value)
  if (near) query.set('near', near)
  if (near) query.set('within', String(within))
  if (paid) query.set('paid', 'yes')
  if (remote) query.set('remote', 'yes')
  query.set('page', String(page + 1))
  query.set('size', String(size))
  return `?${query.toString()}`
}

/** What is the same until the next release is made once for each app. */
opportunitiesJson.get(paths.api.schema, guard('page.read'), (c) => {
  const { config } = c.var.deps
  const make = () => JSON.stringify(publishedSchema(`${config.baseUrl}${paths.api.schema}`))
  return outward(c, { of: config, key: paths.api.schema, type: 'application/schema+json', make })
})

opportunitiesJson.get(paths.api.openApi, guard('page.read'), (c) => {
  const { config } = c.var.deps
  const make = () => JSON.stringify(openApi(config))
  return outward(c, { of: config, key: paths.api.openApi, type: JSON_TYPE, make })
})
