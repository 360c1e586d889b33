import { sql } from 'kysely'
import { addDays, type Day, type Instant } from '../../src/domain/dates'
import type { AccountId, MatchId } from '../../src/domain/ids'
import { OUTCOME_WEEKS, type OutcomeResult, type OutcomeWeek } from '../../src/domain/match'
import { type Database, type Statement, toStatement } from '../database'
import { type EndedBy, recordAudit } from './record'

/** The four outcome checks of a placement, due so many weeks after it started. */
export const addOutcomeChecks = (
  db: Database,
  matchId: MatchId,
  startedOn: Day,
  by: EndedBy & { newId: () => string },
): Statement[] =>
  OUTCOME_WEEKS.flatMap((week) => {
    const id = by.newId()
    const plan = {
      at: by.at,
      actorId: by.actorId,
      action: 'outcome.plan',
      subject: `outcome-check:${id}`,
      version: 1,
      to: 'waiting',
    }
    return [
      recordAudit(db, plan),
      db.query
        .insertInto('outcome_check')
        .values({ id, match_id: matchId, week, due_on: addDays(startedOn, week * 7), state: 'waiting' }),
    ]
  })

export const setOutcomeDue = (db: Database, id: string, version: number) =>
  db.query.updateTable('outcome_check').set({ state: 'due', version }).where('id', '=', id)

export const recordOutcomeResult = (
  db: Database,
  id: string,
  outcome: { result: OutcomeResult; words: string; by: AccountId; at: Instant; version: number },
) =>
  db.query
    .updateTable('outcome_check')
    .set({
      state: 'recorded',
      result: outcome.result,
      words: outcome.words,
      recorded_by: outcome.by,
      recorded_at: outcome.at,
      version: outcome.version,
    })
    .where('id', '=', id)

/** When a placement has ended nobody asks again. */
export const dropOutcomeChecks = (
  db: Database,
  matchId: MatchId,
  { at, actorId, exceptWeek = 0 }: EndedBy & { exceptWeek?: OutcomeWeek | 0 },
): Statement[] => [
  toStatement(
    db,
    sql`INSERT INTO audit_event (at, actor_id, action, subject, version, from_state, to_state)
        SELECT ${at}, ${actorId}, 'outcome.drop', 'outcome-check:' || id, version + 1, state, 'not-needed'
        FROM outcome_check WHERE match_id = ${matchId} AND state IN ('waiting', 'due') AND week <> ${exceptWeek}`,
  ),
  db.query
    .updateTable('outcome_check')
    .set({ state: 'not-needed', version: sql<number>`version + 1` })
    .where('match_id', '=', matchId)
    .where('state', 'in', ['waiting', 'due'])
    .where('week', '<>', exceptWeek as OutcomeWeek),
]
