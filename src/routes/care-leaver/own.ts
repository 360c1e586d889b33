import type { Context } from 'hono'
import { findCareLeaver } from '../../../db/queries/care-leavers'
import type { CareLeaver } from '../../domain/care-leaver'
import type { AppEnv } from '../../http/app-env'
import { Problem, problemPage } from '../../http/problems'

/** The record of whoever is signed in. */
export async function ownRecord(c: Context<AppEnv>): Promise<CareLeaver> {
  const { actor, deps } = c.var
  const record = actor.careLeaverId && (await findCareLeaver(deps.db, actor.careLeaverId))
  if (!record || record.state !== 'active') throw new Problem(404)
  return record
}

const WORDS: Readonly<Record<string, string>> = {
  'hold-ended':
    'The time to answer this one has passed, so its place went back. You have not lost anything else. If you still want it, tell the 18+ team.',
  'nobody-to-tell':
    'The person this would be shared with is not there any more. Nothing was shared. The 18+ team will find out who takes over.',
  'other-receiver':
    'Somebody else looks after this offer now, so nothing was shared. Open it again to see who, and choose anew.',
  blocked: 'This would be shared with someone on your list of people not to be told, so nothing was shared.',
  'already-there': 'You have already asked about this one. You can see it under “My requests”.',
  'not-possible-now':
    'This has changed since you opened the page, so nothing was sent. Open it again to see how things stand.',
  'share-ended': 'Sharing has ended, so your message was not sent.',
}

/** How a young person is told that a step could not be taken. What does not exist for them is a 404. */
export function answerRefusal(c: Context<AppEnv>, outcome: string): Promise<Response> {
  if (outcome === 'not-found') throw new Problem(404)
  return problemPage(c, 409, WORDS[outcome] ?? WORDS['not-possible-now'])
}
