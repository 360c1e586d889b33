import { sql } from 'kysely'
import type { Day } from '../../src/domain/dates'
import type { CheckTurn } from '../../src/domain/check-task'
import type { AccountId, CareLeaverId } from '../../src/domain/ids'
import { canShareAgain, INTRODUCED_STATES, sharingOf } from '../../src/domain/match'
import type { PlaceAndStart } from '../../src/domain/opportunity'
import { overdueReviews } from '../../src/domain/rule-set/rule-set'
import type { Reader } from '../database'
import { hiddenFrom } from './blocked'
import { findOpenRuleSet, readRuleSet } from './rule-sets'
import { placeAndStartIn, toPlaceAndStart } from './place-and-start'
import { HAS_LIVE_SHARE, IS_OWNER_BLOCKED } from './matches'

/** Whose turn it is, in the words of the queue. */
export type Turn = '18+ team' | 'young person' | 'adviser' | 'champion'

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
    | 'round'
    | 'rule-set'
    | 'rule-review'
    | 'check'
    | 'unmatched'
  id: string
  what: string
  about: string
  /** Of which offer it is, where it is of one: what tells it from others of its title. */
  offer?: PlaceAndStart & { organisationName: string }
  turn: Turn
  /** Since when it has waited: an instant or a day. */
  since: string
  /** When it is late; null when nothing was promised. */
  dueOn: Day | null
  week?: number
  /** About whom, where its page is of the person and the offer. */
  personId?: CareLeaverId
}

const LIMIT = 500

/** A row with the offer it is of, made from what was selected of that. */
function withOffer<T extends { placeAndStart: string | null; organisationName: string }>(row: T) {
  const { placeAndStart, organisationName, ...rest } = row
  return { ...rest, offer: { organisationName, ...toPlaceAndStart(placeAndStart) } }
}

/** All that is waiting, on whom and since when. Late things come first; the page says how late. */
export async function listQueue(db: Reader, viewerId: AccountId, today: Day): Promise<QueueItem[]> {
  const lists = await Promise.all([
    listReviews(db),
    listInterests(db, viewerId),
    listOutcomes(db, viewerId),
    listProposals(db, viewerId),
    listIntroductions(db, viewerId),
    listPlacementsToEnd(db, viewerId),
    listWithoutChampion(db),
    listPledges(db),
    listOpenRounds(db),
    listRulesToLookAt(db, viewerId, today),
    listChecks(db, viewerId),
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
      sql<string | null>`opportunity_revision.content ->> 'title'`.as('what'),
      'organisation.name as organisationName',
      placeAndStartIn('opportunity_revision.content').as('placeAndStart'),
      'opportunity_revision.submitted_at as since',
    ])
    .orderBy('opportunity_revision.submitted_at')
    .limit(LIMIT)
    .execute()
  return rows.map(({ what, since, ...row }) => ({
    ...withOffer(row),
    about: row.organisationName,
    kind: 'review',
    what: what ?? '',
    turn: '18+ team',
    since: since ?? '',
    dueOn: null,
  }))
}

/** Rounds for which a rule is to be chosen, or whose suggestions are to be decided on. */
async function listOpenRounds(db: Reader): Promise<QueueItem[]> {
  const rows = await db.query
    .selectFrom('round')
    .leftJoin('round_suggestion', (join) =>
      join.onRef('round_suggestion.round_id', '=', 'round.id').on('round_suggestion.state', '=', 'waiting'),
    )
    .where('round.state', 'in', ['computed', 'chosen'])
    .groupBy('round.id')
    .select(({ fn }) => [
      'round.id',
      'round.state',
      'round.day',
      'round.computed_at as since',
      fn.count<number>('round_suggestion.id').as('waiting'),
    ])
    .execute()
  return rows.map(({ id, state, day, since, waiting }) => ({
    id,
    kind: 'round',
    what: state === 'computed' ? 'choose a rule' : waiting === 0 ? 'close it' : `${waiting} to decide on`,
    about: day,
    turn: '18+ team',
    since: since ?? day,
    dueOn: null,
  }))
}

const CHECK_TURN: Record<CheckTurn, Turn> = {
  team: '18+ team',
  adviser: 'adviser',
  'young-person': 'young person',
  champion: 'champion',
}

