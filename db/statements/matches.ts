import type { Day, Instant } from '../../src/domain/dates'
import type { AccountId, CareLeaverId, InterestId, MatchId, OpportunityId } from '../../src/domain/ids'
import type { DeclineCode, MatchState, NotStartedCode } from '../../src/domain/match'
import type { Database } from '../database'

export type NewMatch = {
  id: MatchId
  opportunityId: OpportunityId
  careLeaverId: CareLeaverId
  interestId: InterestId | null
  brokerId: AccountId
  reason: string
  wordsToPerson: string
  holdUntil: Day
  evidence: string
  createdAt: Instant
}

/** A proposal. Its trigger takes a place; `no_more_than_its_places` refuses one too many. */
export const addProposal = (db: Database, match: NewMatch) =>
  db.query.insertInto('match').values({
    id: match.id,
    opportunity_id: match.opportunityId,
    care_leaver_id: match.careLeaverId,
    interest_id: match.interestId,
    state: 'proposed',
    state_since: match.createdAt,
    broker_id: match.brokerId,
    reason: match.reason,
    words_to_person: match.wordsToPerson,
    hold_until: match.holdUntil,
    evidence: match.evidence,
    created_at: match.createdAt,
  })

/** Moves a match. The trigger match_holds_a_place moves the opportunity's counts with it. */
export const setMatchState = (
  db: Database,
  id: MatchId,
  change: {
    state: MatchState
    since: Instant
    version: number
    declineCode?: DeclineCode | NotStartedCode
    declineWords?: string
    startedOn?: Day
    endedOn?: Day
  },
) =>
  db.query
    .updateTable('match')
    .set({
      state: change.state,
      state_since: change.since,
      version: change.version,
      ...(change.declineCode === undefined ? {} : { decline_code: change.declineCode }),
      ...(change.declineWords === undefined ? {} : { decline_words: change.declineWords }),
      ...(change.startedOn === undefined ? {} : { started_on: change.startedOn }),
      ...(change.endedOn === undefined ? {} : { ended_on: change.endedOn }),
    })
    .where('id', '=', id)

/** For a change that leaves the match in its state. */
export const setMatchVersion = (db: Database, id: MatchId, version: number) =>
  db.query.updateTable('match').set({ version }).where('id', '=', id)

export const setBroker = (db: Database, id: MatchId, brokerId: AccountId, version: number) =>
  db.query.updateTable('match').set({ broker_id: brokerId, version }).where('id', '=', id)
