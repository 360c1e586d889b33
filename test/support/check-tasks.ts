import type { Database } from '../../db/database'
import { addCheckTask } from '../../db/statements/check-tasks'
import { randomId } from '../../src/auth/secrets'
import type { CheckTurn } from '../../src/domain/check-task'
import type { AccountId, CareLeaverId, CheckTaskId, OpportunityId } from '../../src/domain/ids'
import type { RuleId } from '../../src/domain/rule-set/rule-set'

type CheckGiven = {
  careLeaverId: CareLeaverId | null
  opportunityId: OpportunityId
  askedBy: AccountId
  at: string
  turn: CheckTurn
  rule?: RuleId
}

/** Something that is asked of whoever's turn it is. */
export async function givenCheckTask(db: Database, { at, rule = 'travel', ...given }: CheckGiven) {
  const id = randomId() as CheckTaskId
  await db.commit([addCheckTask(db, { id, rule, askedAt: at, ...given })])
  return id
}
