import { BusyError } from '../../../db/database'
import { forgetRecentSearches, noteRecentSearch } from '../../../db/statements/recent-searches'
import type { CommandContext } from '../command-context'
import { type Committed, recordFact } from '../commit-change'

/**
 * Puts a search before the others that a session keeps. Nobody waits for it: while another process writes, it is left.
 * @param search the session, and the query as `toRecentQuery` writes it
 */
export async function noteSearch(
  ctx: CommandContext,
  search: { sessionId: string; query: string },
): Promise<Committed | 'left'> {
  const at = ctx.now().toISOString()
  try {
    return await recordFact(ctx, noteRecentSearch(ctx.db, { ...search, at }), { waitMs: 0 })
  } catch (fault) {
    if (isExpected(fault)) return 'left'
    throw fault
  }
}

/** A page must not fail because a list of what was looked for could not be kept. */
const isExpected = (fault: unknown) =>
  fault instanceof BusyError ||
  /SQLITE_(FULL|READONLY|BUSY)|database or disk is full/i.test(
    String((fault as { code?: string }).code ?? fault),
  )

/** Lets go of everything a session keeps of what was looked for. Nothing kept is well too. */
export async function forgetSearches(ctx: CommandContext, sessionId: string): Promise<Committed> {
  return recordFact(ctx, [forgetRecentSearches(ctx.db, sessionId)])
}
