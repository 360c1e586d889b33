import type { CareLeaverId } from '../../src/domain/ids'
import type { Reader } from '../database'

/** What was looked for last in a session, as the address of the search page has it, the newest first. */
export async function listRecentSearches(db: Reader, sessionId: string): Promise<string[]> {
  const rows = await db.query
    .selectFrom('recent_search')
    .select('query')
    .where('session_id', '=', sessionId)
    .orderBy('searched_at', 'desc')
    .orderBy('query')
    .execute()
  return rows.map(({ query }) => query)
}

/** What is held of a person's last searches on all their devices, for that person alone. */
export async function listRecentSearchesOf(db: Reader, id: CareLeaverId) {
  return db.query
    .selectFrom('recent_search')
    .innerJoin('session', 'session.id', 'recent_search.session_id')
    .innerJoin('care_leaver', 'care_leaver.account_id', 'session.account_id')
    .where('care_leaver.id', '=', id)
    .select(['recent_search.query', 'recent_search.searched_at as searchedAt', 'session.device'])
    .orderBy('recent_search.searched_at', 'desc')
    .orderBy('recent_search.query')
    .execute()
}
