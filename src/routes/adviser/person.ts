import type { Context } from 'hono'
import { findOnCaseload } from '../../../db/queries/care-leavers'
import type { CareLeaver } from '../../domain/care-leaver'
import type { CareLeaverId } from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { readId } from '../../http/form'
import { Problem } from '../../http/problems'

/** The person of the address when they are on this adviser's caseload; anybody else does not exist here. */
export async function personOnCaseload(c: Context<AppEnv>): Promise<CareLeaver> {
  const person = await findOnCaseload(c.var.deps.db, c.var.actor.id, readId<CareLeaverId>(c))
  if (!person) throw new Problem(404)
  return person
}
