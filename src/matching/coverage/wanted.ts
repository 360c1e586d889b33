import { OPPORTUNITY_KINDS, type OpportunityKind } from '../../domain/opportunity'
import type { Candidate } from '../candidate'
import { maskOf } from '../decision'
import { GOAL_TABLE } from '../goal-table'
import { unwantedKinds } from '../rules/do-not-suggest'

const EVERY_KIND = maskOf(OPPORTUNITY_KINDS, OPPORTUNITY_KINDS)

/** A kind as the one bit that masks of kinds have for it. */
export const kindBit = (kind: OpportunityKind): number => maskOf(OPPORTUNITY_KINDS, [kind])

/**
 * The kinds that are a step towards what somebody said they want, by the table of goals, as bits; without those they
 * asked not to hear of. 0 for somebody who named no goal.
 */
export function statedKinds(person: Candidate): number {
  const goals = person.profile.goals?.goals ?? []
  const kinds = goals.reduce((mask, goal) => mask | maskOf(OPPORTUNITY_KINDS, GOAL_TABLE[goal].kinds), 0)
  return kinds & ~unwantedKinds(person)
}

/** The kinds that can fit somebody: those they stated, or every kind they did not refuse. */
export function fittingKinds(person: Candidate): number {
  return statedKinds(person) || EVERY_KIND & ~unwantedKinds(person)
}

/** Whether somebody said yes to being suggested and waits for something. */
export function isConsideredAndWaiting({ consideration, waitingSince }: Candidate): boolean {
  return consideration === 'yes' && waitingSince !== null
}
