import type { Day } from '../domain/dates'
import type { CareLeaverId, MentorId, OpportunityId } from '../domain/ids'
import type { Candidate, MatchingContext, Opening } from './candidate'
import { compareText, compareWaiting } from './turn'
import { type Eligibility, assess, compareAnswers } from './eligibility'
import { withoutPermission } from './permission'
import type { Mentor } from '../domain/mentor'
import { toMentorOpening } from './mentor-opening'
import { ALL_RULES, RULES } from './rules/index'
import { consideration, mayBeListed } from './rules/consideration'
import { type Score, scorePair } from './score'

export type ShortlistRow<Id> = { id: Id; eligibility: Eligibility; score: Score }

export type Shortlist<Id> = {
  /** The best first, no more than the limit. */
  rows: ShortlistRow<Id>[]
  /** How many there are, before the limit. */
  count: number
  /** How many were left out, each counted once, under the first rule that left them out. */
  leftOut: { ruleId: string; count: number }[]
}

export type ShortlistOptions = { limit?: number }

type Pair<Id> = { id: Id; candidate: Candidate; opening: Opening }
type Ranked<Id> = ShortlistRow<Id> & { waitingSince: Day | null }

/** The rule by which a pair is left out; undefined when it is not. */
type Withhold = (candidate: Candidate, eligibility: Eligibility) => string | undefined

/** By answer, then by fit, then by waiting, then by id: no two rows are equal, so input order changes nothing. */
function compareRanked(one: Ranked<string>, other: Ranked<string>): number {
  return (
    compareAnswers(other.eligibility.answer, one.eligibility.answer) ||
    other.score.total - one.score.total ||
    compareWaiting(one.waitingSince, other.waitingSince) ||
    compareText(one.id, other.id)
  )
}

/** The first rule that says no. */
function refusingRule(_candidate: Candidate, { answer, verdicts }: Eligibility): string | undefined {
  if (answer !== 'not-eligible') return undefined
  return verdicts.find(({ verdict }) => verdict.answer === 'not-eligible')?.ruleId
}

function withholdingRule(candidate: Candidate, eligibility: Eligibility): string | undefined {
  return mayBeListed(candidate.consideration) ? refusingRule(candidate, eligibility) : consideration.id
}

function countByRule(ruleIds: readonly string[]): { ruleId: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const ruleId of ruleIds) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  return ALL_RULES.flatMap(({ id }) => {
    const count = counts.get(id)
    return count === undefined ? [] : [{ ruleId: id, count }]
  })
}

function rank<Id extends string>(
  pairs: readonly Pair<Id>[],
  context: MatchingContext,
  withhold: Withhold,
  { limit = pairs.length }: ShortlistOptions,
  rules: typeof RULES = RULES,
): Shortlist<Id> {
  const leftOutBy: string[] = []
  const ranked: Ranked<Id>[] = []
  for (const { id, candidate, opening } of pairs) {
    const eligibility = assess(candidate, opening, context, rules)
    const ruleId = withhold(candidate, eligibility)
    if (ruleId !== undefined) leftOutBy.push(ruleId)
    else {
      const score = scorePair(candidate, opening, context)
      ranked.push({ id, eligibility, score, waitingSince: candidate.waitingSince })
    }
  }
  const shown = ranked.sort(compareRanked).slice(0, limit)
  return {
    rows: shown.map(({ id, eligibility, score }) => ({ id, eligibility, score })),
    count: ranked.length,
    leftOut: countByRule(leftOutBy),
  }
}

/** People for one opening, as a broker may see them: no row says more of a permission to work than it must. */
export function shortlistPeople(
  candidates: readonly Candidate[],
  opening: Opening,
  context: MatchingContext,
  options: ShortlistOptions = {},
): Shortlist<CareLeaverId> {
  const pairs = candidates.map((candidate) => ({ id: candidate.id, candidate, opening }))
  const shortlist = rank(pairs, context, withholdingRule, options)
  const rows = shortlist.rows.map((row) => ({ ...row, eligibility: withoutPermission(row.eligibility) }))
  return { ...shortlist, rows }
}

/** Openings for one person, for their own page and their adviser's. */
export function shortlistOpenings(
  candidate: Candidate,
  openings: readonly Opening[],
  context: MatchingContext,
  options: ShortlistOptions = {},
): Shortlist<OpportunityId> {
  const pairs = openings.map((opening) => ({ id: opening.id, candidate, opening }))
  return rank(pairs, context, refusingRule, options)
}

/**
 * Mentors and befrienders for somebody who asked for one, as a coordinator may see it. Asking is a yes to being
 * considered for it; whoever they said no to is asked about, like an offer.
 */
export function shortlistMentors(
  candidate: Candidate,
  mentors: readonly Mentor[],
  context: MatchingContext,
  options: ShortlistOptions = {},
): Shortlist<MentorId> {
  const asking: Candidate = { ...candidate, consideration: 'yes' }
  const pairs = mentors.map((mentor) => ({
    id: mentor.id,
    candidate: asking,
    opening: toMentorOpening(mentor, asking),
  }))
  const shortlist = rank(pairs, context, refusingRule, options, ALL_RULES)
  const rows = shortlist.rows.map((row) => ({ ...row, eligibility: withoutPermission(row.eligibility) }))
  return { ...shortlist, rows }
}
