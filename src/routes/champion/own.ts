import type { Context } from 'hono'
import { findOwnOpportunity, type OpportunityWork } from '../../../db/queries/opportunities'
import type { Poster } from '../../commands/opportunities/write-opportunity'
import type { OpportunityId } from '../../domain/ids'
import type { OpportunityDraft } from '../../domain/opportunity-draft'
import type { AppEnv } from '../../http/app-env'
import { readId } from '../../http/form'
import { Problem } from '../../http/problems'

/** Who posts, and for which organisation. Somebody without one can post nothing. */
export function posterOf(c: Context<AppEnv>): Poster {
  const { id, organisationId } = c.var.actor
  if (!organisationId) throw new Problem(403)
  return { id, organisationId }
}

/** The opportunity in the path, when it is of the poster's own organisation; otherwise there is none. */
export async function readWork(c: Context<AppEnv>): Promise<OpportunityWork> {
  const { actor, deps } = c.var
  const work = await findOwnOpportunity(deps.db, actor.organisationId, readId<OpportunityId>(c))
  if (!work) throw new Problem(404)
  return work
}

/** What is being written, or what is published where nothing is. */
export const writtenIn = ({ content, revision }: OpportunityWork): OpportunityDraft =>
  revision?.draft ?? content ?? {}
