import type { Day } from '../../src/domain/dates'
import type { AccountId, CareLeaverId, SavedSearchId } from '../../src/domain/ids'
import type { Alerts } from '../../src/domain/search'
import type { Reader } from '../database'

export type SavedSearch = { id: SavedSearchId; query: string; alerts: Alerts; toldUntil: string }

const COLUMNS = ['id', 'query', 'alerts', 'told_until as toldUntil'] as const

/** The newest first. */
export async function listSavedSearches(db: Reader, careLeaverId: CareLeaverId): Promise<SavedSearch[]> {
  return db.query
    .selectFrom('saved_search')
    .select(COLUMNS)
    .where('care_leaver_id', '=', careLeaverId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
}

/** One of somebody's own. */
export async function findSavedSearch(
  db: Reader,
  careLeaverId: CareLeaverId,
  by: { id: SavedSearchId } | { query: string },
): Promise<SavedSearch | undefined> {
  return db.query
    .selectFrom('saved_search')
    .select(COLUMNS)
    .where('care_leaver_id', '=', careLeaverId)
    .$if('id' in by, (one) => one.where('id', '=', (by as { id: SavedSearchId }).id))
    .$if('query' in by, (one) => one.where('query', '=', (by as { query: string }).query))
    .executeTakeFirst()
}

export async function findSavedSearchByOffHash(
  db: Reader,
  hash: string,
): Promise<{ id: SavedSearchId; alerts: Alerts } | undefined> {
  return db.query
    .selectFrom('saved_search')
    .select(['id', 'alerts'])
    .where('off_hash', '=', hash)
    .executeTakeFirst()
}

/** Searches that are due to be looked through, of people who can sign in. */
export async function listDueAlerts(
  db: Reader,
  { today, weekAgo, limit }: { today: Day; weekAgo: Day; limit: number },
) {
  return db.query
    .selectFrom('saved_search')
    .innerJoin('care_leaver', 'care_leaver.id', 'saved_search.care_leaver_id')
    .innerJoin('account', 'account.id', 'care_leaver.account_id')
    .select(['saved_search.id', 'saved_search.query', 'saved_search.told_until as toldUntil'])
    .where('account.state', '=', 'active')
    .where((where) =>
      where.or([
        where.and([where('alerts', '=', 'daily'), where('looked_on', '<', today)]),
        where.and([where('alerts', '=', 'weekly'), where('looked_on', '<=', weekAgo)]),
      ]),
    )
    .orderBy('looked_on')
    .orderBy('saved_search.id')
    .limit(limit)
    .execute()
}

/** Who hears of news in a search; nobody when they have turned it off meanwhile. */
export async function findAlertReceiver(db: Reader, id: SavedSearchId) {
  return db.query
    .selectFrom('saved_search')
    .innerJoin('care_leaver', 'care_leaver.id', 'saved_search.care_leaver_id')
    .innerJoin('account', 'account.id', 'care_leaver.account_id')
    .select(['account.id as accountId', 'account.email'])
    .where('saved_search.id', '=', id)
    .where('saved_search.alerts', '<>', 'none')
    .where('account.state', '=', 'active')
    .executeTakeFirst() as Promise<{ accountId: AccountId; email: string | null } | undefined>
}
