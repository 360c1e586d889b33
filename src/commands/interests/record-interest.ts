import { findOwnInterest } from '../../../db/queries/interests'
import { findReadable } from '../../../db/queries/opportunities'
import { addInterest, setInterestState } from '../../../db/statements/interests'
import type { CareLeaver } from '../../domain/care-leaver'
import { addWorkingDays, dayOf } from '../../domain/dates'
import type { InterestId, OpportunityId } from '../../domain/ids'
import { ANSWER_WORKING_DAYS, nextInterestState } from '../../domain/match'
import { isOpenToInterest } from '../../domain/opportunity'
import { YOUNG_PEOPLE } from '../../policy/audience'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

export type InterestOutcome = Committed | 'not-found' | 'not-possible-now'

/**
 * "I'm interested": goes to the 18+ team, who answer within five working days. Nothing tells the poster.
 * An adviser records it with the person's words when they cannot get online.
 */
export async function recordInterest(
  ctx: CommandContext,
  careLeaver: CareLeaver,
  interest: { id: InterestId; opportunityId: OpportunityId; words: string },
): Promise<InterestOutcome> {
  const today = dayOf(ctx.now())
  const scope = { ...YOUNG_PEOPLE, today }
  const opportunity = await findReadable(ctx.db, scope, interest.opportunityId)
  if (!opportunity) return 'not-found'
  if (!isOpenToInterest(opportunity, today)) return 'not-possible-now'

  return commitChange(
    ctx,
    { action: 'interest.record', subject: `interest:${interest.id}`, version: 1, to: 'open' },
    [
      addInterest(ctx.db, {
        ...interest,
        careLeaverId: careLeaver.id,
        recordedBy: ctx.actor.id,
        answerDueOn: addWorkingDays(today, ANSWER_WORKING_DAYS),
        createdAt: ctx.now().toISOString(),
      }),
    ],
  )
}

export async function withdrawInterest(
  ctx: CommandContext,
  careLeaver: CareLeaver,
  id: InterestId,
): Promise<InterestOutcome> {
  const interest = await findOwnInterest(ctx.db, careLeaver.id, id)
  if (!interest) return 'not-found'
  const state = nextInterestState(interest.state, 'withdraw')
  if (!state) return 'not-possible-now'
  const version = interest.version + 1
  return commitChange(
    ctx,
    { action: 'interest.withdraw', subject: `interest:${id}`, version, from: interest.state, to: state },
    [setInterestState(ctx.db, id, { state, version })],
  )
}
