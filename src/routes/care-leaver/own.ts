import type { Context } from 'hono'
import { findCareLeaver } from '../../../db/queries/care-leavers'
import type { CareLeaver } from '../../domain/care-leaver'
import type { AppEnv } from '../../http/app-env'
import { Problem } from '../../http/problems'

/** The record of whoever is signed in. */
export async function ownRecord(c: Context<AppEnv>): Promise<CareLeaver> {
  const { actor, deps } = c.var
  const record = actor.careLeaverId && (await findCareLeaver(deps.db, actor.careLeaverId))
  if (!record || record.state !== 'active') throw new Problem(404)
  return record
}
