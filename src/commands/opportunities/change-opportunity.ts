import { findOwnOpportunity } from '../../../db/queries/opportunities'
import { publishContent, setOpportunityState, setRevisionState } from '../../../db/statements/opportunities'
import { type Day, dayOf } from '../../domain/dates'
import type { OpportunityId } from '../../domain/ids'
import { nextOpportunityState } from '../../domain/opportunity'
import type { CommandContext } from '../command-context'
import { commitChange } from '../commit-change'
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
  const isOver = work.state === 'closed' || work.state === 'expired' || work.state === 'withdrawn'
  if (!isOver || !work.content || closesOn < dayOf(ctx.now())) return 'not-possible-now'
  const version = work.version + 1
  return commitChange(
    ctx,
    {
      action: 'opportunity.reinstate',
      subject: `opportunity:${id}`,
      version,
      from: work.state,
      to: 'published',
    },
    publishContent(ctx.db, id, {
      content: { ...work.content, closesOn },
      closesOn,
      state: 'published',
      publishedAt: ctx.now().toISOString(),
      version,
    }),
  )
}
