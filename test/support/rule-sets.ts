import type { Database } from '../../db/database'
import { recordAudit } from '../../db/statements/record'
import { addRuleSet, setRuleSetState } from '../../db/statements/rule-sets'
import { randomId } from '../../src/auth/secrets'
import type { AccountId, RuleSetId } from '../../src/domain/ids'
import { FIRST_RULE_SET } from '../../src/domain/rule-set/first-rule-set'
import type { RuleSet } from '../../src/domain/rule-set/rule-set'

type RuleSetGiven = {
  draftedBy: AccountId
  at: string
  basedOn?: string
  isSubmitted?: boolean
  values?: Partial<RuleSet>
}

/** A change of the rules that somebody prepares: half the days for offers without a start date. */
export async function givenRuleSet(
  db: Database,
  { draftedBy, at, basedOn = FIRST_RULE_SET.version, isSubmitted = false, values = {} }: RuleSetGiven,
): Promise<RuleSetId> {
  const id = randomId() as RuleSetId
  const { parameters, sources, weights } = {
    ...FIRST_RULE_SET,
    parameters: { ...FIRST_RULE_SET.parameters, 'start-within-days': 90 },
    ...values,
  }
  const given = (version: number) =>
    recordAudit(db, { at, actorId: 'test', action: 'test.given', subject: `rule-set:${id}`, version })
  await db.commit([
    given(1),
    addRuleSet(db, {
      id,
      basedOn,
      reason: 'The guidance has changed',
      draftedBy,
      createdAt: at,
      parameters,
      sources,
      weights,
    }),
    ...(isSubmitted ? [given(2), setRuleSetState(db, id, { state: 'submitted', version: 2 })] : []),
  ])
  return id
}
