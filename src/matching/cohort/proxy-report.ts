import type { Day } from '../../domain/dates'
import type { RuleSet } from '../../domain/rule-set/rule-set'
import type { Opening } from '../candidate'
import { type Grouping, GROUPINGS, type Member } from './cohort'
import { countGroups } from './fairness'
import { peopleFirstInLists } from './compare-rule-sets'

/** What has come of somebody's matches: a place that has started outweighs an offer that was made. */
export type Came = 'offered' | 'placed'

/** People of one group, how many of them each step reached. Each step counts people of the first. */
export type GroupRates = {
  group: string
  people: number
  waiting: number
  /** Among the first of any live offer's list; null where there are too many pairs to look at. */
  suggested: number | null
  offered: number
  placed: number
}

export type ProxyReport = Record<Grouping, GroupRates[]>

type Looked = {
  /** Everybody who may be suggested. */
  members: readonly Member[]
  openings: readonly Opening[]
  day: Day
  /** By the number of the member; undefined where nothing was offered. */
  came: readonly (Came | undefined)[]
  ruleSet: RuleSet
  /** So many pairs can be looked at here. */
  pairsMax: number
}

/**
 * How far people of each group get, so that somebody notices when a factor that looks harmless stands for something it
 * may not see. Only what the service itself has of people for its work; equality answers are unlinked and stay so.
 */
export function proxyReport({ members, openings, day, came, ruleSet, pairsMax }: Looked): ProxyReport {
  const isWaiting = members.map(({ candidate }) => candidate.waitingSince !== null)
  const suggested = suggestedAmong(
    members.filter((_, person) => isWaiting[person]),
    { openings, day, ruleSet, pairsMax },
  )
  const count = (isReached: (person: number) => boolean) =>
    countGroups(
      members,
      members.map((_, person) => (isReached(person) ? 0 : -1)),
      day,
    )
  const steps = {
    waiting: count((person) => isWaiting[person] === true),
    suggested: suggested && count((person) => suggested.has(members[person]!)),
    offered: count((person) => came[person] !== undefined),
    placed: count((person) => came[person] === 'placed'),
  }
  const ratesOf = (grouping: Grouping): GroupRates[] =>
    steps.waiting[grouping].map(({ group, people, placed: waiting }, index) => ({
      group,
      people,
      waiting,
      suggested: steps.suggested?.[grouping][index]?.placed ?? null,
      offered: steps.offered[grouping][index]?.placed ?? 0,
      placed: steps.placed[grouping][index]?.placed ?? 0,
    }))
  return Object.fromEntries(GROUPINGS.map((grouping) => [grouping, ratesOf(grouping)])) as ProxyReport
}

function suggestedAmong(
  waiting: readonly Member[],
  { openings, day, ruleSet, pairsMax }: Pick<Looked, 'openings' | 'day' | 'ruleSet' | 'pairsMax'>,
): Set<Member> | null {
  if (waiting.length * openings.length > pairsMax) return null
  const first = peopleFirstInLists({ members: waiting, openings, day }, ruleSet)
  return new Set([...first].map((person) => waiting[person]!))
}
