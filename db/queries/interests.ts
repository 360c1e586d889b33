import type { AccountId, CareLeaverId, InterestId, OpportunityId } from '../../src/domain/ids'
import type { Reader } from '../database'
import { hiddenFrom } from './blocked'

const interests = (db: Reader) =>
  db.query
    .selectFrom('interest')
    .innerJoin('opportunity', 'opportunity.id', 'interest.opportunity_id')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .innerJoin('care_leaver', 'care_leaver.id', 'interest.care_leaver_id')
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
      'organisation.name as organisationName',
      'care_leaver.preferred_name as preferredName',
      'care_leaver.account_id as accountId',
    ])

export type InterestRecord = Awaited<ReturnType<ReturnType<typeof interests>['executeTakeFirstOrThrow']>>

export async function findInterest(db: Reader, id: InterestId): Promise<InterestRecord | undefined> {
  return interests(db).where('interest.id', '=', id).executeTakeFirst()
}

/** Only the person's own. */
export async function findOwnInterest(db: Reader, careLeaverId: CareLeaverId, id: InterestId) {
  return interests(db)
    .where('interest.id', '=', id)
    .where('interest.care_leaver_id', '=', careLeaverId)
    .executeTakeFirst()
}

export async function listInterestsOf(db: Reader, careLeaverId: CareLeaverId): Promise<InterestRecord[]> {
  return interests(db)
    .where('interest.care_leaver_id', '=', careLeaverId)
    .orderBy('interest.created_at', 'desc')
    .limit(100)
    .execute()
}

/** The open interest of a pair, if there is one. */
export async function findOpenInterest(db: Reader, careLeaverId: CareLeaverId, opportunityId: OpportunityId) {
  return interests(db)
    .where('interest.care_leaver_id', '=', careLeaverId)
    .where('interest.opportunity_id', '=', opportunityId)
    .where('interest.state', 'in', ['open', 'kept'])
    .executeTakeFirst()
}

/** For the team: who asked about one opportunity. */
export async function listOpenInterestsFor(
  db: Reader,
  opportunityId: OpportunityId,
  viewerId: AccountId,
): Promise<InterestRecord[]> {
  return interests(db)
    .where('interest.opportunity_id', '=', opportunityId)
    .where('interest.state', 'in', ['open', 'kept'])
    .where('interest.care_leaver_id', 'not in', hiddenFrom(viewerId))
    .orderBy('interest.created_at')
    .execute()
}

export async function isSaved(
  db: Reader,
  careLeaverId: CareLeaverId,
  opportunityId: OpportunityId,
): Promise<boolean> {
  const row = await db.query
    .selectFrom('saved_opportunity')
    .where('care_leaver_id', '=', careLeaverId)
    .where('opportunity_id', '=', opportunityId)
    .select('saved_at')
    .executeTakeFirst()
  return row !== undefined
}

/** What somebody saved, the newest first; what can no longer be found is left out by the reader of the ids. */
export async function listSavedIds(db: Reader, careLeaverId: CareLeaverId): Promise<OpportunityId[]> {
  const rows = await db.query
    .selectFrom('saved_opportunity')
    .where('care_leaver_id', '=', careLeaverId)
    .select('opportunity_id')
    .orderBy('saved_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => row.opportunity_id)
}

export type PausedOffer = { id: OpportunityId; title: string; organisationName: string }

const paused = (db: Reader) =>
  db.query
    .selectFrom('opportunity')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .where('opportunity.state', '=', 'paused')

/** A paused offer that somebody had saved, asked about or been offered; for everybody else it is not there. */
export async function findPausedFor(
  db: Reader,
  careLeaverId: CareLeaverId,
  id: OpportunityId,
): Promise<PausedOffer | undefined> {
  return paused(db)
    .where('opportunity.id', '=', id)
    .where(({ exists, or, selectFrom }) =>
      or(
        (['saved_opportunity', 'interest', 'match'] as const).map((table) =>
          exists(
            selectFrom(table)
              .whereRef(`${table}.opportunity_id`, '=', 'opportunity.id')
              .where(`${table}.care_leaver_id`, '=', careLeaverId)
              .select(`${table}.opportunity_id`),
          ),
        ),
      ),
    )
    .select(['opportunity.id', 'opportunity.title', 'organisation.name as organisationName'])
    .executeTakeFirst()
}

/** What somebody saved and nobody can ask about at the moment. */
export async function listPausedSaved(db: Reader, careLeaverId: CareLeaverId): Promise<PausedOffer[]> {
  return paused(db)
    .innerJoin('saved_opportunity', 'saved_opportunity.opportunity_id', 'opportunity.id')
    .where('saved_opportunity.care_leaver_id', '=', careLeaverId)
    .orderBy('saved_opportunity.saved_at', 'desc')
    .limit(100)
    .select(['opportunity.id', 'opportunity.title', 'organisation.name as organisationName'])
    .execute()
}