/** Checks that were asked for and wait: of the offer alone where a champion is asked. */
async function listChecks(db: Reader, viewerId: AccountId): Promise<QueueItem[]> {
  const rows = await db.query
    .selectFrom('check_task')
    .innerJoin('opportunity', 'opportunity.id', 'check_task.opportunity_id')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .leftJoin('care_leaver', 'care_leaver.id', 'check_task.care_leaver_id')
    .where('check_task.state', '=', 'open')
    .where('opportunity.state', '=', 'published')
    .where((where) =>
      where.or([
        where('check_task.care_leaver_id', 'is', null),
        where('check_task.care_leaver_id', 'not in', hiddenFrom(viewerId)),
      ]),
    )
    .select([
      'check_task.opportunity_id as id',
      'check_task.care_leaver_id as personId',
      'check_task.turn',
      'check_task.asked_at as since',
      'opportunity.title as what',
      'organisation.name as organisationName',
      placeAndStartIn('opportunity.content').as('placeAndStart'),
      'care_leaver.preferred_name as name',
    ])
    .orderBy('check_task.asked_at')
    .limit(LIMIT)
    .execute()
  return rows.map(({ id, personId, turn, since, what, name, ...row }) => ({
    ...withOffer(row),
    kind: 'check',
    id,
    ...(personId ? { personId } : {}),
    what: what ?? '',
    about: name ?? row.organisationName,
    turn: CHECK_TURN[turn],
    since,
    dueOn: null,
  }))
}

/** A change of the rules that waits for somebody other than whoever prepared it, and rules whose review is overdue. */
async function listRulesToLookAt(db: Reader, viewerId: AccountId, today: Day): Promise<QueueItem[]> {
  const [ruleSet, open] = await Promise.all([readRuleSet(db), findOpenRuleSet(db)])
  const late = overdueReviews(ruleSet, today)
  const review = { kind: 'rule-review', turn: '18+ team', about: '18+ team' } as const
  return [
    ...(open?.state === 'submitted' && open.draftedBy !== viewerId
      ? [
          {
            kind: 'rule-set' as const,
            id: open.id,
            what: open.reason,
            about: open.draftedByName,
            turn: '18+ team' as const,
            since: open.createdAt,
            dueOn: null,
          },
        ]
      : []),
    ...late.map((id) => {
      const { title, reviewOn } = ruleSet.sources[id]
      return { ...review, id, what: title, since: reviewOn, dueOn: reviewOn }
    }),
  ]
}

async function listInterests(db: Reader, viewerId: AccountId): Promise<QueueItem[]> {
  const rows = await db.query
    .selectFrom('interest')
    .innerJoin('opportunity', 'opportunity.id', 'interest.opportunity_id')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .innerJoin('care_leaver', 'care_leaver.id', 'interest.care_leaver_id')
    .where('interest.state', '=', 'open')
    .where('interest.care_leaver_id', 'not in', hiddenFrom(viewerId))
    .select([
      'interest.id',
      'opportunity.title as what',
      'organisation.name as organisationName',
      placeAndStartIn('opportunity.content').as('placeAndStart'),
      'care_leaver.preferred_name as about',
      'interest.created_at as since',
      'interest.answer_due_on as dueOn',
    ])
    .orderBy('interest.answer_due_on')
    .limit(LIMIT)
    .execute()
  return rows.map((row) => ({ ...withOffer(row), kind: 'interest', turn: '18+ team' }))
}

/** Matches of people who are not hidden from whoever looks, with what every line about a match shows. */
const matchesFor = (db: Reader, viewerId: AccountId) =>
  db.query
    .selectFrom('match')
    .innerJoin('opportunity', 'opportunity.id', 'match.opportunity_id')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .innerJoin('care_leaver', 'care_leaver.id', 'match.care_leaver_id')
    .where('match.care_leaver_id', 'not in', hiddenFrom(viewerId))
    .select([
      'match.id',
      'match.state_since as since',
      'opportunity.title as what',
      'organisation.name as organisationName',
      placeAndStartIn('opportunity.content').as('placeAndStart'),
      'care_leaver.preferred_name as about',
    ])
    .limit(LIMIT)

