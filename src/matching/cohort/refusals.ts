import type { Candidate, MatchingContext, Opening } from '../candidate'
import { assess } from '../eligibility'
import { RULES } from '../rules/index'

/** How many openings a rule says no to for somebody, and to how many it is the only one that does. */
export type Refusals = { ruleId: string; count: number; alone: number }

/** What stands between somebody and these openings, the rule that would open most by itself first. */
export function countRefusals(
  candidate: Candidate,
  openings: readonly Opening[],
  context: MatchingContext,
): Refusals[] {
  const counts = new Map<string, Refusals>()
  for (const opening of openings) {
    const refusing = assess(candidate, opening, context).verdicts.filter(
      ({ verdict }) => verdict.answer === 'not-eligible',
    )
    for (const { ruleId } of refusing) {
      const count = counts.get(ruleId) ?? { ruleId, count: 0, alone: 0 }
      count.count += 1
      count.alone += refusing.length === 1 ? 1 : 0
      counts.set(ruleId, count)
    }
  }
  return RULES.flatMap(({ id }) => counts.get(id) ?? []).sort(
    (one, other) => other.alone - one.alone || other.count - one.count,
  )
}
