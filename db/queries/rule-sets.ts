import type { Instant } from '../../src/domain/dates'
import type { AccountId, RuleSetId } from '../../src/domain/ids'
import { FIRST_RULE_SET } from '../../src/domain/rule-set/first-rule-set'
import type { RuleSet, RuleSetState } from '../../src/domain/rule-set/rule-set'
import type { Reader } from '../database'

/** A version somebody drafted, as it stands; `version` of the rule set itself is '' until it is in force. */
export type RuleSetRecord = {
  id: RuleSetId
  ruleSet: RuleSet
  basedOn: string
  state: RuleSetState
  reason: string
  draftedBy: AccountId
  draftedByName: string
  decidedByName: string | null
  createdAt: Instant
  inForceAt: Instant | null
  version: number
}

const ruleSets = (db: Reader) =>
  db.query
    .selectFrom('rule_set')
    .innerJoin('account as drafter', 'drafter.id', 'rule_set.drafted_by')
    .leftJoin('account as decider', 'decider.id', 'rule_set.decided_by')
    .selectAll('rule_set')
    .select('drafter.name as drafted_by_name')
    .select('decider.name as decided_by_name')

type RuleSetRow = Awaited<ReturnType<ReturnType<typeof ruleSets>['executeTakeFirstOrThrow']>>

/** What is stored; a number, source or weight that came into the service later stands as it came. */
const toRuleSet = (row: {
  name: string | null
  parameters: string
  sources: string
  weights: string
}): RuleSet => ({
  version: row.name ?? '',
  parameters: { ...FIRST_RULE_SET.parameters, ...(JSON.parse(row.parameters) as RuleSet['parameters']) },
  sources: { ...FIRST_RULE_SET.sources, ...(JSON.parse(row.sources) as RuleSet['sources']) },
  weights: { ...FIRST_RULE_SET.weights, ...(JSON.parse(row.weights) as RuleSet['weights']) },
})

const toRecord = (row: RuleSetRow): RuleSetRecord => ({
  id: row.id,
  ruleSet: toRuleSet(row),
  basedOn: row.based_on,
  state: row.state,
  reason: row.reason,
  draftedBy: row.drafted_by,
  draftedByName: row.drafted_by_name,
  decidedByName: row.decided_by_name,
  createdAt: row.created_at,
  inForceAt: row.in_force_at,
  version: row.version,
})

/** What the engine decides by now: what was approved last, or what the service came with. */
export async function readRuleSet(db: Reader): Promise<RuleSet> {
  const row = await db.query
    .selectFrom('rule_set')
    .where('state', '=', 'in-force')
    .select(['name', 'parameters', 'sources', 'weights'])
    .executeTakeFirst()
  return row ? toRuleSet(row) : FIRST_RULE_SET
}

export async function findRuleSet(db: Reader, id: RuleSetId): Promise<RuleSetRecord | undefined> {
  const row = await ruleSets(db).where('rule_set.id', '=', id).executeTakeFirst()
  return row && toRecord(row)
}

/** The change that is being prepared, if there is one. */
export async function findOpenRuleSet(db: Reader): Promise<RuleSetRecord | undefined> {
  const row = await ruleSets(db).where('rule_set.state', 'in', ['draft', 'submitted']).executeTakeFirst()
  return row && toRecord(row)
}

/** Everything that is or was in force, the newest first. What the service came with is not among them. */
export async function listRuleSets(db: Reader): Promise<RuleSetRecord[]> {
  const rows = await ruleSets(db)
    .where('rule_set.state', 'in', ['in-force', 'replaced'])
    .orderBy('rule_set.in_force_at', 'desc')
    .orderBy('rule_set.id')
    .limit(100)
    .execute()
  return rows.map(toRecord)
}
