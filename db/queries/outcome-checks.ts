import type { Day } from '../../src/domain/dates'
import type { MatchId } from '../../src/domain/ids'
import type { Reader } from '../database'

export async function listOutcomeChecks(db: Reader, matchId: MatchId) {
  const rows = await db.query
    .selectFrom('outcome_check')
    .selectAll()
    .where('match_id', '=', matchId)
    .orderBy('week')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    week: row.week,
    dueOn: row.due_on,
    state: row.state,
    result: row.result,
    words: row.words,
    recordedAt: row.recorded_at,
    version: row.version,
  }))
}

/** Checks that have come due and are not in the queue yet. */
export async function listChecksFallingDue(db: Reader, today: Day) {
  return db.query
    .selectFrom('outcome_check')
    .where('state', '=', 'waiting')
    .where('due_on', '<=', today)
    .select(['id', 'version'])
    .limit(200)
    .execute()
}
