import type { RuleSetId } from '../../../src/domain/ids'
import { FIRST_RULE_SET } from '../../../src/domain/rule-set/first-rule-set'
import { byKey, type Scene } from './scene'

/** One change of the rules that a manager prepares, and one that waits for somebody else to look at it. */
export function addRuleSets(scene: Scene): void {
  addRuleSet(scene, 'draft')
  addRuleSet(scene, 'submitted')
}

function addRuleSet({ rows, map, chance, canaries, daysAgo, told }: Scene, key: 'draft' | 'submitted'): void {
  const id = chance.id() as RuleSetId
  const manager = byKey(map.accounts, 'manager')
  const { parameters, sources, weights } = FIRST_RULE_SET
  rows.add('rule_set', {
    id,
    name: null,
    // Each of a version of its own: one change of a version is prepared at a time.
    based_on: `of-${key}`,
    state: key,
    parameters: JSON.stringify({ ...parameters, 'start-within-days': 90 }),
    sources: JSON.stringify(sources),
    weights: JSON.stringify(weights),
    reason: canaries.sentence({ column: 'rule_set.reason', of: key, id }),
    drafted_by: manager.id,
    decided_by: null,
    created_at: daysAgo(2),
    in_force_at: null,
    version: told(
      `rule-set:${id}`,
      { action: 'rule-set.write', at: daysAgo(2), by: manager.id, to: 'draft' },
      ...(key === 'submitted'
        ? [{ action: 'rule-set.submit', at: daysAgo(1), by: manager.id, from: 'draft', to: 'submitted' }]
        : []),
    ),
  })
  map.ruleSets.push({ key, id })
}
