import type { Day, Instant } from '../../src/domain/dates'
import type {
  AccountId,
  CareLeaverId,
  MatchId,
  OpportunityId,
  RoundId,
  SuggestionId,
} from '../../src/domain/ids'
import type { PlaceAndStart } from '../../src/domain/opportunity'
import type { EetStanding, RoundScope, RoundState, SuggestionState } from '../../src/domain/round'
import type { EetStatus, HomeDistrict } from '../../src/domain/taxonomy'
import type { AllocationRule } from '../../src/matching/allocate/round'
import type { RuleReport } from '../../src/matching/cohort/cohort'
import type { Reader } from '../database'
import { hiddenFrom } from './blocked'
import { placeAndStartIn, withPlaceAndStart } from './place-and-start'

export type RoundRecord = {
  id: RoundId
  state: RoundState
  openedBy: AccountId
  openedByName: string
  day: Day
  scope: RoundScope
  takesUnclear: boolean
  seed: string
  progress: number
  bandsVersion: string | null
  rulesVersion: string | null
  weightsVersion: string | null
  computedAt: Instant | null
  rule: AllocationRule | null
  ruleReason: string
  version: number
  createdAt: Instant
}

const rounds = (db: Reader) =>
  db.query
    .selectFrom('round')
    .innerJoin('account', 'account.id', 'round.opened_by')
    .selectAll('round')
    .select('account.name as opened_by_name')

type RoundRow = Awaited<ReturnType<ReturnType<typeof rounds>['executeTakeFirstOrThrow']>>

const toRound = (row: RoundRow): RoundRecord => ({
  id: row.id,
  state: row.state,
  openedBy: row.opened_by,
  openedByName: row.opened_by_name ?? '',
  day: row.day,
  scope: { districts: JSON.parse(row.districts) as HomeDistrict[], waitWeeksMin: row.wait_weeks_min },
  takesUnclear: row.takes_unclear === 1,
  seed: row.seed,
  progress: row.progress,
  bandsVersion: row.bands_version,
  rulesVersion: row.rules_version,
  weightsVersion: row.weights_version,
  computedAt: row.computed_at,
  rule: row.rule,
  ruleReason: row.rule_reason,
  version: row.version,
  createdAt: row.created_at,
})

export async function findRound(db: Reader, id: RoundId): Promise<RoundRecord | undefined> {
  const row = await rounds(db).where('round.id', '=', id).executeTakeFirst()
  return row && toRound(row)
}

const ROUNDS_MAX = 100

/** The newest first, each with how many suggestions wait and how many became proposals. */
export async function listRounds(
  db: Reader,
): Promise<(RoundRecord & { waiting: number; proposed: number })[]> {
  const [rows, counts] = await Promise.all([
    rounds(db).orderBy('round.created_at', 'desc').limit(ROUNDS_MAX).execute(),
    db.query
      .selectFrom('round_suggestion')
      .groupBy(['round_id', 'state'])
      .select(({ fn }) => ['round_id', 'state', fn.countAll<number>().as('count')])
      .execute(),
  ])
  const countOf = (id: RoundId, state: SuggestionState) =>
    counts.find((one) => one.round_id === id && one.state === state)?.count ?? 0
  return rows.map((row) => ({
    ...toRound(row),
    waiting: countOf(row.id, 'waiting'),
    proposed: countOf(row.id, 'proposed'),
  }))
}

/** Rounds that are to be worked out: their day has come. */
export async function listRoundsToCompute(db: Reader, today: Day): Promise<RoundRecord[]> {
  const rows = await rounds(db)
    .where('round.state', '=', 'opened')
    .where('round.day', '<=', today)
    .orderBy('round.created_at')
    .execute()
  return rows.map(toRound)
}

export type RoundOffer = PlaceAndStart & {
  number: number
  id: OpportunityId
  title: string
  organisationName: string
  places: number
}

export async function listRoundOffers(db: Reader, id: RoundId): Promise<RoundOffer[]> {
  const rows = await db.query
    .selectFrom('round_opportunity')
    .innerJoin('opportunity', 'opportunity.id', 'round_opportunity.opportunity_id')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .where('round_opportunity.round_id', '=', id)
    .orderBy('round_opportunity.number')
    .select([
      'round_opportunity.number',
      'round_opportunity.places',
      'opportunity.id',
      'opportunity.title',
      placeAndStartIn('opportunity.content').as('placeAndStart'),
      'organisation.name as organisationName',
    ])
    .execute()
  return rows.map(withPlaceAndStart)
}

export type RoundResultRecord = { rule: AllocationRule; placements: number[]; report: RuleReport }

export async function listRoundResults(db: Reader, id: RoundId): Promise<RoundResultRecord[]> {
  const rows = await db.query
    .selectFrom('round_result')
    .where('round_id', '=', id)
    .select(['rule', 'placements', 'report'])
    .execute()
  return rows.map(({ rule, placements, report }) => ({
    rule,
    placements: JSON.parse(placements) as number[],
    report: JSON.parse(report) as RuleReport,
  }))
}

