import { sql } from 'kysely'
import type { Day, Instant } from '../../src/domain/dates'
import type {
  AccountId,
  CareLeaverId,
  MatchId,
  OpportunityId,
  RoundId,
  SuggestionId,
} from '../../src/domain/ids'
import type { RoundScope, RoundState, SuggestionState } from '../../src/domain/round'
import type { AllocationRule } from '../../src/matching/allocate/round'
import { type Database, type Statement, toStatement } from '../database'

export type NewRound = {
  id: RoundId
  openedBy: AccountId
  day: Day
  scope: RoundScope
  takesUnclear: boolean
  seed: string
  createdAt: Instant
  opportunityIds: readonly OpportunityId[]
}

/** A round and the offers it is about, numbered in the order of their ids. */
export const addRound = (db: Database, round: NewRound): Statement[] => [
  db.query.insertInto('round').values({
    id: round.id,
    state: 'opened',
    opened_by: round.openedBy,
    day: round.day,
    districts: JSON.stringify(round.scope.districts),
    wait_weeks_min: round.scope.waitWeeksMin,
    takes_unclear: round.takesUnclear ? 1 : 0,
    seed: round.seed,
    created_at: round.createdAt,
  }),
  toStatement(
    db,
    sql`INSERT INTO round_opportunity (round_id, number, opportunity_id) SELECT ${round.id}, key, value FROM json_each(${JSON.stringify([...round.opportunityIds].sort())})`,
  ),
]

/** How far the work is; nothing that is settled by a version. */
export const setRoundProgress = (db: Database, id: RoundId, percent: number) =>
  db.query.updateTable('round').set({ progress: percent }).where('id', '=', id).where('state', '=', 'opened')

export const setRoundState = (
  db: Database,
  id: RoundId,
  change: {
    state: RoundState
    version: number
    computed?: { at: Instant; bandsVersion: string; rulesVersion: string; weightsVersion: string }
    chosen?: { rule: AllocationRule; reason: string }
  },
) =>
  db.query
    .updateTable('round')
    .set({
      state: change.state,
      version: change.version,
      ...(change.computed
        ? {
            progress: 100,
            computed_at: change.computed.at,
            bands_version: change.computed.bandsVersion,
            rules_version: change.computed.rulesVersion,
            weights_version: change.computed.weightsVersion,
          }
        : {}),
      ...(change.chosen ? { rule: change.chosen.rule, rule_reason: change.chosen.reason } : {}),
    })
    .where('id', '=', id)

export type RoundOutcome = {
  people: readonly { reference: string; careLeaverId: CareLeaverId; band: number }[]
  /** The offers that were live then, in the order of their ids, with the places nobody held. */
  offers: readonly { id: OpportunityId; places: number }[]
  parts: readonly string[]
  results: readonly { rule: AllocationRule; placements: readonly number[]; report: object }[]
}

/** All that a round was worked out from and what came of it. People stand in the order of their lottery numbers. */
export const addRoundOutcome = (db: Database, id: RoundId, outcome: RoundOutcome): Statement[] => [
  db.query.deleteFrom('round_opportunity').where('round_id', '=', id),
  toStatement(
    db,
    sql`INSERT INTO round_opportunity (round_id, number, opportunity_id, places) SELECT ${id}, key, value ->> 'id', value ->> 'places' FROM json_each(${JSON.stringify(outcome.offers)})`,
  ),
  toStatement(
    db,
    sql`INSERT INTO round_person (round_id, number, reference, care_leaver_id, band) SELECT ${id}, key, value ->> 'reference', value ->> 'careLeaverId', value ->> 'band' FROM json_each(${JSON.stringify(outcome.people)})`,
  ),
  ...outcome.parts.map((pairs, part) =>
    db.query.insertInto('round_pairs').values({ round_id: id, part, pairs }),
  ),
  ...outcome.results.map(({ rule, placements, report }) =>
    db.query.insertInto('round_result').values({
      round_id: id,
      rule,
      placements: JSON.stringify(placements),
      report: JSON.stringify(report),
    }),
  ),
]

/** Everybody who has a place under the chosen rule, to be decided on one by one. */
export const addSuggestions = (
  db: Database,
  id: RoundId,
  suggestions: readonly { id: SuggestionId; person: number; opportunity: number }[],
): Statement =>
  toStatement(
    db,
    sql`INSERT INTO round_suggestion (id, round_id, person, opportunity, state) SELECT value ->> 'id', ${id}, value ->> 'person', value ->> 'opportunity', 'waiting' FROM json_each(${JSON.stringify(suggestions)})`,
  )

export const addSuggestion = (
  db: Database,
  suggestion: { id: SuggestionId; roundId: RoundId; person: number; opportunity: number },
) =>
  db.query.insertInto('round_suggestion').values({
    id: suggestion.id,
    round_id: suggestion.roundId,
    person: suggestion.person,
    opportunity: suggestion.opportunity,
    state: 'waiting',
    match_id: null,
  })

export const setSuggestion = (
  db: Database,
  id: SuggestionId,
  change: { version: number; state?: SuggestionState; opportunity?: number; matchId?: MatchId },
) =>
  db.query
    .updateTable('round_suggestion')
    .set({
      version: change.version,
      ...(change.state ? { state: change.state } : {}),
      ...(change.opportunity === undefined ? {} : { opportunity: change.opportunity }),
      ...(change.matchId ? { match_id: change.matchId } : {}),
    })
    .where('id', '=', id)

/** Rounds that ended before then, with all that belongs to them. What was proposed out of them stays. */
export function forgetRoundsEndedBefore(db: Database, before: Instant): Statement[] {
  const old = sql<RoundId>`(SELECT id FROM round WHERE state IN ('closed', 'withdrawn') AND EXISTS (SELECT 1 FROM audit_event WHERE subject = 'round:' || round.id AND action IN ('round.close', 'round.withdraw') AND at < ${before}))`
  const parts = [
    'round_suggestion',
    'round_result',
    'round_pairs',
    'round_person',
    'round_opportunity',
  ] as const
  return [
    ...parts.map((table) => db.query.deleteFrom(table).where('round_id', 'in', old)),
    db.query.deleteFrom('round').where('id', 'in', old),
  ]
}
