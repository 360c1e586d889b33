import type { AccountId } from '../../src/domain/ids'
import { LIVE_MATCH_STATES } from '../../src/domain/match'
import type { Reader } from '../database'

/** What somebody owns that has to be handed over before they go. */
export async function listWorkOf(db: Reader, accountId: AccountId) {
  const [people, matches] = await Promise.all([
    db.query
      .selectFrom('care_leaver')
      .where('adviser_id', '=', accountId)
      .where('state', '=', 'active')
      .select(['id', 'version'])
      .execute(),
    db.query
      .selectFrom('match')
      .where('broker_id', '=', accountId)
      .where('state', 'in', [...LIVE_MATCH_STATES])
      .select(['id', 'version'])
      .execute(),
  ])
  return { people, matches }
}
