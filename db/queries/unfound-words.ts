import { sql } from 'kysely'
import type { Day } from '../../src/domain/dates'
import type { Reader } from '../database'

/** Words that at least so many people typed since a day, the most first. */
export async function listUnfoundWords(db: Reader, since: Day, peopleMin: number) {
  return db.query
    .selectFrom('unfound_word')
    .select(['word', (select) => select.fn.countAll<number>().as('people')])
    .where('typed_on', '>=', since)
    .groupBy('word')
    .having((select) => select.fn.countAll<number>(), '>=', peopleMin)
    .orderBy('people', 'desc')
    .orderBy('word')
    .limit(100)
    .execute()
}

/** Those of some words that are nobody's name and no place, as far as this service knows. */
export async function listNamelessWords(db: Reader, words: readonly string[]): Promise<string[]> {
  const isIn = (column: string) =>
    sql`instr(' ' || replace(lower(${sql.ref(column)}), '-', ' ') || ' ', ' ' || asked.value || ' ') > 0`
  const { rows } = await sql<{ value: string }>`
    SELECT asked.value FROM json_each(${JSON.stringify(words)}) AS asked
    WHERE NOT EXISTS (SELECT 1 FROM care_leaver WHERE ${isIn('care_leaver.preferred_name')})
      AND NOT EXISTS (SELECT 1 FROM account WHERE ${isIn('account.name')})
      AND NOT EXISTS (SELECT 1 FROM town WHERE ${isIn('town.name')})`.execute(db.query)
  return rows.map(({ value }) => value)
}

export type TeamSynonym = { word: string; means: string }

/** What the team says words mean, the newest first. */
export async function listTeamSynonyms(db: Reader): Promise<TeamSynonym[]> {
  return db.query
    .selectFrom('team_synonym')
    .select(['word', 'means'])
    .orderBy('added_at', 'desc')
    .orderBy('word')
    .execute()
}
