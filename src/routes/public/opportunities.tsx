import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findOpenInterest } from '../../../db/queries/interests'
import { findPausedFor, isSaved } from '../../../db/queries/saved-opportunities'
import { findReadable, type PublishedOpportunity } from '../../../db/queries/opportunities'
import { findNearestTown } from '../../../db/queries/places'
import { findSavedSearch } from '../../../db/queries/saved-searches'
import { readSettings } from '../../../db/queries/settings'
import { BrowsePage } from '../../../views/public/browse-page'
import type { WhereProblem } from '../../../views/public/where-form'
import { PausedOfferPage } from '../../../views/care-leaver/paused-offer-page'
import { OpportunityPage } from '../../../views/public/opportunity-page'
import { dayOf } from '../../domain/dates'
import {
  readSearch,
  type SearchForm,
  searchOf,
  searchQuery,
  toRecentQuery,
  toSavedQuery,
  withoutStreets,
} from '../../domain/search'
import { DISTRICT_CODES, type District } from '../../domain/taxonomy'
import type { OpportunityId } from '../../domain/ids'
import { isOpenToInterest } from '../../domain/opportunity'
import { findPlace } from '../../geo/find-place'
import type { AppEnv } from '../../http/app-env'
import { readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { setNotice } from '../../http/notice'
import { keepRecentSearch, readRecentSearches } from '../../http/recent-searches'
import { visitorsPage } from '../../http/kept-pages'
import { page } from '../../http/page'
import { countPages } from '../../http/paging'
import { Problem } from '../../http/problems'
import { audienceOf } from '../../policy/audience'
import { type OfferView, toOfferView } from '../../policy/views'
import { paths } from '../../paths'
import { highlight } from '../../search/highlight'
import type { SearchQuery, SearchResult } from '../../search/search'
import { PAGE_SIZE } from '../../search/search-index'
import { fitsFor } from './fits'
import { findNearMisses } from './near-misses'
import { keepWhere, middleOf, readWhere, type Where } from './where'

/** Published offers, for anyone: browse, search, read. What somebody may find depends on who they are. */
export const opportunities = new Hono<AppEnv>()

const views = new WeakMap<PublishedOpportunity, OfferView>()

/** An offer for a list; without a place to measure from it is the same for everybody, and made once. */
function viewOf(offer: PublishedOpportunity, from: Where | null): OfferView {
  if (from) return toOfferView(offer, from)
  const view = views.get(offer) ?? toOfferView(offer, null)
  views.set(offer, view)
  return view
}

/** A street that was typed leaves the address before anything is shown. */
opportunities.get(paths.browse, guard('opportunity.browse'), async (c) => {
  const form = askedIn(c)
  const words = withoutStreets(form.words)
  return words === form.words
    ? browse(c)
    : c.redirect(`${paths.browse}${searchQuery({ ...form, words })}`, 303)
})

async function browse(c: Context<AppEnv>, problem?: WhereProblem): Promise<Response> {
  const { deps } = c.var
  const asked = problem ? whatWasAsked(c) : askedIn(c)
  const from = asked.near === null ? readWhere(c) : middleOf(asked.near)
  const form = { ...asked, near: from?.near ?? null }
  const query = { ...form, from, today: dayOf(deps.now()), audience: audienceOf(c.var.visitor) }
  const result = await deps.search.search(query)
  await keepRecentSearch(c, form)
  if (c.var.visitor) deps.unfoundWords.note(result.leftOut, c.var.visitor.id)
  const body = await browsePage(c, { form, from, query, result, problem })
  return problem ? page(c, body, 422) : visitorsPage(c, result.standsWith, body)
}

/** The search that the address says. */
function askedIn(c: Context<AppEnv>): SearchForm {
  const asked = c.req.queries()
  return readSearch((name) => asked[name] ?? [])
}

/** The search that stood on the page when somebody said where they are. */
function whatWasAsked(c: Context<AppEnv>): SearchForm {
  const asked = String(c.var.form.get('search') ?? '').slice(0, QUERY_MAX)
  return searchOf(toSavedQuery(asked))
}

type Browsing = {
  form: SearchForm
  from: Where | null
  query: SearchQuery
  result: SearchResult
  problem: WhereProblem | undefined
}

async function browsePage(c: Context<AppEnv>, { form, from, query, result, problem }: Browsing) {
  const { today, audience } = query
  const offers = await c.var.deps.offers.listByIds({ ...audience, today }, result.ids)
  const fits = await fitsFor(c, offers)
  const near = await findNearMisses(c.var.deps, query, result)
  return (
    <BrowsePage
      form={form}
      result={result}
      pageCount={countPages(result.total, PAGE_SIZE)}
      offers={offers.map((offer) => viewOf(offer, from))}
      whys={new Map([...fits].map(([id, fit]) => [id, fit.why]))}
      found={foundIn(offers, result)}
      where={from && { near: from.near, town: await townOf(c, from) }}
      near={{
        closeBy: near.closeBy.map((offer) => viewOf(offer, from)),
        similar: near.similar.map((offer) => viewOf(offer, from)),
      }}
      mine={await ownSearch(c, form)}
      recent={isStart(form) ? await readRecentSearches(c) : null}
      {...(problem ? { problem } : {})}
    />
  )
}

/** The town that is nearest to the place somebody gave: of that, only the square is kept. */
const townOf = async (c: Context<AppEnv>, from: Where): Promise<string> =>
  from.near ? '' : ((await findNearestTown(c.var.deps.db, from))?.name ?? '')

/** Where somebody starts to look: nothing typed and nothing chosen yet. */
const isStart = (form: SearchForm) => toRecentQuery(form) === '' && form.page === 1

/** What each summary says of the words; nothing of those that only a title or the rest of the text answers. */
function foundIn(offers: readonly PublishedOpportunity[], { terms }: SearchResult) {
  return new Map(
    terms.length === 0
      ? []
      : offers.flatMap(({ id, summary }) => {
          const pieces = highlight(summary, terms)
          return pieces ? [[id, pieces] as const] : []
        }),
  )
}

/** Whether a young person has this very search on their list; null for everybody else. */
async function ownSearch(c: Context<AppEnv>, form: SearchForm): Promise<{ isSaved: boolean } | null> {
  const { visitor, deps } = c.var
  if (!visitor?.careLeaverId) return null
  const saved = await findSavedSearch(deps.db, visitor.careLeaverId, {
    query: toSavedQuery(searchQuery(form)),
  })
  return { isSaved: saved !== undefined }
}

/** As long as a search may be that is saved. */
const QUERY_MAX = 4000

const WhereForm = z.object({
  place: z.string().trim().max(60, 'Enter a town or postcode in 60 characters or fewer').default(''),
  near: z.enum(['', ...DISTRICT_CODES], 'Choose an area from the list').default(''),
})

/** A form that is asked again leaves this address behind: whoever opens it once more, or keeps it, is to find the offers. */
opportunities.get(paths.where, guard('opportunity.browse'), (c) => c.redirect(paths.browse, 303))

/** A place that was typed goes before an area; neither is a mistake. */
opportunities.post(paths.where, guard('place.set-own'), async (c) => {
  const form = readForm(c, WhereForm)
  const sent = (name: string) => String(c.var.form.get(name) ?? '').slice(0, 60)
  const again = (field: WhereProblem['field'], message: string) =>
    browse(c, { typed: sent('place'), near: sent('near'), field, message })
  if (!form.ok) {
    const [error] = form.errors
    return again(error?.field === 'near' ? 'near' : 'place', error?.message ?? '')
  }
  const { place, near } = form.value
  if (place === '' && near === '')
    return again('place', 'Enter a town or postcode in Kent, or choose an area')
  const where = place === '' ? middleOf(near as District) : await findPlace(c.var.deps.db, place)
  if (!where)
    return again(
      'place',
      'We do not know that place. Try a town or a full postcode in Kent, or choose an area',
    )
  return c.redirect(nearest(c, { near: null, ...where }), 303)
})

/** Remembers where somebody is, and leads to the same search with the nearest first. */
function nearest(c: Context<AppEnv>, where: Where): string {
  keepWhere(c, where)
  setNotice(c, where.near ? 'area-set' : 'place-set')
  return `${paths.browse}${searchQuery({ ...whatWasAsked(c), sort: 'nearest', near: where.near, page: 1 })}`
}

opportunities.get('/opportunities/:id', guard('opportunity.browse'), async (c) => {
  const { deps } = c.var
  const today = dayOf(deps.now())
  const offer = await findReadable(deps.db, { ...audienceOf(c.var.visitor), today }, readId<OpportunityId>(c))
  if (!offer) return paused(c, readId<OpportunityId>(c))
  const fit = (await fitsFor(c, [offer])).get(offer.id) ?? null
  return page(
    c,
    <OpportunityPage
      offer={toOfferView(offer, readWhere(c))}
      isOpen={isOpenToInterest(offer, today)}
      fit={fit}
      mine={await whatIsMine(c, offer.id)}
      settings={await readSettings(deps.db)}
      baseUrl={deps.config.baseUrl}
    />,
  )
})

/** Whoever had saved it or asked about it reads that it is paused; for everybody else there is no such page. */
async function paused(c: Context<AppEnv>, id: OpportunityId): Promise<Response> {
  const { visitor, deps } = c.var
  const offer = visitor?.careLeaverId && (await findPausedFor(deps.db, visitor.careLeaverId, id))
  const mine = offer && (await whatIsMine(c, id))
  if (!mine) throw new Problem(404)
  return page(c, <PausedOfferPage offer={offer} isSaved={mine.isSaved} hasAsked={mine.interestId !== null} />)
}

/** What a signed-in young person has done about this offer. */
async function whatIsMine(c: Context<AppEnv>, id: OpportunityId) {
  const { visitor, deps } = c.var
  if (!visitor?.careLeaverId) return null
  const [saved, interest] = await Promise.all([
    isSaved(deps.db, visitor.careLeaverId, id),
    findOpenInterest(deps.db, visitor.careLeaverId, id),
  ])
  return { isSaved: saved, interestId: interest?.id ?? null }
}
