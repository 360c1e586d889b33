import type { Candidate, MatchingContext, Opening } from '../candidate'
import { assess } from '../eligibility'
import { withoutPermission } from '../permission'
import { RULES } from '../rules/index'

/** How many openings a rule keeps somebody from, and from how many it does so alone. */
export type Obstacle = { ruleId: string; count: number; alone: number }

/**
 * What stands between somebody and these openings, the rule that would open most by itself first. As a broker may
 * read it: a permission to work looks the same whatever is on record.
 * @param takesUnclear whether pairs that need a check or an answer count, so that only a plain no stands in the way
 */
export function countObstacles(
  candidate: Candidate,
  openings: readonly Opening[],
  context: MatchingContext,
  { takesUnclear }: { takesUnclear: boolean },
): Obstacle[] {
  const counts = new Map<string, Obstacle>()
  for (const opening of openings) {
    const standing = withoutPermission(assess(candidate, opening, context)).verdicts.filter(({ verdict }) =>
      takesUnclear ? verdict.answer === 'not-eligible' : verdict.answer !== 'eligible',
    )
    for (const { ruleId } of standing) {
      const count = counts.get(ruleId) ?? { ruleId, count: 0, alone: 0 }
      count.count += 1
      count.alone += standing.length === 1 ? 1 : 0
      counts.set(ruleId, count)
    }
  }
  return RULES.flatMap(({ id }) => counts.get(id) ?? []).sort(
    (one, other) => other.alone - one.alone || other.count - one.count,
  )
}