/** What a round was worked out from: its parts in order, free places and bands by number. */
export async function findRoundInputs(db: Reader, id: RoundId) {
  const [parts, offers, people] = await Promise.all([
    db.query.selectFrom('round_pairs').where('round_id', '=', id).orderBy('part').select('pairs').execute(),
    db.query
      .selectFrom('round_opportunity')
      .where('round_id', '=', id)
      .orderBy('number')
      .select('places')
      .execute(),
    db.query.selectFrom('round_person').where('round_id', '=', id).orderBy('number').select('band').execute(),
  ])
  return {
    parts: parts.map(({ pairs }) => pairs),
    places: offers.map(({ places }) => places),
    bands: people.map(({ band }) => band),
  }
}

/** Somebody in a round: null where they were erased, or must look to this viewer as if they were not here. */
export type RoundPerson = {
  number: number
  band: number
  careLeaverId: CareLeaverId | null
  preferredName: string | null
  district: HomeDistrict | null
  waitingSince: Day | null
}

const roundPeople = (db: Reader, id: RoundId, viewerId: AccountId) =>
  db.query
    .selectFrom('round_person')
    .leftJoin('care_leaver', (join) =>
      join
        .onRef('care_leaver.id', '=', 'round_person.care_leaver_id')
        .on('care_leaver.id', 'not in', hiddenFrom(viewerId)),
    )
    .where('round_person.round_id', '=', id)
    .orderBy('round_person.number')
    .select([
      'round_person.number',
      'round_person.band',
      'care_leaver.id as careLeaverId',
      'care_leaver.preferred_name as preferredName',
      'care_leaver.district',
      'care_leaver.waiting_since as waitingSince',
    ])

export async function listRoundPeople(db: Reader, id: RoundId, viewerId: AccountId): Promise<RoundPerson[]> {
  return roundPeople(db, id, viewerId).execute()
}

export async function findRoundPerson(
  db: Reader,
  id: RoundId,
  number: number,
  viewerId: AccountId,
): Promise<RoundPerson | undefined> {
  return roundPeople(db, id, viewerId).where('round_person.number', '=', number).executeTakeFirst()
}

export type Suggestion = {
  id: SuggestionId
  person: number
  opportunity: number
  state: SuggestionState
  matchId: MatchId | null
  version: number
}

const suggestions = (db: Reader, id: RoundId) =>
  db.query
    .selectFrom('round_suggestion')
    .where('round_id', '=', id)
    .orderBy('person')
    .select(['id', 'person', 'opportunity', 'state', 'match_id as matchId', 'version'])

/** Everything that was suggested under the chosen rule, dropped ones too, by person. */
export async function listSuggestions(db: Reader, id: RoundId): Promise<Suggestion[]> {
  return suggestions(db, id).execute()
}

export async function findSuggestion(
  db: Reader,
  roundId: RoundId,
  id: SuggestionId,
): Promise<Suggestion | undefined> {
  return suggestions(db, roundId).where('id', '=', id).executeTakeFirst()
}

/** Whom and what a suggestion is about, for its history. */
export async function findSuggestionSubject(db: Reader, id: SuggestionId) {
  return db.query
    .selectFrom('round_suggestion')
    .innerJoin('round_person', (join) =>
      join
        .onRef('round_person.round_id', '=', 'round_suggestion.round_id')
        .onRef('round_person.number', '=', 'round_suggestion.person'),
    )
    .leftJoin('care_leaver', 'care_leaver.id', 'round_person.care_leaver_id')
    .where('round_suggestion.id', '=', id)
    .select([
      'round_suggestion.round_id as roundId',
      'round_suggestion.person',
      'care_leaver.id as careLeaverId',
      'care_leaver.preferred_name as preferredName',
    ])
    .executeTakeFirst()
}

/** Whether somebody is in education, employment or training, and never the code that may say why not. */
export async function listEetStandings(db: Reader): Promise<Map<CareLeaverId, EetStanding>> {
  const rows = await db.query
    .selectFrom('care_leaver')
    .where('state', '=', 'active')
    .select(['id', 'eet_status'])
    .execute()
  return new Map(rows.map((row) => [row.id, standingOf(row.eet_status)]))
}

function standingOf(status: EetStatus): EetStanding {
  if (status === '0') return 'not-known'
  return status.startsWith('G') ? 'not-in' : 'in'
}

/** What people put in an order of their own. */
export async function listRanks(db: Reader) {
  const rows = await db.query
    .selectFrom('saved_opportunity')
    .where('rank', 'is not', null)
    .select(['care_leaver_id as careLeaverId', 'opportunity_id as opportunityId', 'rank'])
    .execute()
  return rows.map((row) => ({ ...row, rank: row.rank as number }))
}
