import type { Context } from 'hono'
import { findOwnOpportunity, type OpportunityWork } from '../../../db/queries/opportunities'
import type { CommandContext } from '../../commands/command-context'
import type { Poster } from '../../commands/opportunities/write-opportunity'
import type { OpportunityId } from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { done } from '../../http/command-context'
import { readId } from '../../http/form'
import { Problem, problemPage } from '../../http/problems'

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

const WORDS: Readonly<Record<string, string>> = {
  'too-many-waiting':
    '3 opportunities of whoever looks after this one wait for the 18+ team already. Nothing is lost: this one is saved as a draft. Send it when one of the others has been answered.',
  'too-many-this-week':
    '10 opportunities of whoever looks after this one were sent in 7 days, which is the most. Nothing is lost: this one is saved as a draft. Send it later, or ask the 18+ team.',
  stopped:
    'The 18+ team paused this one, so only they can make it live again. Its page says why. Ring or write to them.',
}

const CHANGED = 'It has changed since you opened the page. Look at how it stands now, then try again.'

/** The end of every post: on to the next page, or what stands in the way. */
export async function answer(c: Context<AppEnv>, ctx: CommandContext, outcome: string): Promise<Response> {
  if (outcome === 'committed') return done(c, ctx)
  if (outcome === 'not-found') throw new Problem(404)
  return problemPage(c, 409, WORDS[outcome] ?? CHANGED)
}
