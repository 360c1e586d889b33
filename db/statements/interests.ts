import type { Day, Instant } from '../../src/domain/dates'
import type { AccountId, CareLeaverId, InterestId, OpportunityId } from '../../src/domain/ids'
import type { InterestState } from '../../src/domain/match'
import type { Database } from '../database'

export type NewInterest = {
  id: InterestId
  careLeaverId: CareLeaverId
  opportunityId: OpportunityId
  words: string
  recordedBy: AccountId
  answerDueOn: Day
  createdAt: Instant
}

/** One open interest a pair: the schema refuses a second. */
export const addInterest = (db: Database, interest: NewInterest) =>
  db.query.insertInto('interest').values({
    id: interest.id,
    care_leaver_id: interest.careLeaverId,
    opportunity_id: interest.opportunityId,
    state: 'open',
    words: interest.words,
    recorded_by: interest.recordedBy,
    answer_due_on: interest.answerDueOn,
    created_at: interest.createdAt,
  })

export const setInterestState = (
  db: Database,
  id: InterestId,
  change: {
    state: InterestState
    version: number
    answer?: { code: string | null; words: string; by: AccountId; at: Instant }
  },
) =>
  db.query
    .updateTable('interest')
    .set({
      state: change.state,
      version: change.version,
      ...(change.answer
        ? {
            answer_code: change.answer.code,
            answer_words: change.answer.words,
            answered_by: change.answer.by,
            answered_at: change.answer.at,
          }
        : {}),
    })
    .where('id', '=', id)
