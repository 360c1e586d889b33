import { addDays, daysBetween } from '../../../src/domain/dates'
import {
  DECLINE_CODES,
  type MatchAction,
  type MatchState,
  nextMatchState,
  OUTCOME_WEEKS,
} from '../../../src/domain/match'
import type { Step } from './history'
import {
  DECLINE_WORDS,
  NOT_STARTED,
  PROVIDER_WORDS,
  REASONS,
  SUPERSEDED_WORDS,
  WITHDRAWN_WORDS,
} from './words'
import type { World } from './world'

/** Who does what in a match. */
export type Players = { broker: string; youngPerson: string; poster: string }

/** What happened in a match, in order, and the days that come of it. */
export type MatchLife = {
  steps: Step[]
  startedOn: string | null
  endedOn: string | null
  declineCode: string | null
  declineWords: string
  /** The last of the weeks at which somebody asked, when it ended early. */
  endedAtWeek: number | null
}

const AFTER_YES = ['accept', 'introduce'] as const

/** The actions that lead to a state; a few take the short way. */
function actionsTo(world: World, state: MatchState): readonly MatchAction[] {
  const { chance } = world
  const toOffer: MatchAction[] = [
    ...AFTER_YES,
    ...(chance.happens(0.7) ? (['interview'] as const) : []),
    'offer',
  ]
  const afterSome = (last: MatchAction): MatchAction[] =>
    chance.happens(0.4) ? [...AFTER_YES, last] : [last]
  const ways: Record<MatchState, readonly MatchAction[]> = {
    suggested: [],
    proposed: [],
    accepted: ['accept'],
    introduced: AFTER_YES,
    interview: [...AFTER_YES, 'interview'],
    offered: toOffer,
    started: [...toOffer, 'start'],
    completed: [...toOffer, 'start', 'complete'],
    'did-not-start': [...toOffer, 'not-start'],
    'ended-early': [...toOffer, 'start', 'end-early'],
    'declined-by-young-person': ['decline'],
    'declined-by-provider': [...AFTER_YES, 'provider-decline'],
    withdrawn: afterSome('withdraw'),
    expired: ['expire'],
    superseded: afterSome('supersede'),
  }
  return ways[state]
}

/** Days from one action to the next, at least and at most. */
const GAPS: Partial<Record<MatchAction, readonly [number, number]>> = {
  accept: [0, 4],
  introduce: [0, 0],
  interview: [2, 6],
  offer: [1, 5],
  start: [3, 9],
  'not-start': [3, 9],
  decline: [1, 5],
  withdraw: [1, 6],
  supersede: [1, 6],
  'provider-decline': [2, 6],
}

const CHECK_DAYS = 7
const LAST_WEEK = 26

/** Tells a match from its proposal to its state. */
export function tellMatch(
  world: World,
  { state, daysAgo, players }: { state: MatchState; daysAgo: number; players: Players },
): MatchLife {
  const { chance, calendar } = world
  const life: MatchLife = {
    steps: [],
    startedOn: null,
    endedOn: null,
    declineCode: null,
    declineWords: '',
    endedAtWeek: null,
  }
  let left = daysAgo
  let from: MatchState = state === 'suggested' ? 'suggested' : 'proposed'
  let at = calendar.moment(left)
  const first = state === 'suggested' ? 'match.suggest' : 'match.propose'
  life.steps.push({ at, by: players.broker, action: first, to: from, words: chance.pick(REASONS) })
  for (const action of actionsTo(world, state)) {
    left = nextDay(world, life, action, left)
    const moment = action === 'expire' ? calendar.night(left) : calendar.moment(left)
    at = action === 'introduce' || moment < at ? at : moment
    const to = nextMatchState(from, action)
    if (!to) throw new Error(`A match cannot ${action} from ${from}`)
    life.steps.push({
      at,
      by: actorOf(action, players),
      action: `match.${action}`,
      from,
      to,
      ...detailsOf(world, life, action),
    })
    if (action === 'start') life.startedOn = at.slice(0, 10)
    if (action === 'complete' || action === 'end-early') life.endedOn = at.slice(0, 10)
    from = to
  }
  return life
}

function nextDay(world: World, life: MatchLife, action: MatchAction, left: number): number {
  const { chance, calendar } = world
  if (action === 'expire') return Math.max(0, left - 8)
  const started = daysBetween(life.startedOn ?? calendar.today, calendar.today)
  if (action === 'complete') return Math.max(0, started - LAST_WEEK * CHECK_DAYS - chance.between(0, 4))
  if (action === 'end-early') {
    const weeks = OUTCOME_WEEKS.filter((week) => week < LAST_WEEK && week * CHECK_DAYS + 5 < started)
    life.endedAtWeek = weeks.length > 0 ? chance.pick(weeks) : 1
    return Math.max(0, started - life.endedAtWeek * CHECK_DAYS - chance.between(0, 4))
  }
  const [least, most] = GAPS[action] ?? [0, 0]
  return Math.max(0, left - chance.between(least, most))
}

function actorOf(action: MatchAction, { broker, youngPerson, poster }: Players): string {
  if (action === 'expire') return 'system'
  if (action === 'accept' || action === 'introduce' || action === 'decline') return youngPerson
  return action === 'interview' || action === 'offer' || action === 'start' || action === 'not-start'
    ? poster
    : broker
}

function detailsOf({ chance }: World, life: MatchLife, action: MatchAction): Pick<Step, 'code' | 'words'> {
  if (action === 'decline') {
    const code = chance.pick(DECLINE_CODES)
    life.declineCode = code
    life.declineWords = chance.happens(0.6) ? DECLINE_WORDS[code] : ''
    return { code }
  }
  if (action === 'not-start') {
    life.declineCode = chance.weighted(NOT_STARTED)
    return { code: life.declineCode }
  }
  if (action === 'withdraw') return { words: chance.pick(WITHDRAWN_WORDS) }
  if (action === 'provider-decline') return { words: chance.pick(PROVIDER_WORDS) }
  return action === 'supersede' ? { words: chance.pick(SUPERSEDED_WORDS) } : {}
}

/** The last day a proposal holds its place. */
export function holdUntil({ chance, calendar }: World, state: MatchState, proposedAt: string): string | null {
  if (state === 'suggested') return null
  if (state === 'proposed') return calendar.day(-chance.between(1, 9))
  return addDays(proposedAt.slice(0, 10), 7)
}
