import { mayMatch } from '../../src/domain/mentor'
import type { Day, Instant } from '../../src/domain/dates'
import type { AccountId, CareLeaverId, MentorId, MentorRequestId } from '../../src/domain/ids'
import type {
  LiveMentorRequestState,
  MentorChoice,
  MentorHelp,
  MentorRequest,
} from '../../src/domain/mentor-request'
import type { Language, Topic } from '../../src/domain/taxonomy'
import type { Candidate } from '../../src/matching/candidate'
import type { Reader } from '../database'
import { hiddenFrom } from './blocked'

const requests = (db: Reader) => db.query.selectFrom('mentor_request').selectAll('mentor_request')

type RequestRow = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>

const toRequest = (row: RequestRow): MentorRequest => ({
  id: row.id,
  careLeaverId: row.care_leaver_id,
  kind: row.kind,
  languages: JSON.parse(row.languages) as Language[],
  help: JSON.parse(row.help) as MentorHelp[],
  state: row.state,
  stateSince: row.state_since,
  version: row.version,
})

export type LiveMentorRequest = MentorRequest & { state: LiveMentorRequestState }

/** The one request of a person that is not over. */
export async function findLiveMentorRequest(
  db: Reader,
  careLeaverId: CareLeaverId,
): Promise<LiveMentorRequest | undefined> {
  const row = await requests(db)
    .where('care_leaver_id', '=', careLeaverId)
    .where('state', 'in', ['open', 'offered', 'matched'])
    .executeTakeFirst()
  return row && (toRequest(row) as LiveMentorRequest)
}

/** Until when somebody has mentors held to choose from; null when they have no choice to answer. */
export async function findChoiceUntil(db: Reader, careLeaverId: CareLeaverId): Promise<Day | null> {
  const row = await db.query
    .selectFrom('mentor_choice')
    .innerJoin('mentor_request', 'mentor_request.id', 'mentor_choice.request_id')
    .where('mentor_request.care_leaver_id', '=', careLeaverId)
    .where('mentor_request.state', '=', 'offered')
    .where('mentor_choice.state', '=', 'offered')
    .select('mentor_choice.hold_until')
    .limit(1)
    .executeTakeFirst()
  return row?.hold_until ?? null
}

/** When somebody's time with a mentor or befriender ended, where that is the last they asked for. */
export async function findMentoringEnd(db: Reader, careLeaverId: CareLeaverId): Promise<Instant | null> {
  const row = await db.query
    .selectFrom('mentor_request')
    .where('care_leaver_id', '=', careLeaverId)
    .select(['state', 'state_since'])
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.state === 'ended' ? row.state_since : null
}

/** @param viewerId whoever looks; a person who does not want them told, or who took it back, is not there for them */
export async function findMentorRequest(
  db: Reader,
  id: MentorRequestId,
  viewerId?: AccountId,
): Promise<MentorRequest | undefined> {
  const row = await requests(db)
    .where('id', '=', id)
    .$if(viewerId !== undefined, (query) =>
      query
        .where('care_leaver_id', 'not in', hiddenFrom(viewerId as AccountId))
        .where('state', 'in', ['open', 'offered', 'matched']),
    )
    .executeTakeFirst()
  return row && toRequest(row)
}

/** Whether somebody is with the mentor whose name has this keyed hash. */
export async function isTheirMentor(
  db: Reader,
  requestId: MentorRequestId,
  nameHash: string,
): Promise<boolean> {
  const row = await db.query
    .selectFrom('mentor_choice')
    .innerJoin('mentor', 'mentor.id', 'mentor_choice.mentor_id')
    .where('mentor_choice.request_id', '=', requestId)
    .where('mentor_choice.state', '=', 'chosen')
    .where('mentor.name_hash', '=', nameHash)
    .select('mentor.id')
    .executeTakeFirst()
  return row !== undefined
}

export type WaitingRequest = Pick<MentorRequest, 'id' | 'kind' | 'state'> & {
  /** Since when they have waited: an answer of none, or no answer, does not put them back. */
  createdAt: Instant
  preferredName: string
  /** Why somebody must look although a choice was made: the mentor cannot go on for now. */
  isInterrupted: boolean
}

