import type { Day } from '../../src/domain/dates'
import type { AccountId } from '../../src/domain/ids'
import { INTRODUCED_STATES, type MatchState } from '../../src/domain/match'
import type { Reader } from '../database'
import { hiddenFrom } from './blocked'

/** Whose turn it is, in the words of the queue. */
export type Turn = '18+ team' | 'young person' | 'champion'

export type QueueItem = {
  kind:
    | 'review'
    | 'interest'
    | 'outcome'
    | 'placement'
    | 'proposal'
    | 'introduction'
    | 'share'
    | 'pledge'
    | 'no-champion'
  id: string
  what: string
  about: string
  turn: Turn
  /** Since when it has waited: an instant or a day. */
  since: string
  /** When it is late; null when nothing was promised. */
  dueOn: Day | null
  week?: number
}

const LIMIT = 500

/** All that is waiting, on whom and since when. Late things come first; the page says how late. */
export async function listQueue(db: Reader, viewerId: AccountId): Promise<QueueItem[]> {
  const lists = await Promise.all([
    listReviews(db),
    listInterests(db, viewerId),
    listOutcomes(db, viewerId),
    listProposals(db, viewerId),
    listIntroductions(db, viewerId),
    listPlacementsToEnd(db, viewerId),
    listWithoutChampion(db),
    listPledges(db),
  ])
  return lists
    .flat()
    .sort((a, b) => compare(rank(a), rank(b)) || compare(lateFrom(a), lateFrom(b)) || compare(a.id, b.id))
}

const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)

/** What the team can do itself stands before what it only watches. */
const rank = (item: QueueItem) => (item.turn === '18+ team' ? 0 : 1)
const lateFrom = (item: QueueItem) => item.dueOn ?? item.since.slice(0, 10)

async function listReviews(db: Reader): Promise<QueueItem[]> {
  const rows = await db.query
    .selectFrom('opportunity_revision')
    .innerJoin('opportunity', 'opportunity.id', 'opportunity_revision.opportunity_id')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .where('opportunity_revision.state', '=', 'submitted')
    .select([
      'opportunity.id',
      'opportunity_revision.content',
      'organisation.name',
      'opportunity_revision.submitted_at as since',
    ])
    .orderBy('opportunity_revision.submitted_at')
    .limit(LIMIT)
    .execute()
  return rows.map((row) => ({
    kind: 'review',
    id: row.id,
    what: (JSON.parse(row.content) as { title?: string }).title ?? '',
    about: row.name,
    turn: '18+ team',
    since: row.since ?? '',
    dueOn: null,
  }))
}

async function listInterests(db: Reader, viewerId: AccountId): Promise<QueueItem[]> {
  const rows = await db.query
    .selectFrom('interest')
    .innerJoin('opportunity', 'opportunity.id', 'interest.opportunity_id')
    .innerJoin('care_leaver', 'care_leaver.id', 'interest.care_leaver_id')
    .where('interest.state', '=', 'open')
    .where('interest.care_leaver_id', 'not in', hiddenFrom(viewerId))
    .select([
      'interest.id',
      'opportunity.title',
      'care_leaver.preferred_name',
      'interest.created_at',
      'interest.answer_due_on',
    ])
    .orderBy('interest.answer_due_on')
    .limit(LIMIT)
    .execute()
  return rows.map((row) => ({
    kind: 'interest',
    id: row.id,
    what: row.title,
    about: row.preferred_name,
    turn: '18+ team',
    since: row.created_at,
    dueOn: row.answer_due_on,
  }))
}

async function listOutcomes(db: Reader, viewerId: AccountId): Promise<QueueItem[]> {
  const rows = await db.query
    .selectFrom('outcome_check')
    .innerJoin('match', 'match.id', 'outcome_check.match_id')
    .innerJoin('opportunity', 'opportunity.id', 'match.opportunity_id')
    .innerJoin('care_leaver', 'care_leaver.id', 'match.care_leaver_id')
    .where('outcome_check.state', '=', 'due')
    .where('match.care_leaver_id', 'not in', hiddenFrom(viewerId))
    .select([
      'match.id',
      'outcome_check.week',
      'outcome_check.due_on',
      'opportunity.title',
      'care_leaver.preferred_name',
    ])
    .orderBy('outcome_check.due_on')
    .limit(LIMIT)
    .execute()
  return rows.map((row) => ({
    kind: 'outcome',
    id: row.id,
    what: row.title,
    about: row.preferred_name,
    turn: '18+ team',
    since: row.due_on,
    dueOn: row.due_on,
    week: row.week,
  }))
}

