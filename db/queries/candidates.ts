import type { EligibilityFacts, RightToWork } from '../../src/domain/care-leaver'
import type { AccountId, CareLeaverId, OpportunityId, OrganisationId } from '../../src/domain/ids'
import { type MatchState, standingAfter } from '../../src/domain/match'
import type { Secrets } from '../../src/domain/secrets'
import type { Candidate } from '../../src/matching/candidate'
import type { Reader } from '../database'
import { hiddenFrom } from './blocked'
import { toProfile } from './care-leavers'

export type CandidatePerson = Candidate & { preferredName: string; adviserId: string | null; version: number }

/**
 * Which people to load: everyone the engine may rank, some of them (no more than 64), or one; never one who is hidden
 * from the viewer.
 */
export type CandidateScope = { id?: CareLeaverId; among?: readonly CareLeaverId[]; viewerId?: AccountId }

/**
 * People as the engine knows them. Facts are opened for the engine and go no further: pages get verdicts and
 * sentences. People who did not agree to be considered are loaded only by their id.
 */
export async function listCandidates(
  db: Reader,
  secrets: Secrets,
  scope: CandidateScope = {},
): Promise<CandidatePerson[]> {
  const [people, answers, facts, history, blocks] = await Promise.all([
    listPeople(db, scope),
    listAnswers(db, scope),
    listFacts(db, secrets, scope),
    listHistory(db, scope),
    listBlocks(db, scope),
  ])
  const answersOf = groupBy(answers)
  const factsOf = groupBy(facts)
  const historyOf = groupBy(history)
  const blocksOf = groupBy(blocks)
  return people.map((person) => {
    const matches = historyOf.get(person.id) ?? []
    return {
      id: person.id,
      preferredName: person.preferred_name,
      adviserId: person.adviser_id,
      version: person.version,
      dateOfBirth: person.date_of_birth,
      statutoryCategory: person.statutory_category,
      district: person.district,
      consideration: person.consideration,
      waitingSince: person.waiting_since,
      profile: toProfile(answersOf.get(person.id) ?? []),
      facts: toFacts(factsOf.get(person.id) ?? []),
      history: matches.flatMap((match) => toHistory(match.opportunity_id, match.state)),
      earlierProposals: matches.length,
      blockedOrganisations: (blocksOf.get(person.id) ?? []).flatMap((row) => row.organisation_id ?? []),
    }
  })
}

export async function findCandidate(
  db: Reader,
  secrets: Secrets,
  id: CareLeaverId,
  viewerId?: AccountId,
): Promise<CandidatePerson | undefined> {
  const [person] = await listCandidates(db, secrets, viewerId ? { id, viewerId } : { id })
  return person
}

const listPeople = (db: Reader, { id, among, viewerId }: CandidateScope) =>
  db.query
    .selectFrom('care_leaver')
    .where('state', '=', 'active')
    .$if(id !== undefined, (query) => query.where('id', '=', id as CareLeaverId))
    .$if(id === undefined, (query) => query.where('consideration', '=', 'yes'))
    .$if(among !== undefined, (query) => query.where('id', 'in', among as CareLeaverId[]))
    .$if(viewerId !== undefined, (query) => query.where('id', 'not in', hiddenFrom(viewerId as AccountId)))
    .select([
      'id',
      'preferred_name',
      'adviser_id',
      'version',
      'date_of_birth',
      'statutory_category',
      'district',
      'consideration',
      'waiting_since',
    ])
    .execute()

/** The people whose rows are wanted, as a condition on another table. */
const wanted = (db: Reader, { id, among }: CandidateScope) =>
  db.query
    .selectFrom('care_leaver')
    .select('care_leaver.id')
    .where('state', '=', 'active')
    .$if(id !== undefined, (query) => query.where('id', '=', id as CareLeaverId))
    .$if(id === undefined, (query) => query.where('consideration', '=', 'yes'))
    .$if(among !== undefined, (query) => query.where('care_leaver.id', 'in', among as CareLeaverId[]))

const listAnswers = (db: Reader, scope: CandidateScope) =>
  db.query
    .selectFrom('profile_answer')
    .where('care_leaver_id', 'in', wanted(db, scope))
    .select(['care_leaver_id', 'question', 'answer'])
    .execute()

const listHistory = (db: Reader, scope: CandidateScope) =>
  db.query
    .selectFrom('match')
    .where('care_leaver_id', 'in', wanted(db, scope))
    .select(['care_leaver_id', 'opportunity_id', 'state'])
    .execute()

async function listBlocks(db: Reader, scope: CandidateScope) {
  const direct = await db.query
    .selectFrom('not_told')
    .where('care_leaver_id', 'in', wanted(db, scope))
    .where('kind', '=', 'organisation')
    .select(['care_leaver_id', 'organisation_id'])
    .execute()
  const byAccount = await db.query
    .selectFrom('blocked_account')
    .where('care_leaver_id', 'in', wanted(db, scope))
    .where('organisation_id', 'is not', null)
    .select(['care_leaver_id', 'organisation_id'])
    .execute()
  return [...direct, ...byAccount] as {
    care_leaver_id: CareLeaverId
    organisation_id: OrganisationId | null
  }[]
}

async function listFacts(db: Reader, secrets: Secrets, scope: CandidateScope) {
  const rows = await db.query
    .selectFrom('eligibility_fact')
    .where('care_leaver_id', 'in', wanted(db, scope))
    .select(['care_leaver_id', 'fact', 'sealed'])
    .execute()
  return Promise.all(
    rows.map(async (row) => ({ ...row, value: JSON.parse(await secrets.open(row.sealed)) as unknown })),
  )
}

/** What the sealed facts of a person say, in the engine's shape. */
function toFacts(rows: readonly { fact: string; value: unknown }[]): EligibilityFacts {
  const valueOf = <T>(fact: string) => rows.find((row) => row.fact === fact)?.value as T | undefined
  const dbs = valueOf<{ level: EligibilityFacts['dbsLevel']; issuedOn: string | null }>('dbs')
  return {
    rightToWork: valueOf<RightToWork>('right-to-work') ?? null,
    qualificationLevel: valueOf<{ level: number }>('qualification')?.level ?? null,
    dbsLevel: dbs?.level ?? null,
    dbsIssuedOn: dbs?.issuedOn ?? null,
    availableFrom: valueOf<{ from: string | null }>('availability')?.from ?? null,
  }
}

/** One person's facts, for their adviser. */
export async function findFacts(db: Reader, secrets: Secrets, id: CareLeaverId): Promise<EligibilityFacts> {
  return toFacts(await listFacts(db, secrets, { id }))
}

function toHistory(opportunityId: OpportunityId, matchState: MatchState): Candidate['history'] {
  const state = standingAfter(matchState)
  return state ? [{ opportunityId, state }] : []
}

function groupBy<Row extends { care_leaver_id: CareLeaverId }>(
  rows: readonly Row[],
): Map<CareLeaverId, Row[]> {
  const groups = new Map<CareLeaverId, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.care_leaver_id)
    if (group) group.push(row)
    else groups.set(row.care_leaver_id, [row])
  }
  return groups
}