/** What is asked for, the longest first; those with somebody only where that mentor may not go on. */
export async function listMentorRequests(db: Reader, viewerId: AccountId): Promise<WaitingRequest[]> {
  const rows = await db.query
    .selectFrom('mentor_request')
    .innerJoin('care_leaver', 'care_leaver.id', 'mentor_request.care_leaver_id')
    .leftJoin('mentor_choice', (join) =>
      join
        .onRef('mentor_choice.request_id', '=', 'mentor_request.id')
        .on('mentor_choice.state', '=', 'chosen'),
    )
    .leftJoin('mentor', 'mentor.id', 'mentor_choice.mentor_id')
    .where('mentor_request.state', 'in', ['open', 'offered', 'matched'])
    .where('care_leaver.id', 'not in', hiddenFrom(viewerId))
    .select(['mentor_request.id', 'mentor_request.kind', 'mentor_request.state'])
    .select(['mentor_request.created_at', 'care_leaver.preferred_name', 'mentor.stage'])
    .orderBy('mentor_request.created_at')
    .orderBy('mentor_request.id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    createdAt: row.created_at,
    preferredName: row.preferred_name,
    isInterrupted: row.stage !== null && !mayMatch(row.stage),
  }))
}

/** A choice with what a young person may read of the mentor, and their whole name for coordinators. */
export type OfferedMentor = MentorChoice & {
  /** The same for all of one choice. */
  createdAt: Instant
  firstName: string
  familyName: string
  about: string
  topics: Topic[]
  languages: Language[]
}

/** Everybody who is or was on offer, the newest first. */
export async function listMentorChoices(db: Reader, requestId: MentorRequestId): Promise<OfferedMentor[]> {
  const rows = await db.query
    .selectFrom('mentor_choice')
    .innerJoin('mentor', 'mentor.id', 'mentor_choice.mentor_id')
    .where('mentor_choice.request_id', '=', requestId)
    .selectAll('mentor_choice')
    .select(['first_name', 'family_name', 'about', 'topics', 'languages'])
    .orderBy('mentor_choice.created_at', 'desc')
    .orderBy('mentor_choice.id')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    mentorId: row.mentor_id,
    state: row.state,
    holdUntil: row.hold_until,
    reason: row.reason,
    offeredBy: row.offered_by,
    createdAt: row.created_at,
    firstName: row.first_name,
    familyName: row.family_name,
    about: row.about,
    topics: JSON.parse(row.topics) as Topic[],
    languages: JSON.parse(row.languages) as Language[],
  }))
}

/** How somebody stands to mentors they were offered before, in the engine's shape. */
export async function listMentorHistory(
  db: Reader,
  careLeaverId: CareLeaverId,
): Promise<Candidate['history']> {
  const rows = await db.query
    .selectFrom('mentor_choice')
    .innerJoin('mentor_request', 'mentor_request.id', 'mentor_choice.request_id')
    .where('mentor_request.care_leaver_id', '=', careLeaverId)
    .select(['mentor_choice.mentor_id', 'mentor_choice.state'])
    .execute()
  return rows.flatMap(({ mentor_id, state }) => {
    const opportunityId = mentor_id as string as Candidate['history'][number]['opportunityId']
    if (state === 'released') return []
    const standing = state === 'not-chosen' ? 'declined' : state === 'ended' ? 'ended' : 'live'
    return [{ opportunityId, state: standing }]
  })
}

/** Requests whose choice was not answered by its last day. */
export async function listEndedChoices(db: Reader, today: Day): Promise<MentorRequest[]> {
  const rows = await requests(db)
    .where('state', '=', 'offered')
    .where('id', 'in', (query) =>
      query
        .selectFrom('mentor_choice')
        .where('state', '=', 'offered')
        .where('hold_until', '<', today)
        .select('request_id'),
    )
    .limit(200)
    .execute()
  return rows.map(toRequest)
}

/** What a person asked for and was offered, for their own record. */
export async function listMentorRequestsOf(db: Reader, careLeaverId: CareLeaverId) {
  const rows = await requests(db).where('care_leaver_id', '=', careLeaverId).orderBy('created_at').execute()
  return Promise.all(
    rows.map(async (row) => {
      const { kind, languages, help, state } = toRequest(row)
      const choices = await listMentorChoices(db, row.id)
      return {
        kind,
        languages,
        help,
        state,
        askedAt: row.created_at as Instant,
        offered: choices.map((choice) => ({
          name: choice.firstName,
          state: choice.state,
          until: choice.holdUntil,
          reason: choice.reason,
        })),
      }
    }),
  )
}

/** Whom a young person does not want told, among mentors. */
export async function listBlockedMentors(db: Reader, careLeaverId: CareLeaverId): Promise<MentorId[]> {
  const rows = await db.query
    .selectFrom('not_told')
    .innerJoin('mentor', 'mentor.name_hash', 'not_told.match_hash')
    .where('not_told.care_leaver_id', '=', careLeaverId)
    .select('mentor.id')
    .execute()
  return rows.map(({ id }) => id)
}
