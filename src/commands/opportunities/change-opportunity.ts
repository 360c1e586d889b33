import { findStateBefore } from '../../../db/queries/audit'
import {
  findOpportunityWork,
  findOwnOpportunity,
  type OpportunityWork,
} from '../../../db/queries/opportunities'
import {
  publishContent,
  setOpportunityState,
  setRevisionState,
  setStopped,
} from '../../../db/statements/opportunities'
import { enqueue } from '../../../db/statements/record'
import { type Day, dayOf } from '../../domain/dates'
import type { OpportunityId } from '../../domain/ids'
import { nextOpportunityState, type OpportunityState } from '../../domain/opportunity'
import type { CommandContext } from '../command-context'
import { commitChange } from '../commit-change'
import { settlingOfAsks } from '../parts/ending-of-ask'
import type { Poster, WriteOutcome } from './write-opportunity'

/** What a champion may do to one that is published, by itself and at once. */
const OPPORTUNITY_VERBS = ['pause', 'resume', 'close', 'withdraw'] as const
export type OpportunityVerb = (typeof OPPORTUNITY_VERBS)[number]

/** Pauses, resumes, closes or withdraws. It leaves or enters search in the same commit. */
export async function changeOpportunity(
  ctx: CommandContext,
  poster: Poster,
  id: OpportunityId,
  verb: OpportunityVerb,
): Promise<WriteOutcome> {
  const work = await findOwnOpportunity(ctx.db, poster.organisationId, id)
  if (!work) return 'not-found'
  const state = work.content ? nextOpportunityState(work.state, verb) : undefined
  if (!state) return 'not-possible-now'
  if (verb === 'resume' && work.stoppedBecause) return 'stopped'
  const isOver = verb === 'close' || verb === 'withdraw'
  const version = work.version + 1
  return commitChange(
    ctx,
    { action: `opportunity.${verb}`, subject: `opportunity:${id}`, version, from: work.state, to: state },
    [
      setOpportunityState(ctx.db, id, { state, since: ctx.now().toISOString(), version }),
      // What is over is not brought back by a version that still waited for review.
      ...(isOver && work.revision
        ? [setRevisionState(ctx.db, { opportunityId: id, number: work.revision.number }, 'dropped')]
        : []),
    ],
  )
}

/** Brings back one that closed, with a new closing day and nothing else changed: that needs no review. */
export async function reinstateOpportunity(
  ctx: CommandContext,
  poster: Poster,
  id: OpportunityId,
  closesOn: Day,
): Promise<WriteOutcome> {
  const work = await findOwnOpportunity(ctx.db, poster.organisationId, id)
  if (!work) return 'not-found'
  if (work.stoppedBecause) return 'stopped'
  const state = nextOpportunityState(work.state, 'reinstate')
  if (!state || !work.content || closesOn < dayOf(ctx.now())) return 'not-possible-now'
  const version = work.version + 1
  const asks = await settlingOfAsks(ctx, work, work.content)
  const change = {
    action: 'opportunity.reinstate',
    subject: `opportunity:${id}`,
    version,
    from: work.state,
    to: state,
  }
  return commitChange(
    ctx,
    [change, ...asks.changes],
    [
      ...asks.statements,
      ...publishContent(ctx.db, id, {
        content: { ...work.content, closesOn },
        closesOn,
        state,
        publishedAt: ctx.now().toISOString(),
        version,
      }),
    ],
  )
}

/**
 * The 18+ team pauses a live offer and says why, or lifts that again. While it stands, whoever posted it can edit,
 * close or withdraw it, but not make it live.
 * @param reason empty to lift it
 */
export async function stopOpportunity(
  ctx: CommandContext,
  id: OpportunityId,
  reason: string,
): Promise<WriteOutcome> {
  const work = await findOpportunityWork(ctx.db, id)
  if (!work) return 'not-found'
  const isStop = reason !== ''
  const isLive = work.state === 'published' || work.state === 'paused'
  const canChange = isStop ? isLive && work.stoppedBecause === '' : work.stoppedBecause !== ''
  if (!canChange) return 'not-possible-now'
  const state = isStop ? 'paused' : await stateAfterLift(ctx, work)
  const at = ctx.now().toISOString()
  const version = work.version + 1
  const change = {
    action: isStop ? 'opportunity.stop' : 'opportunity.lift',
    subject: `opportunity:${id}`,
    version,
    from: work.state,
    to: state,
    ...(isStop ? { words: reason } : {}),
  }
  return commitChange(ctx, change, [
    setStopped(ctx.db, id, reason),
    setOpportunityState(ctx.db, id, { state, since: at, version }),
    enqueue(ctx.db, ctx.newId(), at, 'review.answered', { accountId: work.ownerId, opportunityId: id }),
  ])
}

/** What was live is live again; what its champion had paused, or has closed since, stays as it is. */
async function stateAfterLift(ctx: CommandContext, work: OpportunityWork): Promise<OpportunityState> {
  const before = await findStateBefore(ctx.db, `opportunity:${work.id}`, 'opportunity.stop')
  return before === 'published' ? (nextOpportunityState(work.state, 'resume') ?? work.state) : work.state
}
