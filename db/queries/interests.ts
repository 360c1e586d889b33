import type { AccountId, CareLeaverId, InterestId, OpportunityId } from '../../src/domain/ids'
import { OPEN_INTEREST_STATES } from '../../src/domain/match'
import type { Reader } from '../database'
import { hiddenFrom } from './blocked'
import { placeAndStartIn, withPlaceAndStart } from './place-and-start'

const interests = (db: Reader) =>
  db.query
    .selectFrom('interest')
    .innerJoin('opportunity', 'opportunity.id', 'interest.opportunity_id')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .innerJoin('care_leaver', 'care_leaver.id', 'interest.care_leaver_id')
    .leftJoin('account as person', 'person.id', 'care_leaver.account_id')
    .select([
      'interest.id',
      'interest.care_leaver_id as careLeaverId',
      'interest.opportunity_id as opportunityId',
      'interest.state',
      'interest.words',
      'interest.recorded_by as recordedBy',
      'interest.answer_due_on as answerDueOn',
      'interest.answer_code as answerCode',
      'interest.answer_words as answerWords',
      'interest.answered_at as answeredAt',
      'interest.version',
      'interest.created_at as createdAt',
      'opportunity.title',
      'opportunity.state as opportunityState',
      placeAndStartIn('opportunity.content').as('placeAndStart'),
      'organisation.name as organisationName',
      'care_leaver.preferred_name as preferredName',
      'care_leaver.account_id as accountId',
      'person.state as accountState',
      'care_leaver.adviser_id as adviserId',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof interests>['executeTakeFirstOrThrow']>>

const toInterest = (row: Row) => withPlaceAndStart(row)

export type InterestRecord = ReturnType<typeof toInterest>

export async function findInterest(db: Reader, id: InterestId): Promise<InterestRecord | undefined> {
  const row = await interests(db).where('interest.id', '=', id).executeTakeFirst()
  return row && toInterest(row)
}

/** Only the person's own. */
export async function findOwnInterest(db: Reader, careLeaverId: CareLeaverId, id: InterestId) {
  const row = await interests(db)
    .where('interest.id', '=', id)
    .where('interest.care_leaver_id', '=', careLeaverId)
    .executeTakeFirst()
  return row && toInterest(row)
}

/** A person's interests, the newest first. All of them: closing a record ends whatever is open in this list. */
export async function listInterestsOf(db: Reader, careLeaverId: CareLeaverId): Promise<InterestRecord[]> {
  const rows = await interests(db)
    .where('interest.care_leaver_id', '=', careLeaverId)
    .orderBy('interest.created_at', 'desc')
    .execute()
  return rows.map(toInterest)
}

/** The open interest of a pair, if there is one. */
export async function findOpenInterest(db: Reader, careLeaverId: CareLeaverId, opportunityId: OpportunityId) {
  const row = await interests(db)
    .where('interest.care_leaver_id', '=', careLeaverId)
    .where('interest.opportunity_id', '=', opportunityId)
    .where('interest.state', 'in', OPEN_INTEREST_STATES)
    .executeTakeFirst()
  return row && toInterest(row)
}

/** For the team: who asked about one opportunity; those who wait for an answer first, then those kept for later. */
export async function listOpenInterestsFor(
  db: Reader,
  opportunityId: OpportunityId,
  viewerId: AccountId,
): Promise<InterestRecord[]> {
  const rows = await interests(db)
    .where('interest.opportunity_id', '=', opportunityId)
    .where('interest.state', 'in', OPEN_INTEREST_STATES)
    .where('interest.care_leaver_id', 'not in', hiddenFrom(viewerId))
    .orderBy('interest.state', 'desc')
    .orderBy('interest.created_at')
    .execute()
  return rows.map(toInterest)
}

const kept = (db: Reader, viewerId: AccountId) =>
  interests(db)
    .where('interest.state', '=', 'kept')
    .where('interest.care_leaver_id', 'not in', hiddenFrom(viewerId))

/** How many interests the team keeps for later. */
export async function countKeptInterests(db: Reader, viewerId: AccountId): Promise<number> {
  const { count } = await kept(db, viewerId)
    .clearSelect()
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** One page of the interests that the team keeps for later, the longest kept first, with how their offers stand. */
export async function listKeptInterests(db: Reader, viewerId: AccountId, at: { page: number; size: number }) {
  const rows = await kept(db, viewerId)
    .select(['opportunity.places', 'opportunity.places_taken as placesTaken'])
    .orderBy('interest.answered_at')
    .orderBy('interest.id')
    .limit(at.size)
    .offset((at.page - 1) * at.size)
    .execute()
  return rows.map(withPlaceAndStart)
}

export type KeptInterest = Awaited<ReturnType<typeof listKeptInterests>>[number]
