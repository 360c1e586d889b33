import { findOpportunityWork, type OpportunityWork } from '../../../db/queries/opportunities'
import { publishContent, setOpportunityProgress, setRevisionState } from '../../../db/statements/opportunities'
import { enqueue } from '../../../db/statements/record'
import { dayOf } from '../../domain/dates'
import type { OpportunityId } from '../../domain/ids'
import { type ChangeCode, nextOpportunityState } from '../../domain/opportunity'
import { closingDay, toContent } from '../../domain/opportunity-draft'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

export type ReviewOutcome = Committed | 'not-found' | 'not-possible-now' | 'own-offer' | 'closing-day-passed'

/**
 * Publishes what was submitted: from this commit on it can be found. Nobody reviews their own offer.
 * Fewer places than are held or filled are refused by the schema.
 */
export async function publishOpportunity(ctx: CommandContext, id: OpportunityId): Promise<ReviewOutcome> {
  const found = await findSubmitted(ctx, id)
  if (typeof found === 'string') return found
  const { work, revision } = found
  const content = toContent(revision.draft)
  const state = nextOpportunityState(work.state, 'publish')
  if (!content || !state) return 'not-possible-now'

  const closesOn = closingDay(content, dayOf(ctx.now()))
  if (closesOn < dayOf(ctx.now())) return 'closing-day-passed'
  const at = ctx.now().toISOString()
  const version = work.version + 1
  return commitChange(ctx, { action: 'opportunity.publish', subject: `opportunity:${id}`, version, from: work.state, to: state }, [
    ...publishContent(ctx.db, id, { content, closesOn, state, publishedAt: at, version }),
    setRevisionState(ctx.db, { opportunityId: id, number: revision.number }, 'published', { reviewedBy: ctx.actor.id }),
    enqueue(ctx.db, ctx.newId(), at, 'review.answered', { accountId: work.ownerId, opportunityId: id }),
  ])
}

/** Sends it back with what to change. What is published stays. */
export async function requestChanges(
  ctx: CommandContext,
  id: OpportunityId,
  review: { codes: readonly ChangeCode[]; words: string },
): Promise<ReviewOutcome> {
  const found = await findSubmitted(ctx, id)
  if (typeof found === 'string') return found
  const { work, revision } = found
  const at = ctx.now().toISOString()
  const version = work.version + 1
  const state = nextOpportunityState(work.state, 'request-changes') ?? work.state
  const change = { action: 'opportunity.request-changes', subject: `opportunity:${id}`, version, from: work.state, to: state, code: review.codes.join(' '), words: review.words }
  return commitChange(ctx, change, [
    setRevisionState(ctx.db, { opportunityId: id, number: revision.number }, 'changes-requested', { reviewedBy: ctx.actor.id, ...review }),
    setOpportunityProgress(ctx.db, id, work.state, { state, since: at, version }),
    enqueue(ctx.db, ctx.newId(), at, 'review.answered', { accountId: work.ownerId, opportunityId: id }),
  ])
}

type Submitted = { work: OpportunityWork; revision: NonNullable<OpportunityWork['revision']> }

async function findSubmitted(ctx: CommandContext, id: OpportunityId): Promise<Submitted | 'not-found' | 'not-possible-now' | 'own-offer'> {
  const work = await findOpportunityWork(ctx.db, id)
  if (!work) return 'not-found'
  if (work.revision?.state !== 'submitted') return 'not-possible-now'
  if (work.ownerId === ctx.actor.id) return 'own-offer'
  return { work, revision: work.revision }
}
