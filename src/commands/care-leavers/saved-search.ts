import { findSavedSearch, findSavedSearchByOffHash } from '../../../db/queries/saved-searches'
import { addSavedSearch, removeSavedSearch, setAlerts } from '../../../db/statements/saved-searches'
import { dayOf } from '../../domain/dates'
import type { CareLeaverId, SavedSearchId } from '../../domain/ids'
import { type Alerts, toSavedQuery } from '../../domain/search'
import type { CommandContext } from '../command-context'
import { type Committed, recordFact } from '../commit-change'

/** Keeps a search on somebody's own list. Saved already, only how often they hear of it changes. */
export async function saveSearch(
  ctx: CommandContext,
  careLeaverId: CareLeaverId,
  { query: typed, alerts }: { query: string; alerts: Alerts },
): Promise<Committed> {
  const query = toSavedQuery(typed)
  const at = ctx.now().toISOString()
  const before = await findSavedSearch(ctx.db, careLeaverId, { query })
  if (before) return recordFact(ctx, [setAlerts(ctx.db, before.id, alerts, at)])
  const id = ctx.newId() as SavedSearchId
  return recordFact(ctx, [
    addSavedSearch(ctx.db, { id, careLeaverId, query, alerts, at, today: dayOf(ctx.now()) }),
  ])
}

export async function changeAlerts(
  ctx: CommandContext,
  careLeaverId: CareLeaverId,
  id: SavedSearchId,
  alerts: Alerts,
): Promise<Committed | 'not-found'> {
  if (!(await findSavedSearch(ctx.db, careLeaverId, { id }))) return 'not-found'
  return recordFact(ctx, [setAlerts(ctx.db, id, alerts, ctx.now().toISOString())])
}

export async function removeSearch(
  ctx: CommandContext,
  careLeaverId: CareLeaverId,
  id: SavedSearchId,
): Promise<Committed | 'not-found'> {
  if (!(await findSavedSearch(ctx.db, careLeaverId, { id }))) return 'not-found'
  return recordFact(ctx, [removeSavedSearch(ctx.db, id)])
}

/** From a mail, without signing in. Turning off what is off already is well too. */
export async function turnAlertsOff(
  ctx: CommandContext,
  tokenHash: string,
): Promise<Committed | 'not-found'> {
  const search = await findSavedSearchByOffHash(ctx.db, tokenHash)
  if (!search) return 'not-found'
  return recordFact(ctx, [setAlerts(ctx.db, search.id, 'none', ctx.now().toISOString())])
}
