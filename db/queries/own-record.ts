import type { CareLeaverId, MatchId } from '../../src/domain/ids'
import type { Secrets } from '../../src/domain/secrets'
import type { Reader } from '../database'
import { findFacts } from './candidates'
import { findCareLeaver, findProfile, listNotTold, listViewsOf } from './care-leavers'
import { listInterestsOf } from './interests'
import { listSavedIds } from './saved-opportunities'
import { listMatchesOf } from './matches'

/**
 * Everything the service holds about a person, for that person (UK GDPR Article 15). Other people's words about
 * them are theirs to see; other people's own data is not in it.
 */
export async function collectRecord(db: Reader, secrets: Secrets, id: CareLeaverId) {
  const [record, profile, facts, notTold, interests, matches, savedIds, views, shares] = await Promise.all([
    findCareLeaver(db, id),
    findProfile(db, id),
    findFacts(db, secrets, id),
    listNotTold(db, secrets, id),
    listInterestsOf(db, id),
    listMatchesOf(db, id),
    listSavedIds(db, id),
    listViewsOf(db, id, 10_000),
    listSharesOf(db, id),
  ])
  return {
    about: 'Everything this service holds about you',
    record,
    answers: profile,
    factsYourAdviserRecorded: facts,
    notTold: notTold.map(({ kind, words }) => ({ kind, who: words })),
    requests: interests.map(
      ({ title, organisationName, state, words, createdAt, answeredAt, answerCode, answerWords }) => ({
        title,
        organisationName,
        state,
        words,
        createdAt,
        answeredAt,
        answerCode,
        answerWords,
      }),
    ),
    offers: await Promise.all(
      matches.map(
        async ({
          id: matchId,
          title,
          organisationName,
          state,
          stateSince,
          reason,
          wordsToPerson,
          evidence,
          declineCode,
          declineWords,
          createdAt,
        }) => ({
          title,
          organisationName,
          state,
          stateSince,
          reason,
          wordsToPerson,
          declineCode,
          declineWords,
          createdAt,
          decidedOn: JSON.parse(evidence) as unknown,
          messages: await listAllMessages(db, matchId),
        }),
      ),
    ),
    saved: savedIds,
    shares,
    whoLooked: views,
  }
}

const listSharesOf = (db: Reader, id: CareLeaverId) =>
  db.query
    .selectFrom('share')
    .innerJoin('organisation', 'organisation.id', 'share.organisation_id')
    .where('share.care_leaver_id', '=', id)
    .select([
      'organisation.name as organisation',
      'share.purpose',
      'share.name_used as nameUsed',
      'share.words',
      'share.started_at as startedAt',
      'share.ends_on as endsOn',
      'share.ended_at as endedAt',
    ])
    .execute()

/** Messages of ended shares too: they are still held, so they are still the person's to see. */
const listAllMessages = (db: Reader, matchId: MatchId) =>
  db.query
    .selectFrom('message')
    .innerJoin('share', 'share.id', 'message.share_id')
    .innerJoin('account', 'account.id', 'message.sender_id')
    .where('share.match_id', '=', matchId)
    .select(['message.body', 'message.sent_at as sentAt', 'account.role as from'])
    .orderBy('message.sent_at')
    .execute()
