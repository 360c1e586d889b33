import { sql } from 'kysely'
import type { Day, Instant } from '../../src/domain/dates'
import type { AccountId } from '../../src/domain/ids'
import type { Database } from '../database'

/** Typed by somebody on a day; again is the same once more. */
export const addUnfoundWords = (
  db: Database,
  words: readonly { word: string; visitorHash: string }[],
  on: Day,
) =>
  db.query
    .insertInto('unfound_word')
    .columns(['word', 'visitor_hash', 'typed_on'])
    .expression(
      sql`SELECT value ->> 'word', value ->> 'visitorHash', ${on} FROM json_each(${JSON.stringify(words)}) WHERE true`,
    )
    .onConflict((conflict) => conflict.doUpdateSet({ typed_on: on }))

export const forgetUnfoundWord = (db: Database, word: string) =>
  db.query.deleteFrom('unfound_word').where('word', '=', word)

export const forgetUnfoundWordsBefore = (db: Database, day: Day) =>
  db.query.deleteFrom('unfound_word').where('typed_on', '<', day)

export const addTeamSynonym = (
  db: Database,
  synonym: { word: string; means: string; addedBy: AccountId; at: Instant },
) =>
  db.query.insertInto('team_synonym').values({
    word: synonym.word,
    means: synonym.means,
    added_by: synonym.addedBy,
    added_at: synonym.at,
  })

export const removeTeamSynonym = (db: Database, word: string) =>
  db.query.deleteFrom('team_synonym').where('word', '=', word)
