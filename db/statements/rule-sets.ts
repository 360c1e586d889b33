import { sql } from 'kysely'
import type { Instant } from '../../src/domain/dates'
import type { AccountId, RuleSetId } from '../../src/domain/ids'
import type { RuleSet, RuleSetState } from '../../src/domain/rule-set/rule-set'
import type { Database, Statement } from '../database'

type Values = Pick<RuleSet, 'parameters' | 'sources' | 'weights'>

const columnsOf = ({ parameters, sources, weights }: Values) => ({
  parameters: JSON.stringify(parameters),
  sources: JSON.stringify(sources),
  weights: JSON.stringify(weights),
})

export type NewRuleSet = Values & {
  id: RuleSetId
  basedOn: string
  reason: string
  draftedBy: AccountId
  createdAt: Instant
}

export const addRuleSet = (
  db: Database,
  { id, basedOn, reason, draftedBy, createdAt, ...values }: NewRuleSet,
) =>
  db.query.insertInto('rule_set').values({
    id,
    based_on: basedOn,
    state: 'draft',
    ...columnsOf(values),
    reason,
    drafted_by: draftedBy,
    created_at: createdAt,
  })

export const setRuleSetValues = (
  db: Database,
  id: RuleSetId,
  { version, ...values }: Values & { version: number },
) =>
  db.query
    .updateTable('rule_set')
    .set({ ...columnsOf(values), version })
    .where('id', '=', id)

export type RuleSetChange = {
  state: RuleSetState
  version: number
  decidedBy?: AccountId
  inForce?: { name: string; at: Instant }
}

export const setRuleSetState = (
  db: Database,
  id: RuleSetId,
  { state, version, decidedBy, inForce }: RuleSetChange,
) =>
  db.query
    .updateTable('rule_set')
    .set({
      state,
      version,
      ...(decidedBy && { decided_by: decidedBy }),
      ...(inForce && { name: inForce.name, in_force_at: inForce.at }),
    })
    .where('id', '=', id)

/** What was in force until now. */
export const replaceRuleSet = (db: Database) =>
  db.query.updateTable('rule_set').set({ state: 'replaced' }).where('state', '=', 'in-force')

/** Drafts that were withdrawn before then. */
export function forgetRuleSetsBefore(db: Database, before: Instant): Statement[] {
  const old = sql<RuleSetId>`(SELECT id FROM rule_set WHERE state = 'withdrawn' AND EXISTS (SELECT 1 FROM audit_event WHERE subject = 'rule-set:' || rule_set.id AND action = 'rule-set.withdraw' AND at < ${before}))`
  return [
    db.query
      .deleteFrom('audit_words')
      .where('subject', 'in', sql<string>`(SELECT 'rule-set:' || old.id FROM ${old} AS old)`),
    db.query.deleteFrom('rule_set').where('id', 'in', old),
  ]
}
