import type { Context } from 'hono'
import { recordView } from '../../db/statements/record'
import { recordFact } from '../commands/commit-change'
import type { CareLeaverId } from '../domain/ids'
import type { AppEnv } from './app-env'
import { contextWithoutAnswer } from './command-context'

/** What was looked at, in the words of the person's own list. */
export type Viewed = 'record' | 'shortlist' | 'introduction' | 'match' | 'interest' | 'mentor-request'

/** Notes that the actor looks at somebody's information, before the page leaves. The person can see it. */
export async function noteView(c: Context<AppEnv>, careLeaverId: CareLeaverId, what: Viewed): Promise<void> {
  const { deps, actor } = c.var
  const view = { at: deps.now().toISOString(), actorId: actor.id, careLeaverId, what }
  await recordFact(contextWithoutAnswer(c), [recordView(deps.db, view)])
}
