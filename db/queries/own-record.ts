import type { CareLeaverId } from '../../src/domain/ids'
import { NO_MATCH_IN_PLAIN_WORDS } from '../../src/domain/no-match'
import type { Secrets } from '../../src/domain/secrets'
import type { Reader } from '../database'
import { findCareLeaver, listNotTold, listViewsOf } from './care-leavers'
import { type InterestRecord, listInterestsOf } from './interests'
import { listMatchesOf, type MatchRecord } from './matches'
import { listNoMatchesOf } from './no-match'
import { listMentorRequestsOf } from './mentor-requests'
import { listOutcomeChecks } from './outcome-checks'
import { listRecentSearchesOf } from './recent-searches'
import { listSaved } from './saved-opportunities'
import { listSavedSearches } from './saved-searches'

/**
 * Everything the service holds about a person, for that person (UK GDPR Article 15). Other people's words about
 * them are theirs to see; other people's own data is not in it. What the team wrote down for the audit is asked for by
 * hand: it can be about others too.
 */
export async function collectRecord(db: Reader, secrets: Secrets, id: CareLeaverId) {
  const [
    record,
    answers,
    facts,
    notTold,
    interests,
    matches,
    saved,
    searches,
    recentSearches,
    whoLooked,
    shares,
    rounds,
    checks,
    noMatches,
    mentors,
  ] = await Promise.all([
    findCareLeaver(db, id),
    listAnswers(db, id),
    listFacts(db, secrets, id),
    listNotTold(db, secrets, id),
    listInterestsOf(db, id),
    listMatchesOf(db, id),
    listSaved(db, id),
    listSavedSearches(db, id),
    listRecentSearchesOf(db, id),
    listViewsOf(db, id),
    listShares(db, id),
    listRoundsOf(db, id),
    listChecksOf(db, id),
    listNoMatchesOf(db, id),
    listMentorRequestsOf(db, id),
  ])
  return {
    about: 'Everything this service holds about you',
    record,
    answers,
    factsYourAdviserRecorded: facts,
    notTold: notTold.map(({ kind, words }) => ({ kind, who: words })),
    requests: interests.map(toRequest),
    offers: await Promise.all(matches.map((match) => toOffer(db, match))),
    saved,
    savedSearches: searches.map(({ query, alerts }) => ({ query, alerts })),
    recentSearches,
    shares,
    roundsYouWereIn: rounds,
    whatWasChecked: checks,
    whenNothingFitted: noMatches.map(({ code, words, recordedOn, lookAgainOn }) => ({
      why: NO_MATCH_IN_PLAIN_WORDS[code],
      words,
      recordedOn,
      weLookAgainOn: lookAgainOn,
    })),
    mentorsYouAskedFor: mentors,
    whoLooked,
  }
}

function toRequest(interest: InterestRecord) {
  const { title, organisationName, state, words, createdAt, answeredAt, answerCode, answerWords } = interest
  return { title, organisationName, state, words, createdAt, answeredAt, answerCode, answerWords }
}

async function toOffer(db: Reader, match: MatchRecord) {
  const { title, organisationName, state, stateSince, createdAt, startedOn, endedOn } = match
  const { reason, wordsToPerson, evidence, declineCode, declineWords } = match
  const checks = await listOutcomeChecks(db, match.id)
  return {
    title,
    organisationName,
    state,
    stateSince,
    createdAt,
    startedOn,
    endedOn,
    reason,
    wordsToPerson,
    declineCode,
    declineWords,
    decidedOn: JSON.parse(evidence) as unknown,
    howItWent: checks.map(({ week, dueOn, result, words }) => ({ week, dueOn, result, words })),
    messages: await listAllMessages(db, match.id),
  }
}

async function listAnswers(db: Reader, id: CareLeaverId) {
  const rows = await db.query
    .selectFrom('profile_answer')
    .where('care_leaver_id', '=', id)
    .select(['question', 'answer', 'answered_at as answeredAt', 'their_words as yourWords'])
    .execute()
  return rows.map((row) => ({ ...row, answer: JSON.parse(row.answer) as unknown }))
}

async function listFacts(db: Reader, secrets: Secrets, id: CareLeaverId) {
  const rows = await db.query
    .selectFrom('eligibility_fact')
    .where('care_leaver_id', '=', id)
    .select(['fact', 'sealed', 'recorded_at as recordedAt'])
    .execute()
  return Promise.all(
    rows.map(async ({ sealed, ...row }) => ({
      ...row,
      value: JSON.parse(await secrets.open(sealed)) as unknown,
    })),
  )
}

/** What had to be checked or asked about them for an offer, and what was answered. */
async function listChecksOf(db: Reader, id: CareLeaverId) {
  return db.query
    .selectFrom('check_task')
    .innerJoin('opportunity', 'opportunity.id', 'check_task.opportunity_id')
    .where('check_task.care_leaver_id', '=', id)
    .select([
      'opportunity.title',
      'check_task.rule as about',
      'check_task.turn as whoWasAsked',
      'check_task.state as whatCameOfIt',
      'check_task.words',
      'check_task.asked_at as askedAt',
      'check_task.answered_at as answeredAt',
    ])
    .orderBy('check_task.asked_at')
    .execute()
}

/** Rounds in which places were given to many people at once, with the band and what was suggested. */
async function listRoundsOf(db: Reader, id: CareLeaverId) {
  return db.query
    .selectFrom('round_person')
    .innerJoin('round', 'round.id', 'round_person.round_id')
    .leftJoin('round_suggestion', (join) =>
      join
        .onRef('round_suggestion.round_id', '=', 'round_person.round_id')
        .onRef('round_suggestion.person', '=', 'round_person.number'),
    )
    .leftJoin('round_opportunity', (join) =>
      join
        .onRef('round_opportunity.round_id', '=', 'round_suggestion.round_id')
        .onRef('round_opportunity.number', '=', 'round_suggestion.opportunity'),
    )
    .leftJoin('opportunity', 'opportunity.id', 'round_opportunity.opportunity_id')
    .where('round_person.care_leaver_id', '=', id)
    .select([
      'round.day',
      'round.rule',
      'round_person.band',
      'opportunity.title as suggested',
      'round_suggestion.state as whatCameOfIt',
    ])
    .orderBy('round.day')
    .execute()
}

const listShares = (db: Reader, id: CareLeaverId) =>
  db.query
    .selectFrom('share')
    .innerJoin('organisation', 'organisation.id', 'share.organisation_id')
    .where('share.care_leaver_id', '=', id)
    .select([
      'organisation.name as organisation',
      'share.purpose',
      'share.name_used as nameUsed',
      'share.pronouns',
      'share.words',
      'share.supports',
      'share.their_words as yourWords',
      'share.started_at as startedAt',
      'share.ends_on as endsOn',
      'share.ended_at as endedAt',
    ])
    .execute()

/** Messages of ended shares too: they are still held, so they are still the person's to see. */
const listAllMessages = (db: Reader, matchId: MatchRecord['id']) =>
  db.query
    .selectFrom('message')
    .innerJoin('share', 'share.id', 'message.share_id')
    .innerJoin('account', 'account.id', 'message.sender_id')
    .where('share.match_id', '=', matchId)
    .select(['message.body', 'message.sent_at as sentAt', 'account.role as from'])
    .orderBy('message.sent_at')
    .execute()
