import { type RawBuilder, sql } from 'kysely'
import type { Day, Instant } from '../../src/domain/dates'
import type { AccountId, CareLeaverId, MatchId, OrganisationId, ShareId } from '../../src/domain/ids'
import type { Support } from '../../src/domain/taxonomy'
import { type Database, type Statement, toStatement } from '../database'
import type { EndedBy } from './record'

export type NewShare = {
  id: ShareId
  reference: string
  matchId: MatchId
  careLeaverId: CareLeaverId
  receiverId: AccountId
  organisationId: OrganisationId
  purpose: string
  nameUsed: string
  pronouns: string
  words: string
  wordsHash: string
  supports: readonly Support[]
  givenBy: AccountId
  theirWords: string
  startedAt: Instant
  endsOn: Day
}

/** Consent to one share. A trigger refuses a receiver the person does not want told. */
export const addShare = (db: Database, share: NewShare) =>
  db.query.insertInto('share').values({
    id: share.id,
    reference: share.reference,
    match_id: share.matchId,
    care_leaver_id: share.careLeaverId,
    receiver_id: share.receiverId,
    organisation_id: share.organisationId,
    purpose: share.purpose,
    name_used: share.nameUsed,
    pronouns: share.pronouns,
    words: share.words,
    words_hash: share.wordsHash,
    supports: JSON.stringify(share.supports),
    given_by: share.givenBy,
    their_words: share.theirWords,
    started_at: share.startedAt,
    ends_on: share.endsOn,
  })

/** What is left of a share that has ended: that it was, with whom and until when. */
const EMPTIED = {
  name_used: '',
  pronouns: '',
  words: '',
  supports: '[]',
  version: sql<number>`version + 1`,
} as const

/** From this write on the champion's pages know nothing. What was shared is emptied, not kept. */
export const endShareOfMatch = (db: Database, matchId: MatchId, by: EndedBy): Statement[] =>
  endLiveShares(db, sql`match_id = ${matchId}`, by)

/** When somebody else takes over, nothing that was shared with the one before goes along. */
export const endSharesWithReceiver = (db: Database, receiverId: AccountId, by: EndedBy): Statement[] =>
  endLiveShares(db, sql`receiver_id = ${receiverId}`, by)

/** Ends every live share of a person with somebody who is now on their list of those not to be told. */
export const endSharesWithTheBlocked = (db: Database, careLeaverId: CareLeaverId, by: EndedBy): Statement[] =>
  endLiveShares(
    db,
    sql`care_leaver_id = ${careLeaverId} AND (
      organisation_id IN (SELECT organisation_id FROM not_told
                          WHERE care_leaver_id = ${careLeaverId} AND organisation_id IS NOT NULL)
      OR receiver_id IN (SELECT account_id FROM blocked_account WHERE care_leaver_id = ${careLeaverId}))`,
    by,
  )

const endLiveShares = (db: Database, which: RawBuilder<unknown>, { at, actorId }: EndedBy): Statement[] => [
  toStatement(
    db,
    sql`INSERT INTO audit_event (at, actor_id, action, subject, version, from_state, to_state)
        SELECT ${at}, ${actorId}, 'share.end', 'share:' || id, version + 1, 'live', 'ended'
        FROM share WHERE ended_at IS NULL AND (${which})`,
  ),
  db.query
    .updateTable('share')
    .set({ ...EMPTIED, ended_at: at })
    .where('ended_at', 'is', null)
    .where(sql<boolean>`(${which})`),
]

/** A placement is shared until two weeks after its last outcome check. */
export const extendShareOfMatch = (db: Database, matchId: MatchId, endsOn: Day) =>
  db.query
    .updateTable('share')
    .set({ ends_on: endsOn })
    .where('match_id', '=', matchId)
    .where('ended_at', 'is', null)

export const addMessage = (
  db: Database,
  message: { id: string; shareId: ShareId; senderId: AccountId; body: string; sentAt: Instant },
) =>
  db.query.insertInto('message').values({
    id: message.id,
    share_id: message.shareId,
    sender_id: message.senderId,
    body: message.body,
    sent_at: message.sentAt,
  })