async function listProposals(db: Reader, viewerId: AccountId): Promise<QueueItem[]> {
  const rows = await matchesIn(db, viewerId, ['proposed']).orderBy('match.hold_until').limit(LIMIT).execute()
  return rows.map((row) => ({
    kind: 'proposal',
    id: row.id,
    what: row.title,
    about: row.preferred_name,
    turn: 'young person',
    since: row.state_since,
    dueOn: row.hold_until,
  }))
}

/**
 * After a yes: with the champion while something is shared; with the young person when it has ended; with the team when
 * nobody looks after the offer, or somebody who is not to be told.
 */
async function listIntroductions(db: Reader, viewerId: AccountId): Promise<QueueItem[]> {
  const rows = await matchesIn(db, viewerId, INTRODUCED_STATES)
    .innerJoin('account as owner', 'owner.id', 'opportunity.owner_id')
    .leftJoin('share', (join) =>
      join.onRef('share.match_id', '=', 'match.id').on('share.ended_at', 'is', null),
    )
    .where((where) => where.or([where('match.state', '<>', 'started'), where('share.id', 'is', null)]))
    .select((select) => [
      'share.id as share_id',
      'owner.state as owner_state',
      select
        .exists(
          select
            .selectFrom('blocked_account')
            .whereRef('blocked_account.care_leaver_id', '=', 'match.care_leaver_id')
            .whereRef('blocked_account.account_id', '=', 'opportunity.owner_id')
            .select('blocked_account.account_id'),
        )
        .as('is_blocked'),
    ])
    .orderBy('match.state_since')
    .limit(LIMIT)
    .execute()
  return rows.map((row) => {
    const canAsk = row.owner_state === 'active' && !row.is_blocked
    return {
      kind: row.share_id ? 'introduction' : 'share',
      id: row.id,
      what: row.title,
      about: row.preferred_name,
      turn: row.share_id ? 'champion' : canAsk ? 'young person' : '18+ team',
      since: row.state_since,
      dueOn: null,
    }
  })
}

/** Placements whose checks are all answered and that nobody has ended: somebody has to say how it stands. */
async function listPlacementsToEnd(db: Reader, viewerId: AccountId): Promise<QueueItem[]> {
  const rows = await matchesIn(db, viewerId, ['started'])
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('outcome_check')
            .whereRef('outcome_check.match_id', '=', 'match.id')
            .where('outcome_check.state', 'in', ['waiting', 'due'])
            .select('outcome_check.id'),
        ),
      ),
    )
    .orderBy('match.state_since')
    .limit(LIMIT)
    .execute()
  return rows.map((row) => ({
    kind: 'placement',
    id: row.id,
    what: row.title,
    about: row.preferred_name,
    turn: '18+ team',
    since: row.state_since,
    dueOn: null,
  }))
}

/** Live offers whose champion cannot sign in: a manager hands them over. */
async function listWithoutChampion(db: Reader): Promise<QueueItem[]> {
  const rows = await db.query
    .selectFrom('opportunity')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .innerJoin('account', 'account.id', 'opportunity.owner_id')
    .where('opportunity.state', 'in', ['published', 'paused'])
    .where('account.state', '<>', 'active')
    .select(['opportunity.id', 'opportunity.title', 'organisation.name', 'opportunity.state_since'])
    .orderBy('opportunity.state_since')
    .limit(LIMIT)
    .execute()
  return rows.map((row) => ({
    kind: 'no-champion',
    id: row.id,
    what: row.title,
    about: row.name,
    turn: '18+ team',
    since: row.state_since,
    dueOn: null,
  }))
}

const matchesIn = (db: Reader, viewerId: AccountId, states: readonly MatchState[]) =>
  db.query
    .selectFrom('match')
    .innerJoin('opportunity', 'opportunity.id', 'match.opportunity_id')
    .innerJoin('care_leaver', 'care_leaver.id', 'match.care_leaver_id')
    .where('match.state', 'in', states)
    .where('match.care_leaver_id', 'not in', hiddenFrom(viewerId))
    .select([
      'match.id',
      'match.state_since',
      'match.hold_until',
      'opportunity.title',
      'care_leaver.preferred_name',
    ])

async function listPledges(db: Reader): Promise<QueueItem[]> {
  const rows = await db.query
    .selectFrom('pledge')
    .innerJoin('organisation', 'organisation.id', 'pledge.organisation_id')
    .where('pledge.state', '=', 'intent')
    .select(['pledge.id', 'pledge.what', 'organisation.name', 'pledge.created_at'])
    .orderBy('pledge.created_at')
    .limit(LIMIT)
    .execute()
  return rows.map((row) => ({
    kind: 'pledge',
    id: row.id,
    what: row.what,
    about: row.name,
    turn: '18+ team',
    since: row.created_at,
    dueOn: null,
  }))
}
