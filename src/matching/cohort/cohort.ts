import type { Day } from '../../domain/dates'
import type { EetStanding } from '../../domain/round'
import type { RuleSet } from '../../domain/rule-set/rule-set'
import type { AllocationRule, Round } from '../allocate/round'
import type { Certificate } from '../allocate/certificate'
import type { Candidate, Opening } from '../candidate'

/** Somebody who takes part in a round, and what the published bands and the tables of fairness ask about them. */
export type Member = { candidate: Candidate; eet: EetStanding }

/** Everything a round is worked out from: plain, so that it can be handed to another thread. */
export type Cohort = {
  day: Day
  /** What the pairs are decided and scored by. */
  ruleSet: RuleSet
  /** In the order of their lottery numbers. */
  members: readonly Member[]
  /** In the order of their ids, with the places nobody holds. */
  openings: readonly Opening[]
  places: readonly number[]
  /** What people ranked themselves, by their number and the opening's. */
  ranks: readonly { person: number; opening: number; rank: number }[]
  /** Whether pairs that need a check or an answer count as well as the eligible. */
  takesUnclear: boolean
}

/** What is compared between groups of people. */
export const GROUPINGS = ['statutory-category', 'age-band', 'district', 'eet'] as const
export type Grouping = (typeof GROUPINGS)[number]

export type GroupCount = { group: string; people: number; placed: number }

/** What is said of one rule's allocation. Counts only: nothing in it is about one person. */
export type RuleReport = {
  rule: AllocationRule
  people: number
  placed: number
  totalFit: number
  worstFit: number | null
  byBand: { band: number; people: number; placed: number }[]
  groups: Record<Grouping, GroupCount[]>
  /** People who would rather have a place that somebody of a later band has. */
  envyOfLowerBand: number
  unusedUsablePlaces: number
  /** How many more some other allocation places. */
  couldBePlaced: number
  /** For each full opening, by number: the lowest fit among the latest band placed there. */
  cutOffs: [opening: number, fit: number][]
  certificates: Certificate[]
  /** How many of each band have a fit in each tenth of the scale, 1 to 100 first. */
  spread: { band: number; counts: number[] }[]
  /** People whose place differs from the one they get band by band. */
  changes: number
}

/** @param placements the opening's number for each person's number; -1 where they have no place */
export type RuleResult = { rule: AllocationRule; placements: number[]; report: RuleReport }

export type PlacedCohort = { round: Round; results: RuleResult[] }
