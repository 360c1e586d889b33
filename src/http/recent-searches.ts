import type { Context } from 'hono'
import { listRecentSearches } from '../../db/queries/recent-searches'
import { noteSearch } from '../commands/care-leavers/recent-searches'
import { type SearchForm, toRecentQuery } from '../domain/search'
import type { AppEnv } from './app-env'
import { contextWithoutAnswer } from './command-context'

/** The session of a young person on a device of their own; nobody else's searches are kept. */
function ownSession(c: Context<AppEnv>): string | null {
  const { visitor } = c.var
  return visitor?.careLeaverId && visitor.isOwnDevice ? visitor.sessionId : null
}

/** What was looked for last, the newest first; null where nothing is kept. */
export async function readRecentSearches(c: Context<AppEnv>): Promise<string[] | null> {
  const session = ownSession(c)
  return session === null ? null : listRecentSearches(c.var.deps.db, session)
}

/**
 * Keeps a search that somebody ran, before the page leaves. The same again, another page or another order of it writes
 * nothing when it is the newest already.
 */
export async function keepRecentSearch(c: Context<AppEnv>, form: SearchForm): Promise<void> {
  const session = ownSession(c)
  const query = toRecentQuery(form)
  if (session === null || query === '' || !isRunByHand(c)) return
  const [newest] = await listRecentSearches(c.var.deps.db, session)
  if (newest !== query) await noteSearch(contextWithoutAnswer(c), { sessionId: session, query })
}

/** What a page of somebody else links to, or a browser fetches before anybody asks, was not looked for. */
function isRunByHand(c: Context<AppEnv>): boolean {
  const site = c.req.header('sec-fetch-site') ?? 'none'
  const purposes = ['sec-purpose', 'purpose', 'x-moz'].map((name) => c.req.header(name) ?? '')
  return (
    c.req.method === 'GET' &&
    (site === 'same-origin' || site === 'none') &&
    !purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose))
  )
}
