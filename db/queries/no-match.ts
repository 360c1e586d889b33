import type { Day } from '../../src/domain/dates'
import type { CareLeaverId } from '../../src/domain/ids'
import type { NoMatch } from '../../src/domain/no-match'
import type { Reader } from '../database'

export type NoMatchRecord = NoMatch & { careLeaverId: CareLeaverId; version: number; recordedOn: Day }

const noMatches = (db: Reader) =>
  db.query
    .selectFrom('no_match')
    .select([
      'care_leaver_id as careLeaverId',
      'version',
      'code',
      'words',
      'recorded_on as recordedOn',
      'look_again_on as lookAgainOn',
    ])

/** What was recorded last about somebody, if anything ever was. */
export async function findNoMatch(db: Reader, id: CareLeaverId): Promise<NoMatchRecord | undefined> {
  return noMatches(db).where('care_leaver_id', '=', id).orderBy('version', 'desc').executeTakeFirst()
}

/** For the person's own record, the earliest first. */
export async function listNoMatchesOf(db: Reader, id: CareLeaverId): Promise<NoMatchRecord[]> {
  return noMatches(db).where('care_leaver_id', '=', id).orderBy('version').execute()
}

/** The day on which each person is to be looked at again whose day is still to come. */
export async function listLookedAt(db: Reader, today: Day): Promise<Map<CareLeaverId, Day>> {
  const rows = await db.query
    .selectFrom('no_match as one')
    .where('one.look_again_on', '>', today)
    .where('one.version', '=', (query) =>
      query
        .selectFrom('no_match as newest')
        .whereRef('newest.care_leaver_id', '=', 'one.care_leaver_id')
        .select(({ fn }) => fn.max<number>('newest.version').as('version')),
    )
    .select(['one.care_leaver_id as id', 'one.look_again_on as on'])
    .execute()
  return new Map(rows.map(({ id, on }) => [id, on]))
}
