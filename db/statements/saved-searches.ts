import type { Day, Instant } from '../../src/domain/dates'
import type { CareLeaverId, SavedSearchId } from '../../src/domain/ids'
import type { Alerts } from '../../src/domain/search'
import type { Database } from '../database'

export type NewSavedSearch = {
  id: SavedSearchId
  careLeaverId: CareLeaverId
  query: string
  alerts: Alerts
  at: Instant
  today: Day
}

/** Saving the same search again only changes how often it is told of. The schema keeps it to ten. */
export const addSavedSearch = (
  db: Database,
  { id, careLeaverId, query, alerts, at, today }: NewSavedSearch,
) =>
  db.query.insertInto('saved_search').values({
    id,
    care_leaver_id: careLeaverId,
    query,
    alerts,
    told_until: at,
    looked_on: today,
    created_at: at,
  })

/** Whoever turns alerts on hears of what is new from then on. */
export const setAlerts = (db: Database, id: SavedSearchId, alerts: Alerts, at: Instant) =>
  db.query.updateTable('saved_search').set({ alerts, told_until: at }).where('id', '=', id)

export const setLookedThrough = (db: Database, id: SavedSearchId, looked: { on: Day; until: Instant }) =>
  db.query
    .updateTable('saved_search')
    .set({ looked_on: looked.on, told_until: looked.until })
    .where('id', '=', id)

export const setOffHash = (db: Database, id: SavedSearchId, hash: string) =>
  db.query.updateTable('saved_search').set({ off_hash: hash }).where('id', '=', id)

export const removeSavedSearch = (db: Database, id: SavedSearchId) =>
  db.query.deleteFrom('saved_search').where('id', '=', id)
