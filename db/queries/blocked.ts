import { sql } from 'kysely'
import type { AccountId, CareLeaverId, OrganisationId } from '../../src/domain/ids'
import type { Reader } from '../database'

/** The people who must look to this account as if they were not here, as a condition on `care_leaver.id`. */
export const hiddenFrom = (viewerId: AccountId) =>
  sql<CareLeaverId>`(SELECT care_leaver_id FROM blocked_account WHERE account_id = ${viewerId})`

/** Whether one person must look to this account as if they were not here. */
export async function isHiddenFrom(
  db: Reader,
  viewerId: AccountId,
  careLeaverId: CareLeaverId,
): Promise<boolean> {
  const row = await db.query
    .selectFrom('blocked_account')
    .where('account_id', '=', viewerId)
    .where('care_leaver_id', '=', careLeaverId)
    .select('account_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Somebody or some place that could be put on a person's list, as the list compares it. */
export type NotToldKey =
  { kind: 'organisation'; organisationId: OrganisationId } | { kind: 'person' | 'email'; matchHash: string }

/** What a person shares with somebody at this moment: what ends when they are put on the list. */
export async function listSharesWith(db: Reader, careLeaverId: CareLeaverId, key: NotToldKey) {
  return db.query
    .selectFrom('share')
    .innerJoin('account as receiver', 'receiver.id', 'share.receiver_id')
    .innerJoin('organisation', 'organisation.id', 'share.organisation_id')
    .innerJoin('match', 'match.id', 'share.match_id')
    .innerJoin('opportunity', 'opportunity.id', 'match.opportunity_id')
    .where('share.care_leaver_id', '=', careLeaverId)
    .where('share.ended_at', 'is', null)
    .where((where) =>
      key.kind === 'organisation'
        ? where.or([
            where('share.organisation_id', '=', key.organisationId),
            where('receiver.organisation_id', '=', key.organisationId),
          ])
        : where(key.kind === 'email' ? 'receiver.email_hash' : 'receiver.name_hash', '=', key.matchHash),
    )
    .select(['receiver.name as receiverName', 'organisation.name as organisationName', 'opportunity.title'])
    .execute()
}
