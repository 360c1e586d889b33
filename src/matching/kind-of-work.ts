import { JOB_KINDS } from '../domain/opportunity'
import type { MatchingContext, Opening } from './candidate'

/**
 * What an opening is in the eyes of the law on permission to work.
 *
 * - `paid`: needs permission to work.
 * - `unpaid`: unpaid work for a business, which can count as employment, so it is looked at by a person.
 * - `open`: unpaid, for a charity or public body: open to everyone, at any stage of an asylum claim, where the rule
 *   set says so.
 * - `not-work`: learning, meeting, advice, a discount: no permission comes into it.
 */
export type KindOfWork = 'paid' | 'unpaid' | 'open' | 'not-work'

/** Sorts an opening by what it needs. Being paid or ticked "needs a right to work" outranks its kind. */
export function kindOfWork(opening: Opening, { ruleSet }: MatchingContext): KindOfWork {
  if (JOB_KINDS.includes(opening.kind) || opening.pay === 'wage' || opening.needsRightToWork) return 'paid'
  if (opening.kind !== 'volunteering' && opening.kind !== 'work-experience') return 'not-work'
  const isOpen = opening.isCharityOrPublicBody && ruleSet.parameters['charity-work-is-open'] === 1
  return isOpen ? 'open' : 'unpaid'
}

/** Whether somebody's permission to work has to be looked at before this opening. */
export function needsPermission(work: KindOfWork): boolean {
  return work === 'paid' || work === 'unpaid'
}
