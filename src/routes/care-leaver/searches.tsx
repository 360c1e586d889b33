import { Hono } from 'hono'
import { z } from 'zod'
import { findSavedSearch, listSavedSearches } from '../../../db/queries/saved-searches'
import { TellNeedPage } from '../../../views/care-leaver/tell-need'
import { SearchesPage } from '../../../views/care-leaver/searches-page'
import { forgetSearches } from '../../commands/care-leavers/recent-searches'
import { changeAlerts, removeSearch, saveSearch } from '../../commands/care-leavers/saved-search'
import { tellUnmetNeed } from '../../commands/care-leavers/tell-unmet-need'
import type { SavedSearchId } from '../../domain/ids'
import { ALERTS, readSearch, toSavedQuery } from '../../domain/search'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { finish } from './finish'
import { ownRecord } from './own'

/** Searches somebody keeps, how often they hear of new offers in them, and what they could not find. */
export const searches = new Hono<AppEnv>()

const AlertsForm = z.object({ alerts: z.enum(ALERTS, 'Choose how often we tell you') })
/** Two hundred characters of any script and every filter there is, as an address writes them. */
const QUERY_MAX = 4000
const SaveForm = AlertsForm.extend({ query: z.string().max(QUERY_MAX) })

searches.get(paths.my.searches, guard('search.save'), async (c) => {
  const { id } = await ownRecord(c)
  return page(c, <SearchesPage searches={await listSavedSearches(c.var.deps.db, id)} />)
})

/** The form is a button with the search in it: whoever sends something else has no page to come back to. */
searches.post(paths.my.searches, guard('search.save'), async (c) => {
  const form = readForm(c, SaveForm)
  if (!form.ok) throw new Problem(400)
  const ctx = commandContext(c, `${paths.browse}?${toSavedQuery(form.value.query)}`, 'search-saved')
  return finish(c, ctx, await saveSearch(ctx, (await ownRecord(c)).id, form.value))
})

searches.post('/my/searches/:id/alerts', guard('search.save'), async (c) => {
  const [{ id: owner }, id] = [await ownRecord(c), readId<SavedSearchId>(c)]
  if (!(await findSavedSearch(c.var.deps.db, owner, { id }))) throw new Problem(404)
  const form = readForm(c, AlertsForm)
  if (!form.ok) throw new Problem(400)
  const ctx = commandContext(c, paths.my.searches, 'alerts-changed')
  return finish(c, ctx, await changeAlerts(ctx, owner, id, form.value.alerts))
})

searches.post('/my/searches/:id/remove', guard('search.save'), async (c) => {
  const ctx = commandContext(c, paths.my.searches, 'search-removed')
  const { id } = await ownRecord(c)
  return finish(c, ctx, await removeSearch(ctx, id, readId<SavedSearchId>(c)))
})

searches.post(paths.my.forgetSearches, guard('search.forget'), async (c) => {
  const ctx = commandContext(c, paths.browse, 'searches-forgotten')
  return finish(c, ctx, await forgetSearches(ctx, c.var.actor.sessionId))
})

/** Nobody's name goes with it; that somebody is signed in keeps the figures from being made up. */
searches.post(paths.my.unmetNeeds, guard('unmet-need.tell'), async (c) => {
  await ownRecord(c)
  const { kinds, districts } = readSearch((name) => c.var.form.getAll(name).map(String))
  if (kinds.length + districts.length === 0)
    return page(c, <TellNeedPage problem="Choose a kind of offer, or an area" />, 422)
  const ctx = commandContext(c, paths.browse, 'need-told')
  return finish(c, ctx, await tellUnmetNeed(ctx, { kinds, districts }))
})
