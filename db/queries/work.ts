import type { AccountId } from '../../src/domain/ids'
import { LIVE_MATCH_STATES } from '../../src/domain/match'
import type { Reader } from '../database'
import { hiddenFrom } from './blocked'

/**
 * What somebody owns that has to be handed over before they go: an adviser's people, a broker's matches, a poster's
 * opportunities, pledges and live shares. A person who does not want the new owner told stays where they are.
 */
export async function listWorkOf(db: Reader, accountId: AccountId, newOwnerId: AccountId = accountId) {
  const [people, matches, posts] = await Promise.all([
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
      .where('state', 'in', LIVE_MATCH_STATES)
      .where('care_leaver_id', 'not in', hiddenFrom(newOwnerId))
      .select(['id', 'version'])
      .execute(),
    listPostsOf(db, accountId),
  ])
  return { people, matches, ...posts }
}

/** What a champion or partner has posted, and who has shared something with them. */
async function listPostsOf(db: Reader, accountId: AccountId) {
  const [opportunities, pledges, shares] = await Promise.all([
    db.query
      .selectFrom('opportunity')
      .where('owner_id', '=', accountId)
      .where('state', '<>', 'archived')
      .select(['id', 'version'])
      .execute(),
    db.query.selectFrom('pledge').where('owner_id', '=', accountId).select(['id', 'version']).execute(),
    db.query
      .selectFrom('share')
      .innerJoin('match', 'match.id', 'share.match_id')
      .innerJoin('care_leaver', 'care_leaver.id', 'share.care_leaver_id')
      .leftJoin('account as person', 'person.id', 'care_leaver.account_id')
      .where('share.receiver_id', '=', accountId)
      .where('share.ended_at', 'is', null)
      .select([
        'share.match_id as matchId',
        'match.broker_id as brokerId',
        'care_leaver.account_id as accountId',
        'person.state as accountState',
        'care_leaver.adviser_id as adviserId',
      ])
      .execute(),
  ])
  return { opportunities, pledges, shares }
}
