import { sql } from 'kysely'
import type { Instant } from '../../src/domain/dates'
import type { Database, Statement } from '../database'

/** How many searches somebody sees again. */
const KEPT = 5

/**
 * Puts a search before all others of a session, and lets go of those beyond five. A session that is of a shared device,
 * or has ended meanwhile, keeps nothing.
 * @param query the search as `toRecentQuery` writes it
 */
export const noteRecentSearch = (
  db: Database,
  { sessionId, query, at }: { sessionId: string; query: string; at: Instant },
): Statement[] => [
  db.query
    .insertInto('recent_search')
    .columns(['session_id', 'query', 'searched_at'])
    .expression(
      db.query
        .selectFrom('session')
        .where('id', '=', sessionId)
        .where('is_own_device', '=', 1)
        .select(['id', sql.val(query).as('query'), sql.val(at).as('searched_at')]),
    )
    .onConflict((conflict) => conflict.columns(['session_id', 'query']).doUpdateSet({ searched_at: at })),
  db.query
    .deleteFrom('recent_search')
    .where('session_id', '=', sessionId)
    .where('query', 'not in', (searches) =>
      searches
        .selectFrom('recent_search')
        .select('query')
        .where('session_id', '=', sessionId)
        .orderBy('searched_at', 'desc')
        .orderBy('query')
        .limit(KEPT),
    ),
]

export const forgetRecentSearches = (db: Database, sessionId: string) =>
  db.query.deleteFrom('recent_search').where('session_id', '=', sessionId)
