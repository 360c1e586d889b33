import { findOwnOpportunity, nextRevisionNumber } from '../../../db/queries/opportunities'
import {
  addOpportunity,
  addRevision,
  setOpportunityState,
  setOpportunityVersion,
  setRevisionContent,
  setRevisionState,
} from '../../../db/statements/opportunities'
import type { AskedFor } from '../../domain/champion-ask'
import type { AccountId, OpportunityId, OrganisationId, PledgeId } from '../../domain/ids'
import { isWritable, nextOpportunityState } from '../../domain/opportunity'
import { type OpportunityDraft, sectionsToDo } from '../../domain/opportunity-draft'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

export type Poster = { id: AccountId; organisationId: OrganisationId }

/** A new draft, under a pledge or not, with what is known already (a copy has all of it). */
export async function startOpportunity(
  ctx: CommandContext,
  poster: Poster,
  start: { id: OpportunityId; pledgeId: PledgeId | null; draft: OpportunityDraft },
): Promise<Committed> {
  const at = ctx.now().toISOString()
  const opportunity = {
    id: start.id,
    organisationId: poster.organisationId,
    ownerId: poster.id,
    pledgeId: start.pledgeId,
    createdAt: at,
  }
  return commitChange(
    ctx,
    { action: 'opportunity.write', subject: `opportunity:${start.id}`, version: 1, to: 'draft' },
    [
      addOpportunity(ctx.db, opportunity),
      addRevision(ctx.db, { opportunityId: start.id, number: 1, content: start.draft, at }),
    ],
  )
}

export type WriteOutcome = Committed | 'not-found' | 'not-possible-now' | 'not-complete' | 'stopped'

/** Saves one step of the task list into the draft. What is published stays as it is. */
export async function saveSection(
  ctx: CommandContext,
  poster: Poster,
  id: OpportunityId,
  fields: OpportunityDraft,
): Promise<WriteOutcome> {
  const work = await findOwnOpportunity(ctx.db, poster.organisationId, id)
  if (!work) return 'not-found'
  const { revision } = work
  if (!isWritable(revision)) return 'not-possible-now'
  return commitChange(
    ctx,
    { action: 'opportunity.write', subject: `opportunity:${id}`, version: work.version + 1 },
    [
      setRevisionContent(
        ctx.db,
        { opportunityId: id, number: revision.number },
        { ...revision.draft, ...fields },
        ctx.now().toISOString(),
      ),
      setOpportunityVersion(ctx.db, id, work.version + 1),
    ],
  )
}

/** Sends the draft to the 18+ team. */
export async function submitOpportunity(
  ctx: CommandContext,
  poster: Poster,
  id: OpportunityId,
): Promise<WriteOutcome> {
  const work = await findOwnOpportunity(ctx.db, poster.organisationId, id)
  if (!work) return 'not-found'
  const { revision } = work
  if (!isWritable(revision)) return 'not-possible-now'
  if (sectionsToDo(revision.draft).length > 0) return 'not-complete'

  const at = ctx.now().toISOString()
  const version = work.version + 1
  // One that is published keeps its state while its new version is reviewed.
  const state = nextOpportunityState(work.state, 'submit') ?? work.state
  return commitChange(
    ctx,
    { action: 'opportunity.submit', subject: `opportunity:${id}`, version, from: work.state, to: state },
    [
      setRevisionState(ctx.db, { opportunityId: id, number: revision.number }, 'submitted', {
        submittedAt: at,
      }),
      setOpportunityState(ctx.db, id, { state, since: at, version }),
    ],
  )
}

/** Opens a new version of one that was published; the published one stays until the new one is. */
export async function editOpportunity(
  ctx: CommandContext,
  poster: Poster,
  id: OpportunityId,
): Promise<WriteOutcome> {
  const work = await findOwnOpportunity(ctx.db, poster.organisationId, id)
  if (!work) return 'not-found'
  if (work.revision || !work.content || work.state === 'archived') return 'not-possible-now'
  return commitChange(
    ctx,
    { action: 'opportunity.write', subject: `opportunity:${id}`, version: work.version + 1 },
    [
      addRevision(ctx.db, {
        opportunityId: id,
        number: await nextRevisionNumber(ctx.db, id),
        content: work.content,
        at: ctx.now().toISOString(),
      }),
      setOpportunityVersion(ctx.db, id, work.version + 1),
    ],
  )
}

/** Throws away what is being written. One that was never published is withdrawn with it. */
export async function dropRevision(
  ctx: CommandContext,
  poster: Poster,
  id: OpportunityId,
): Promise<WriteOutcome> {
  const work = await findOwnOpportunity(ctx.db, poster.organisationId, id)
  if (!work) return 'not-found'
  if (!work.revision) return 'not-possible-now'
  const state = work.content ? work.state : 'withdrawn'
  const version = work.version + 1
  return commitChange(
    ctx,
    { action: 'opportunity.drop', subject: `opportunity:${id}`, version, from: work.state, to: state },
    [
      setRevisionState(ctx.db, { opportunityId: id, number: work.revision.number }, 'dropped'),
      setOpportunityState(ctx.db, id, { state, since: ctx.now().toISOString(), version }),
    ],
  )
}

/** What a copy takes along: everything but the days, which are over or about to be. */
export function draftForCopy(content: OpportunityDraft): OpportunityDraft {
  return { ...content, startsOn: null, endsOn: null, closesOn: null, priorityUntil: null }
}

/** What is known of an offer that answers an ask: its kind, or what it helps with. */
export const draftForAsk = ({ kind, outcome }: AskedFor): OpportunityDraft =>
  kind === null ? { outcomes: [outcome] } : { kind }
