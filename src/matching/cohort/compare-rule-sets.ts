import type { Day } from '../../domain/dates'
import type { RuleSet } from '../../domain/rule-set/rule-set'
import type { Opening } from '../candidate'
import type { GroupCount, Grouping, Member } from './cohort'
import { countGroups } from './fairness'
import { byOpening, fitOf, listPairs, type Pairs, type PairsByOpening } from '../columns/pairs'
import type { Answer } from '../rule'
import { compareWaiting } from '../turn'

/** The answers of a pair by the number they have in pairs, and the one that pairs leave out. */
const ANSWERS: readonly Answer[] = ['eligible', 'not-enough-information', 'needs-check', 'not-eligible']
const NOT_ELIGIBLE = 3

/** So many stand first in the list of an offer: as far as a broker looks before anything else. */
const FIRST_IN_LIST = 10

/** What becomes of pairs: from one answer to another, and how many. */
export type Move = { from: Answer; to: Answer; pairs: number }

export type RuleSetComparison = {
  moves: Move[]
  /** People by number, with the offers they may be suggested for now and could not before, or the other way round. */
  gaining: { person: number; offers: number }[]
  losing: { person: number; offers: number }[]
  /** Offers whose first ten change, of all that have anybody. */
  listsChanged: number
  lists: number
  /** How many people stand among the first ten of any offer, by group, before and after. */
  suggested: Record<'before' | 'after', Record<Grouping, GroupCount[]>>
}

/**
 * What another rule set would change for these people and offers on this day: who could be suggested for more and for
 * less, which answers move, and who stands first.
 */
export function compareRuleSets(
  { members, openings, day }: { members: readonly Member[]; openings: readonly Opening[]; day: Day },
  before: RuleSet,
  after: RuleSet,
): RuleSetComparison {
  const people = members.map(({ candidate }) => candidate)
  const [was, is] = [before, after].map((ruleSet) =>
    listPairs(people, openings, { today: day, ruleSet }),
  ) as [Pairs, Pairs]
  const counts = new Int32Array(16)
  const gaining: RuleSetComparison['gaining'] = []
  const losing: RuleSetComparison['losing'] = []
  const [old, now] = [new Uint8Array(openings.length), new Uint8Array(openings.length)]
  people.forEach((_, person) => {
    answersInto(old, was, person)
    answersInto(now, is, person)
    let [gained, lost] = [0, 0]
    for (let opening = 0; opening < openings.length; opening += 1) {
      const [from, to] = [old[opening]!, now[opening]!]
      if (from === to) continue
      counts[4 * from + to]! += 1
      if (from === NOT_ELIGIBLE) gained += 1
      if (to === NOT_ELIGIBLE) lost += 1
    }
    if (gained > 0) gaining.push({ person, offers: gained })
    if (lost > 0) losing.push({ person, offers: lost })
  })
  const [firstBefore, firstAfter] = [was, is].map((pairs) =>
    firstOfLists(pairs, members, openings.length),
  ) as [number[][], number[][]]
  return {
    moves: movesOf(counts),
    gaining: byOffers(gaining),
    losing: byOffers(losing),
    listsChanged: firstBefore.filter((first, opening) => first.join() !== firstAfter[opening]!.join()).length,
    lists: firstBefore.filter((first, opening) => first.length + firstAfter[opening]!.length > 0).length,
    suggested: {
      before: countSuggested(members, firstBefore, day),
      after: countSuggested(members, firstAfter, day),
    },
  }
}

/** The numbers of the people who stand among the first ten of any offer. */
export function peopleFirstInLists(
  { members, openings, day }: { members: readonly Member[]; openings: readonly Opening[]; day: Day },
  ruleSet: RuleSet,
): Set<number> {
  const people = members.map(({ candidate }) => candidate)
  const pairs = listPairs(people, openings, { today: day, ruleSet })
  return new Set(firstOfLists(pairs, members, openings.length).flat())
}

const byOffers = (list: { person: number; offers: number }[]) =>
  list.sort((one, other) => other.offers - one.offers || one.person - other.person)

/** The answer of one person for each opening. */
function answersInto(answers: Uint8Array, pairs: Pairs, person: number): void {
  answers.fill(NOT_ELIGIBLE)
  const { from, to } = pairs.of(person)
  for (let pair = from; pair < to; pair += 1) answers[pairs.to[pair]!] = pairs.answer[pair]!
}

const movesOf = (counts: Int32Array): Move[] =>
  ANSWERS.flatMap((from, row) =>
    ANSWERS.flatMap((to, column) => {
      const pairs = counts[4 * row + column]!
      return pairs === 0 ? [] : [{ from, to, pairs }]
    }),
  )

/** The people who stand first in the list of each opening, in its order: answer, fit, wait. */
function firstOfLists(pairs: Pairs, members: readonly Member[], openings: number): number[][] {
  const turned = byOpening(pairs, openings)
  return Array.from({ length: openings }, (_, opening) => firstOf(turned, members, opening))
}

function firstOf(pairs: PairsByOpening, members: readonly Member[], opening: number): number[] {
  const { start, from, hundredths, answer } = pairs
  const places = Array.from(
    { length: start[opening + 1]! - start[opening]! },
    (_, offset) => start[opening]! + offset,
  )
  const waiting = (pair: number) => members[from[pair]!]!.candidate.waitingSince
  return places
    .sort(
      (one, other) =>
        answer[one]! - answer[other]! ||
        fitOf(hundredths[other]!) - fitOf(hundredths[one]!) ||
        compareWaiting(waiting(one), waiting(other)) ||
        from[one]! - from[other]!,
    )
    .slice(0, FIRST_IN_LIST)
    .map((pair) => from[pair]!)
}

/** Somebody who stands first anywhere counts as one who has a place does in a round. */
function countSuggested(members: readonly Member[], first: readonly number[][], day: Day) {
  const suggested = new Set(first.flat())
  return countGroups(
    members,
    members.map((_, person) => (suggested.has(person) ? 0 : -1)),
    day,
  )
}
