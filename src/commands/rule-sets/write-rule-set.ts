import { findRuleSet, readRuleSet, type RuleSetRecord } from '../../../db/queries/rule-sets'
import { addRuleSet, setRuleSetValues } from '../../../db/statements/rule-sets'
import type { RuleSetId } from '../../domain/ids'
import {
  nextRuleSetState,
  type ParameterName,
  type RuleId,
  type RuleSet,
  type RuleSource,
  sumOfWeights,
  WEIGHTS_SUM,
} from '../../domain/rule-set/rule-set'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

/** A manager prepares a change of what is in force: a copy of it, to be changed. One at a time. */
export async function startRuleSet(ctx: CommandContext, id: RuleSetId, reason: string): Promise<Committed> {
  const { version: basedOn, ...values } = await readRuleSet(ctx.db)
  return commitChange(
    ctx,
    { action: 'rule-set.write', subject: `rule-set:${id}`, version: 1, to: 'draft', words: reason },
    [
      addRuleSet(ctx.db, {
        id,
        basedOn,
        reason,
        draftedBy: ctx.actor.id,
        createdAt: ctx.now().toISOString(),
        ...values,
      }),
    ],
  )
}

/** What a page of the draft changes: one rule, or the weights. */
export type RuleSetPart =
  | { rule: RuleId; source: RuleSource; parameters: Partial<Record<ParameterName, number>> }
  | { weights: RuleSet['weights'] }

/** Changes a draft. Only whoever prepares it does, so that somebody else is left to look at it. */
export async function changeRuleSet(
  ctx: CommandContext,
  id: RuleSetId,
  part: RuleSetPart,
): Promise<Committed | 'not-found' | 'not-possible-now' | 'not-yours' | 'weights-do-not-sum'> {
  const draft = await findRuleSet(ctx.db, id)
  if (!draft) return 'not-found'
  const state = nextRuleSetState(draft.state, 'write')
  if (!state) return 'not-possible-now'
  if (draft.draftedBy !== ctx.actor.id) return 'not-yours'
  const values = withPart(draft, part)
  if (sumOfWeights(values.weights) !== WEIGHTS_SUM) return 'weights-do-not-sum'
  const version = draft.version + 1
  return commitChange(
    ctx,
    {
      action: 'rule-set.write',
      subject: `rule-set:${id}`,
      version,
      from: draft.state,
      to: state,
      code: 'rule' in part ? part.rule : 'weights',
    },
    [setRuleSetValues(ctx.db, id, { ...values, version })],
  )
}

function withPart({ ruleSet }: RuleSetRecord, part: RuleSetPart) {
  const { parameters, sources, weights } = ruleSet
  if ('weights' in part) return { parameters, sources, weights: part.weights }
  return {
    parameters: { ...parameters, ...part.parameters },
    sources: { ...sources, [part.rule]: part.source },
    weights,
  }
}
