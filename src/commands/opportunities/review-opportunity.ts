import { findOpportunityWork, type OpportunityWork } from '../../../db/queries/opportunities'
import { findPledge } from '../../../db/queries/pledges'
import { answerChecksAbout } from '../../../db/statements/check-tasks'
import { publishContent, setOpportunityState, setRevisionState } from '../../../db/statements/opportunities'
import { setPledgeState } from '../../../db/statements/pledges'
import { enqueue } from '../../../db/statements/record'
import { dayOf } from '../../domain/dates'
import type { OpportunityId } from '../../domain/ids'
import { type ChangeCode, nextOpportunityState } from '../../domain/opportunity'
import { closingDay, toContent } from '../../domain/opportunity-draft'
import { nextPledgeState } from '../../domain/pledge'
import type { CommandContext } from '../command-context'
import { type Change, commitChange, type Committed, NOTHING, type Part } from '../commit-change'
import { settlingOfAsks } from '../parts/ending-of-ask'

export type ReviewOutcome = Committed | 'not-found' | 'not-possible-now' | 'own-offer' | 'closing-day-passed'

/**
 * Publishes what was submitted: from this commit on it can be found. Nobody reviews their own offer.
 * Fewer places than are held or filled are refused by the schema.
 */
export async function publishOpportunity(
  ctx: CommandContext,
  id: OpportunityId,
  seenVersion?: number,
): Promise<ReviewOutcome> {
  const found = await findSubmitted(ctx, id, seenVersion)
  if (typeof found === 'string') return found
  const { work, revision } = found
  const content = toContent(revision.draft)
  const state = nextOpportunityState(work.state, 'publish')
  if (!content || !state) return 'not-possible-now'

  const closesOn = closingDay(content, dayOf(ctx.now()))
  if (closesOn < dayOf(ctx.now())) return 'closing-day-passed'
  const at = ctx.now().toISOString()
  const version = work.version + 1
  const pledge = await goingLive(ctx, work)
  const asks = state === 'published' ? await settlingOfAsks(ctx, work, content) : NOTHING
  const change = {
    action: 'opportunity.publish',
    subject: `opportunity:${id}`,
    version,
    from: work.state,
    to: state,
  }
  return commitChange(
    ctx,
    [change, ...pledge.changes, ...asks.changes],
    [
      ...pledge.statements,
      ...asks.statements,
      ...publishContent(ctx.db, id, { content, closesOn, state, publishedAt: at, version }),
      setRevisionState(ctx.db, { opportunityId: id, number: revision.number }, 'published', {
        reviewedBy: ctx.actor.id,
      }),
      answerChecksAbout(ctx.db, id, { by: ctx.actor.id, at }),
      enqueue(ctx.db, ctx.newId(), at, 'review.answered', { accountId: work.ownerId, opportunityId: id }),
    ],
  )
}

/** A pledge is live from its first published opportunity. */
async function goingLive(ctx: CommandContext, { pledgeId }: OpportunityWork): Promise<Part> {
  const pledge = pledgeId ? await findPledge(ctx.db, pledgeId) : undefined
  const state = pledge && nextPledgeState(pledge.state, 'go-live')
  if (!pledge || !state) return NOTHING
  const version = pledge.version + 1
  const change: Change = {
    action: 'pledge.go-live',
    subject: `pledge:${pledge.id}`,
    version,
    from: pledge.state,
    to: state,
  }
  return {
    changes: [change],
    statements: [setPledgeState(ctx.db, pledge.id, { state, reason: pledge.stateReason, version })],
  }
}

/** Sends it back with what to change. What is published stays. */
export async function requestChanges(
  ctx: CommandContext,
  id: OpportunityId,
  review: { codes: readonly ChangeCode[]; words: string; version?: number | undefined },
): Promise<ReviewOutcome> {
  const found = await findSubmitted(ctx, id, review.version)
  if (typeof found === 'string') return found
  const { work, revision } = found
  const at = ctx.now().toISOString()
  const version = work.version + 1
  const state = nextOpportunityState(work.state, 'request-changes') ?? work.state
  const change = {
    action: 'opportunity.request-changes',
    subject: `opportunity:${id}`,
    version,
    from: work.state,
    to: state,
    code: review.codes.join(' '),
    words: review.words,
  }
  return commitChange(ctx, change, [
    setRevisionState(ctx.db, { opportunityId: id, number: revision.number }, 'changes-requested', {
      reviewedBy: ctx.actor.id,
      ...review,
    }),
    setOpportunityState(ctx.db, id, { state, since: at, version }),
    enqueue(ctx.db, ctx.newId(), at, 'review.answered', { accountId: work.ownerId, opportunityId: id }),
  ])
}

type Submitted = { work: OpportunityWork; revision: NonNullable<OpportunityWork['revision']> }

async function findSubmitted(
  ctx: CommandContext,
  id: OpportunityId,
  seenVersion: number | undefined,
): Promise<Submitted | 'not-found' | 'not-possible-now' | 'own-offer' | 'changed-meanwhile'> {
  const work = await findOpportunityWork(ctx.db, id)
  if (!work) return 'not-found'
  if (work.revision?.state !== 'submitted') return 'not-possible-now'
  if (seenVersion !== undefined && seenVersion !== work.version) return 'changed-meanwhile'
  if (work.ownerId === ctx.actor.id) return 'own-offer'
  return { work, revision: work.revision }
}
