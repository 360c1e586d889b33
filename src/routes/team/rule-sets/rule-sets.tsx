import { type Context, Hono } from 'hono'
import { findOpenRuleSet, listRuleSets, readRuleSet } from '../../../../db/queries/rule-sets'
import { RulesPage } from '../../../../views/team/rule-sets/rules-page'
import { startRuleSet } from '../../../commands/rule-sets/write-rule-set'
import { dayOf } from '../../../domain/dates'
import type { RuleSetId } from '../../../domain/ids'
import type { AppEnv } from '../../../http/app-env'
import { commandContext } from '../../../http/command-context'
import { type FormProblem, readForm } from '../../../http/form'
import { guard } from '../../../http/guard'
import { page } from '../../../http/page'
import { paths } from '../../../paths'
import { can } from '../../../policy/permissions'
import { finish } from './finish'
import { StartForm } from './rule-set.forms'

/** What the engine decides by now, what each rule rests on, and how that came about. */
export const ruleSets = new Hono<AppEnv>()

async function rulesPage(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { db, now } = c.var.deps
  const [ruleSet, open, versions] = await Promise.all([
    readRuleSet(db),
    findOpenRuleSet(db),
    listRuleSets(db),
  ])
  const body = (
    <RulesPage
      ruleSet={ruleSet}
      open={open ?? null}
      versions={versions}
      today={dayOf(now())}
      mayWrite={can(c.var.actor.role, 'rule-set.write')}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

ruleSets.get(paths.team.rules, guard('rule-set.read'), (c) => rulesPage(c))

ruleSets.post(paths.team.rules, guard('rule-set.write'), async (c) => {
  const form = readForm(c, StartForm)
  if (!form.ok) return rulesPage(c, form)
  const id = c.var.deps.newId() as RuleSetId
  const ctx = commandContext(c, paths.team.ruleSet(id))
  return finish(c, ctx, await startRuleSet(ctx, id, form.value.reason))
})
