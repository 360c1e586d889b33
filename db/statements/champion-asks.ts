import { type AskCannotCode, type AskedFor, type AskState, lapseDay } from '../../src/domain/champion-ask'
import type { Day, Instant } from '../../src/domain/dates'
import type { AccountId, ChampionAskId, OpportunityId, OrganisationId } from '../../src/domain/ids'
import type { Database } from '../database'

export type NewChampionAsk = AskedFor & {
  id: ChampionAskId
  organisationId: OrganisationId
  words: string
  askedBy: AccountId
  askedAt: Instant
  askedOn: Day
}

/** Asks. The schema refuses what stands open already, and what was asked in the last two weeks. */
export const addAsk = (db: Database, ask: NewChampionAsk) =>
  db.query.insertInto('champion_ask').values({
    id: ask.id,
    organisation_id: ask.organisationId,
    kind: ask.kind,
    outcome: ask.outcome,
    district: ask.district,
    words: ask.words,
    state: 'open',
    asked_by: ask.askedBy,
    asked_at: ask.askedAt,
    asked_on: ask.askedOn,
    lapses_on: lapseDay(ask.askedOn),
  })

export type AskEnding = {
  state: Exclude<AskState, 'open'>
  at: Instant
  version: number
  cannot?: { code: AskCannotCode; words: string }
  opportunityId?: OpportunityId
}

/** Ends one; the schema refuses to end one that has ended. */
export const endAsk = (db: Database, id: ChampionAskId, ending: AskEnding) =>
  db.query
    .updateTable('champion_ask')
    .set({
      state: ending.state,
      ended_at: ending.at,
      version: ending.version,
      ...(ending.cannot ? { cannot_code: ending.cannot.code, cannot_words: ending.cannot.words } : {}),
      ...(ending.opportunityId ? { opportunity_id: ending.opportunityId } : {}),
    })
    .where('id', '=', id)

/** What ended before then. */
export const forgetAsksEndedBefore = (db: Database, before: Instant) =>
  db.query.deleteFrom('champion_ask').where('ended_at', '<', before)
