import { type Context, Hono } from 'hono'
import { RulePage } from '../../../../views/team/rule-sets/rule-page'
import { WeightsPage } from '../../../../views/team/rule-sets/weights-page'
import { changeRuleSet, type RuleSetPart } from '../../../commands/rule-sets/write-rule-set'
import { dayOf } from '../../../domain/dates'
import { RULE_IDS, type RuleId } from '../../../domain/rule-set/rule-set'
import type { AppEnv } from '../../../http/app-env'
import { commandContext } from '../../../http/command-context'
import { type FormProblem, readForm } from '../../../http/form'
import { guard } from '../../../http/guard'
import { page } from '../../../http/page'
import { Problem } from '../../../http/problems'
import { paths } from '../../../paths'
import { finish } from './finish'
import {
  parametersOf,
  ruleForm,
  ruleValues,
  toRulePart,
  toWeights,
  WeightsForm,
  weightsValues,
} from './rule-set.forms'
import { openRuleSet } from './rule-set'

/** The pages on which a change is prepared: one for each rule, and one for the weights. */
export const ruleSetParts = new Hono<AppEnv>()

/** A change that may still be changed. */
async function openDraft(c: Context<AppEnv>) {
  const change = await openRuleSet(c)
  if (change.state !== 'draft') throw new Problem(404)
  return change
}

function readRule(c: Context<AppEnv>): RuleId {
  const rule = RULE_IDS.find((id) => id === c.req.param('rule'))
  if (!rule) throw new Problem(404)
  return rule
}

async function save(c: Context<AppEnv>, part: RuleSetPart): Promise<Response> {
  const { id } = await openDraft(c)
  const ctx = commandContext(c, paths.team.ruleSet(id), 'saved')
  return finish(c, ctx, await changeRuleSet(ctx, id, part))
}

async function rulePage(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const [change, rule] = [await openDraft(c), readRule(c)]
  const body = (
    <RulePage
      id={change.id}
      rule={rule}
      parameters={parametersOf(rule)}
      values={problem?.values ?? ruleValues(change.ruleSet, rule)}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

ruleSetParts.get('/team/rules/:id/rule/:rule', guard('rule-set.write'), (c) => rulePage(c))

ruleSetParts.post('/team/rules/:id/rule/:rule', guard('rule-set.write'), async (c) => {
  const rule = readRule(c)
  const form = readForm(c, ruleForm(rule))
  if (!form.ok) return rulePage(c, form)
  const part = toRulePart(rule, form.value, dayOf(c.var.deps.now()))
  return Array.isArray(part) ? rulePage(c, { values: form.values, errors: part }) : save(c, part)
})

async function weightsPage(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const change = await openDraft(c)
  const body = (
    <WeightsPage
      id={change.id}
      values={problem?.values ?? weightsValues(change.ruleSet)}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

ruleSetParts.get('/team/rules/:id/weights', guard('rule-set.write'), (c) => weightsPage(c))

ruleSetParts.post('/team/rules/:id/weights', guard('rule-set.write'), async (c) => {
  const form = readForm(c, WeightsForm)
  if (!form.ok) return weightsPage(c, form)
  const part = toWeights(form.value)
  return Array.isArray(part) ? weightsPage(c, { values: form.values, errors: part }) : save(c, part)
})
