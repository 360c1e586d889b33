import { findAccount } from '../../../db/queries/accounts'
import { findCandidate } from '../../../db/queries/candidates'
import { findCareLeaver } from '../../../db/queries/care-leavers'
import { findOpenInterest } from '../../../db/queries/interests'
import { findPublished } from '../../../db/queries/opportunities'
import { readRuleSet } from '../../../db/queries/rule-sets'
import { addCheckTask } from '../../../db/statements/check-tasks'
import { enqueue } from '../../../db/statements/record'
import type { CheckTurn } from '../../domain/check-task'
import { dayOf } from '../../domain/dates'
import type { CareLeaverId, CheckTaskId, OpportunityId } from '../../domain/ids'
import { isLiveOn } from '../../domain/opportunity'
import { RULE_IDS } from '../../domain/rule-set/rule-set'
import { consideredFor } from '../../matching/candidate'
import { isOpenToBroker } from '../../matching/broker-row'
import { assess } from '../../matching/eligibility'
import { withoutPermission } from '../../matching/permission'
import type { Resolver } from '../../matching/rule'
import type { CommandContext } from '../command-context'
import { type Committed, recordFact } from '../commit-change'

/**
 * Puts everything that the rules could not decide for somebody and an offer into the queue of whoever can: one task for
 * each, once; nothing is asked about somebody who did not agree to be suggested. Somebody without an adviser, or without
 * an account, is asked by the team.
 */
export async function askForChecks(
  ctx: CommandContext,
  careLeaverId: CareLeaverId,
  opportunityId: OpportunityId,
): Promise<Committed | 'not-found' | 'not-possible-now' | 'not-considered' | 'nothing-to-ask'> {
  const today = dayOf(ctx.now())
  const [person, record, opportunity, interest, ruleSet] = await Promise.all([
    findCandidate(ctx.db, ctx.secrets, careLeaverId, ctx.actor.id),
    findCareLeaver(ctx.db, careLeaverId),
    findPublished(ctx.db, opportunityId),
    findOpenInterest(ctx.db, careLeaverId, opportunityId),
    readRuleSet(ctx.db),
  ])
  if (!person || !record || !opportunity) return 'not-found'
  if (!isLiveOn(opportunity, today)) return 'not-possible-now'
  const considered = consideredFor(person, interest)
  if (!isOpenToBroker(considered)) return 'not-considered'
  const account = record.accountId ? await findAccount(ctx.db, record.accountId) : undefined
  const canBeAsked = { adviser: record.adviserId !== null, 'young-person': account?.state === 'active' }

  const { answer, verdicts } = withoutPermission(assess(considered, opportunity, { today, ruleSet }))
  if (answer === 'eligible' || answer === 'not-eligible') return 'nothing-to-ask'
  const at = ctx.now().toISOString()
  const asked = verdicts.flatMap(({ ruleId, verdict }) => {
    const rule = RULE_IDS.find((id) => id === ruleId)
    if (!rule || !verdict.by || verdict.answer === 'eligible') return []
    return [{ rule, turn: turnOf(verdict.by, canBeAsked) }]
  })
  return recordFact(ctx, [
    ...asked.map(({ rule, turn }) =>
      addCheckTask(ctx.db, {
        id: ctx.newId() as CheckTaskId,
        careLeaverId: turn === 'champion' ? null : careLeaverId,
        opportunityId,
        rule,
        turn,
        askedBy: ctx.actor.id,
        askedAt: at,
      }),
    ),
    ...(account && asked.some(({ turn }) => turn === 'young-person')
      ? [enqueue(ctx.db, ctx.newId(), at, 'person.updated', { accountId: account.id })]
      : []),
  ])
}

function turnOf(by: Resolver, canBeAsked: { adviser: boolean; 'young-person': boolean }): CheckTurn {
  if (by === 'champion') return 'champion'
  if (by === 'broker') return 'team'
  if (canBeAsked[by]) return by
  // An adviser speaks for somebody who cannot sign in.
  return by === 'young-person' && canBeAsked.adviser ? 'adviser' : 'team'
}
