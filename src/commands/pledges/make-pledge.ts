import { addPledge } from '../../../db/statements/pledges'
import { addDays, type Day, dayOf } from '../../domain/dates'
import type { PledgeId } from '../../domain/ids'
import { REVIEW_DAYS } from '../../domain/pledge'
import type { CovenantOutcome } from '../../domain/taxonomy'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'
import type { Poster } from '../opportunities/write-opportunity'

export type PledgeWords = { id: PledgeId; what: string; outcome: CovenantOutcome; places: number; dueOn: Day }

/** A champion promises something: a statement of intent until the 18+ team has agreed it. */
export async function makePledge(
  ctx: CommandContext,
  poster: Poster,
  pledge: PledgeWords,
): Promise<Committed> {
  const change = { action: 'pledge.make', subject: `pledge:${pledge.id}`, version: 1, to: 'intent' }
  return commitChange(ctx, change, [
    addPledge(ctx.db, {
      ...pledge,
      organisationId: poster.organisationId,
      ownerId: poster.id,
      reviewOn: addDays(dayOf(ctx.now()), REVIEW_DAYS),
      createdAt: ctx.now().toISOString(),
    }),
  ])
}