async function listOutcomes(db: Reader, viewerId: AccountId): Promise<QueueItem[]> {
  const rows = await matchesFor(db, viewerId)
    .innerJoin('outcome_check', 'outcome_check.match_id', 'match.id')
    .where('outcome_check.state', '=', 'due')
    .select(['outcome_check.week', 'outcome_check.due_on as dueOn'])
    .orderBy('outcome_check.due_on')
    .execute()
  return rows.map((row) => ({ ...withOffer(row), kind: 'outcome', turn: '18+ team', since: row.dueOn }))
}

async function listProposals(db: Reader, viewerId: AccountId): Promise<QueueItem[]> {
  const rows = await matchesFor(db, viewerId)
    .where('match.state', '=', 'proposed')
    .select('match.hold_until as dueOn')
    .orderBy('match.hold_until')
    .execute()
  return rows.map((row) => ({ ...withOffer(row), kind: 'proposal', turn: 'young person' }))
}

/**
 * After a yes: with the champion while something is shared; with the young person when it has ended; with the team when
 * nobody looks after the offer, or somebody who is not to be told.
 */
async function listIntroductions(db: Reader, viewerId: AccountId): Promise<QueueItem[]> {
  const rows = await matchesFor(db, viewerId)
    .where('match.state', 'in', INTRODUCED_STATES)
    .innerJoin('account as owner', 'owner.id', 'opportunity.owner_id')
    .select([
      'match.state',
      'owner.state as ownerState',
      HAS_LIVE_SHARE.as('hasLiveShare'),
      IS_OWNER_BLOCKED.as('isOwnerBlocked'),
    ])
    .where((where) => where.or([where('match.state', '<>', 'started'), where(HAS_LIVE_SHARE, '=', 0)]))
    .orderBy('match.state_since')
    .execute()
  return rows.map(({ state, ownerState, hasLiveShare, isOwnerBlocked, ...row }) => {
    const sharing = sharingOf({
      state,
      hasLiveShare: hasLiveShare === 1,
      isOwnerBlocked: isOwnerBlocked === 1,
      isOwnerActive: ownerState === 'active',
      // Whose turn it is does not depend on whether the champion is the one of before.
      isSameReceiver: true,
    })
    const turn = canShareAgain({ sharing }) ? 'young person' : '18+ team'
    return sharing === 'live'
      ? { ...withOffer(row), kind: 'introduction', turn: 'champion', dueOn: null }
      : { ...withOffer(row), kind: 'share', turn, dueOn: null }
  })
}

/** Placements whose checks are all answered and that nobody has ended: somebody has to say how it stands. */
async function listPlacementsToEnd(db: Reader, viewerId: AccountId): Promise<QueueItem[]> {
  const rows = await matchesFor(db, viewerId)
    .where('match.state', '=', 'started')
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
    .execute()
  return rows.map((row) => ({ ...withOffer(row), kind: 'placement', turn: '18+ team', dueOn: null }))
}

/** Live offers whose champion cannot sign in: a manager hands them over. */
async function listWithoutChampion(db: Reader): Promise<QueueItem[]> {
  const rows = await db.query
    .selectFrom('opportunity')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .innerJoin('account', 'account.id', 'opportunity.owner_id')
    .where('opportunity.state', 'in', ['published', 'paused'])
    .where('account.state', '<>', 'active')
    .select([
      'opportunity.id',
      'opportunity.title as what',
      'organisation.name as organisationName',
      placeAndStartIn('opportunity.content').as('placeAndStart'),
      'opportunity.state_since as since',
    ])
    .orderBy('opportunity.state_since')
    .limit(LIMIT)
    .execute()
  return rows.map((row) => ({
    ...withOffer(row),
    about: row.organisationName,
    kind: 'no-champion',
    turn: '18+ team',
    dueOn: null,
  }))
}

async function listPledges(db: Reader): Promise<QueueItem[]> {
  const rows = await db.query
    .selectFrom('pledge')
    .innerJoin('organisation', 'organisation.id', 'pledge.organisation_id')
    .where('pledge.state', '=', 'intent')
    .select(['pledge.id', 'pledge.what', 'organisation.name as about', 'pledge.created_at as since'])
    .orderBy('pledge.created_at')
    .limit(LIMIT)
    .execute()
  return rows.map((row) => ({ ...row, kind: 'pledge', turn: '18+ team', dueOn: null }))
}
