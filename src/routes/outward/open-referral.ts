import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { FindableRow } from '../../../db/queries/findable'
import {
  aboutOpenReferral,
  envelope,
  listTerms,
  serviceLine,
  serviceWhole,
  theTaxonomy,
} from '../../../views/outward/open-referral'
import { fromUuid } from '../../domain/uuid'
import type { AppEnv } from '../../http/app-env'
import { guard } from '../../http/guard'
import { outward, outwardProblem } from '../../http/outward'
import { paths } from '../../paths'
import { numberUpTo, readQuery, SIZE_MAX } from './query'
import { listLive, newestFirst, onPage, readLive } from './visitors'

/** The Local Offer as services of Open Referral UK 3.0, for directories that read it. */
export const openReferral = new Hono<AppEnv>()

const Paging = z.object({ page: numberUpTo(9_999, 1), per_page: numberUpTo(SIZE_MAX, 50) })
const Query = Paging.extend({ taxonomy_term_id: z.array(z.guid()).default([]) })
type Asked = z.output<typeof Query>

/** An answer in JSON that is made once for as long as `of` is in memory. */
const answer = (c: Context<AppEnv>, of: object, key: string, make: () => Promise<object> | object) =>
  outward(c, {
    of,
    key: `${c.req.path} ${key}`,
    type: 'application/json; charset=UTF-8',
    make: async () => JSON.stringify(await make()),
  })

const nothing = (c: Context<AppEnv>) => outwardProblem(c, 404, 'There is nothing here, or not any more')

openReferral.get(paths.api.openReferral, guard('page.read'), (c) => {
  const { config } = c.var.deps
  return answer(c, config, '', () => aboutOpenReferral(config.baseUrl))
})

openReferral.get(paths.api.services, guard('opportunity.browse'), async (c) => {
  const asked = readQuery(c, Query)
  if (!asked.ok) return outwardProblem(c, 400, asked.problem)
  const live = await listLive(c)
  return answer(c, live, JSON.stringify(asked.value), () => pageOf(c, live, asked.value))
})

async function pageOf(c: Context<AppEnv>, live: readonly FindableRow[], asked: Asked) {
  const wanted = await headingsOf(asked.taxonomy_term_id)
  const rows = newestFirst(live.filter(({ heading }) => wanted === null || wanted.has(heading)))
  const offers = await readLive(c, onPage(rows, asked.page, asked.per_page))
  const lines = await Promise.all(offers.map((offer) => serviceLine(offer, c.var.deps.config.baseUrl)))
  return envelope(lines, rows.length, asked.page, asked.per_page)
}

/** The headings that some terms stand for; null where none was asked for. */
async function headingsOf(terms: readonly string[]): Promise<Set<string> | null> {
  if (terms.length === 0) return null
  const all = await listTerms()
  return new Set(all.flatMap(({ id, code }) => (terms.includes(id) ? [code] : [])))
}

openReferral.get('/api/oruk/services/:id', guard('opportunity.browse'), async (c) => {
  const live = await listLive(c)
  const id = fromUuid(c.req.param('id'))
  const [offer] = await readLive(
    c,
    live.filter((row) => row.id === id),
  )
  return offer ? answer(c, live, '', () => serviceWhole(offer, c.var.deps.config.baseUrl)) : nothing(c)
})

openReferral.get(paths.api.taxonomies, guard('page.read'), (c) =>
  answer(c, c.var.deps.config, '', async () => envelope([await theTaxonomy()], 1, 1, SIZE_MAX)),
)

openReferral.get('/api/oruk/taxonomies/:id', guard('page.read'), async (c) => {
  const taxonomy = await theTaxonomy()
  if (c.req.param('id') !== taxonomy.id) return nothing(c)
  return answer(c, c.var.deps.config, '', async () => ({ ...taxonomy, taxonomy_terms: await listTerms() }))
})

openReferral.get(paths.api.terms, guard('page.read'), (c) =>
  answer(c, c.var.deps.config, '', async () => {
    const terms = await listTerms()
    return envelope(terms, terms.length, 1, SIZE_MAX)
  }),
)

openReferral.get('/api/oruk/taxonomy_terms/:id', guard('page.read'), async (c) => {
  const term = (await listTerms()).find(({ id }) => id === c.req.param('id'))
  return term ? answer(c, c.var.deps.config, '', () => term) : nothing(c)
})
