import type { AccountId } from '../../src/domain/ids'
import { LIVE_MATCH_STATES } from '../../src/domain/match'
import type { Reader } from '../database'
import { hiddenFrom } from './blocked'

/** What somebody owns that has to be handed over before they go; never to whom a person does not want told. */
export async function listWorkOf(db: Reader, accountId: AccountId, newOwnerId: AccountId = accountId) {
  const [people, matches] = await Promise.all([
    db.query
      .selectFrom('care_leaver')
      .where('adviser_id', '=', accountId)
      .where('state', '=', 'active')
      .where('id', 'not in', hiddenFrom(newOwnerId))
      .select(['id', 'version'])
      .execute(),
    db.query
      .selectFrom('match')
      .where('broker_id', '=', accountId)
      .where('state', 'in', [...LIVE_MATCH_STATES])
      .where('care_leaver_id', 'not in', hiddenFrom(newOwnerId))
      .select(['id', 'version'])
      .execute(),
  ])
  return { people, matches }
}
