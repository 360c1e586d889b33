import { findRuleSet, readRuleSet } from '../../../db/queries/rule-sets'
import { replaceRuleSet, setRuleSetState, type RuleSetChange } from '../../../db/statements/rule-sets'
import { dayOf } from '../../domain/dates'
import type { RuleSetId } from '../../domain/ids'
import {
  differencesOf,
  nextRuleSetState,
  nextVersion,
  type RuleSetAction,
} from '../../domain/rule-set/rule-set'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'

export type RuleSetDecision = {
  action: Exclude<RuleSetAction, 'write'>
  words: string
  /** The version whoever decides has looked at. */
  seen?: number
}

/**
 * Moves a change on: whoever prepared it submits or withdraws it, somebody else of the team approves it or sends it back.
 * Approved, it is in force from that moment, and what was in force before is kept as it was.
 */
export async function decideRuleSet(
  ctx: CommandContext,
  id: RuleSetId,
  { action, words, seen }: RuleSetDecision,
): Promise<Committed | 'not-found' | 'not-possible-now' | 'not-yours' | 'own-change' | 'nothing-changed'> {
  const [change, inForce] = await Promise.all([findRuleSet(ctx.db, id), readRuleSet(ctx.db)])
  if (!change) return 'not-found'
  const state = nextRuleSetState(change.state, action)
  if (!state) return 'not-possible-now'
  // It may have been sent back, changed and sent again since the page was opened.
  if (seen !== undefined && seen !== change.version) return 'changed-meanwhile'
  const isOwn = change.draftedBy === ctx.actor.id
  if (action === 'submit' && !isOwn) return 'not-yours'
  if ((action === 'approve' || action === 'send-back') && isOwn) return 'own-change'
  if (action === 'submit' && differencesOf(inForce, change.ruleSet).length === 0) return 'nothing-changed'
  const version = change.version + 1
  return commitChange(
    ctx,
    {
      action: `rule-set.${action}`,
      subject: `rule-set:${id}`,
      version,
      from: change.state,
      to: state,
      words,
    },
    [
      ...(action === 'approve' ? [replaceRuleSet(ctx.db)] : []),
      setRuleSetState(ctx.db, id, { state, version, ...decided(ctx, action, inForce.version) }),
    ],
  )
}

function decided(
  ctx: CommandContext,
  action: RuleSetDecision['action'],
  inForce: string,
): Pick<RuleSetChange, 'decidedBy' | 'inForce'> {
  if (action === 'send-back') return { decidedBy: ctx.actor.id }
  if (action !== 'approve') return {}
  const name = nextVersion(inForce, dayOf(ctx.now()))
  return { decidedBy: ctx.actor.id, inForce: { name, at: ctx.now().toISOString() } }
}
