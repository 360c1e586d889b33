import type { Day } from '../../src/domain/dates'
import type { AccountId, CareLeaverId } from '../../src/domain/ids'
import type { NoMatch } from '../../src/domain/no-match'
import type { Database } from '../database'

type Recording = NoMatch & { careLeaverId: CareLeaverId; version: number; on: Day; by: AccountId }

/** Keeps that a human looked and found nothing. */
export const addNoMatch = (db: Database, recording: Recording) =>
  db.query.insertInto('no_match').values({
    care_leaver_id: recording.careLeaverId,
    version: recording.version,
    code: recording.code,
    words: recording.words,
    recorded_on: recording.on,
    look_again_on: recording.lookAgainOn,
    recorded_by: recording.by,
  })
