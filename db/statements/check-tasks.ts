import type { Instant } from '../../src/domain/dates'
import type { AccountId, CareLeaverId, CheckTaskId, OpportunityId } from '../../src/domain/ids'
import type { CheckState, CheckTurn } from '../../src/domain/check-task'
import type { RuleId } from '../../src/domain/rule-set/rule-set'
import type { Database } from '../database'

export type NewCheckTask = {
  id: CheckTaskId
  careLeaverId: CareLeaverId | null
  opportunityId: OpportunityId
  rule: RuleId
  turn: CheckTurn
  askedBy: AccountId
  askedAt: Instant
}

/** Asks; what is asked already stays as it is. */
export const addCheckTask = (db: Database, task: NewCheckTask) =>
  db.query
    .insertInto('check_task')
    .values({
      id: task.id,
      care_leaver_id: task.careLeaverId,
      opportunity_id: task.opportunityId,
      rule: task.rule,
      turn: task.turn,
      state: 'open',
      asked_by: task.askedBy,
      asked_at: task.askedAt,
    })
    .onConflict((conflict) => conflict.doNothing())

type Ending = { state: Exclude<CheckState, 'open'>; words: string; by: AccountId; at: Instant }

const ended = ({ state, words, by, at }: Ending) => ({ state, words, answered_by: by, answered_at: at })

/** Ends one task; the schema refuses to end one that has ended. */
export const endCheckTask = (db: Database, id: CheckTaskId, ending: Ending) =>
  db.query.updateTable('check_task').set(ended(ending)).where('id', '=', id)

/** Ends whatever of somebody is open. */
const endChecksOf = (db: Database, careLeaverId: CareLeaverId, ending: Omit<Ending, 'words'>) =>
  db.query
    .updateTable('check_task')
    .set(ended({ ...ending, words: '' }))
    .where('care_leaver_id', '=', careLeaverId)
    .where('state', '=', 'open')

/** Somebody's answer or a fact about them answers whatever these rules had asked. */
export const answerChecksOf = (
  db: Database,
  careLeaverId: CareLeaverId,
  rules: readonly RuleId[],
  by: Pick<Ending, 'by' | 'at'>,
) => endChecksOf(db, careLeaverId, { ...by, state: 'answered' }).where('rule', 'in', rules)

/** Nothing has to be checked any more for somebody who is not to be suggested, or has gone. */
export const dropChecksOf = (db: Database, careLeaverId: CareLeaverId, by: Pick<Ending, 'by' | 'at'>) =>
  endChecksOf(db, careLeaverId, { ...by, state: 'dropped' })

/** A new version of an offer answers what was asked about it. */
export const answerChecksAbout = (
  db: Database,
  opportunityId: OpportunityId,
  { by, at }: Pick<Ending, 'by' | 'at'>,
) =>
  db.query
    .updateTable('check_task')
    .set(ended({ state: 'answered', words: '', by, at }))
    .where('opportunity_id', '=', opportunityId)
    .where('care_leaver_id', 'is', null)
    .where('state', '=', 'open')

/** What was asked and settled before then. */
export const forgetChecksBefore = (db: Database, before: Instant) =>
  db.query.deleteFrom('check_task').where('state', '<>', 'open').where('answered_at', '<', before)
