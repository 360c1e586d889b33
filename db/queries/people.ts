import type { ExpressionBuilder } from 'kysely'
import { normaliseName } from '../../src/domain/account'
import type { AccountId } from '../../src/domain/ids'
import { LIVE_MATCH_STATES } from '../../src/domain/match'
import type { HomeDistrict } from '../../src/domain/taxonomy'
import type { Reader } from '../database'
import type { Schema } from '../schema'
import { hiddenFrom } from './blocked'

const FOUND_MAX = 10

/** People by the letters of the name they like to be called, with accents or without: at most ten, names only. */
export async function findPeopleByName(db: Reader, viewerId: AccountId, letters: string) {
  const wanted = normaliseName(letters)
  const people = await db.query
    .selectFrom('care_leaver')
    .where('state', '=', 'active')
    .where('id', 'not in', hiddenFrom(viewerId))
    .select(['id', 'preferred_name as preferredName'])
    .orderBy('preferred_name')
    .orderBy('id')
    .execute()
  // SQLite knows the two cases of 26 letters only.
  return people
    .filter(({ preferredName }) => normaliseName(preferredName).includes(wanted))
    .slice(0, FOUND_MAX)
}

export type WaitingFilter = { district: HomeDistrict | ''; page: number; size: number }

/** Who may be suggested and waits: who has not started anything, with an offer under way or without. */
const waitingPeople = (db: Reader, viewerId: AccountId, district: HomeDistrict | '') =>
  db.query
    .selectFrom('care_leaver')
    .where('care_leaver.state', '=', 'active')
    .where('care_leaver.consideration', '=', 'yes')
    .where('care_leaver.waiting_since', 'is not', null)
    .where('care_leaver.id', 'not in', hiddenFrom(viewerId))
    .$if(district !== '', (query) => query.where('care_leaver.district', '=', district as HomeDistrict))

const hasLiveMatch = (where: ExpressionBuilder<Schema, 'care_leaver'>) =>
  where.exists(
    where
      .selectFrom('match')
      .whereRef('match.care_leaver_id', '=', 'care_leaver.id')
      .where('match.state', 'in', LIVE_MATCH_STATES)
      .select('match.id'),
  )

/** How many of those who wait have an offer under way: by them the page of people and the figures of coverage differ. */
export async function countUnderWay(
  db: Reader,
  viewerId: AccountId,
  district: HomeDistrict | '' = '',
): Promise<number> {
  const { count } = await waitingPeople(db, viewerId, district)
    .where(hasLiveMatch)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Who waits and has nothing live: the longest waiting first. Nobody is silently dropped: `underWay` is how many wait with
 * something live.
 */
export async function listWaitingPeople(db: Reader, viewerId: AccountId, filter: WaitingFilter) {
  const base = waitingPeople(db, viewerId, filter.district).where((where) => where.not(hasLiveMatch(where)))
  const [{ total }, underWay] = await Promise.all([
    base.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    countUnderWay(db, viewerId, filter.district),
  ])
  const rows = await base
    .select([
      'care_leaver.id',
      'care_leaver.preferred_name as preferredName',
      'care_leaver.district',
      'care_leaver.waiting_since as waitingSince',
    ])
    .orderBy('care_leaver.waiting_since')
    .orderBy('care_leaver.id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return { rows, total, underWay }
}
