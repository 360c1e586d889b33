import { type Context, Hono } from 'hono'
import { listCandidates } from '../../../../db/queries/candidates'
import { listOpenings } from '../../../../db/queries/opportunities'
import { listEetStandings } from '../../../../db/queries/rounds'
import { findRuleSet, listRuleSets, readRuleSet, type RuleSetRecord } from '../../../../db/queries/rule-sets'
import { RuleSetPage, type Preview } from '../../../../views/team/rule-sets/rule-set-page'
import { decideRuleSet, type RuleSetDecision } from '../../../commands/rule-sets/decide-rule-set'
import { dayOf } from '../../../domain/dates'
import type { RuleSetId } from '../../../domain/ids'
import { isInScope } from '../../../domain/round'
import { FIRST_RULE_SET } from '../../../domain/rule-set/first-rule-set'
import { differencesOf, type RuleSet } from '../../../domain/rule-set/rule-set'
import type { AppEnv } from '../../../http/app-env'
import { commandContext } from '../../../http/command-context'
import { type FormProblem, readForm, readId } from '../../../http/form'
import { guard } from '../../../http/guard'
import { page } from '../../../http/page'
import { Problem } from '../../../http/problems'
import { compareRuleSets } from '../../../matching/cohort/compare-rule-sets'
import { paths } from '../../../paths'
import { can } from '../../../policy/permissions'
import { finish } from './finish'
import { DecideForm, WithdrawForm } from './rule-set.forms'

/** One change of the rules: what it changes, what comes of it, and deciding on it. */
export const ruleSet = new Hono<AppEnv>()

export async function openRuleSet(c: Context<AppEnv>): Promise<RuleSetRecord> {
  const found = await findRuleSet(c.var.deps.db, readId<RuleSetId>(c))
  if (!found) throw new Problem(404)
  return found
}

/** The version that a change was made from. */
async function basisOf(c: Context<AppEnv>, { basedOn }: RuleSetRecord): Promise<RuleSet> {
  const before = await listRuleSets(c.var.deps.db)
  return before.find(({ ruleSet }) => ruleSet.version === basedOn)?.ruleSet ?? FIRST_RULE_SET
}

const EVERYBODY = { districts: [], waitWeeksMin: 0 }
const SHOWN = 20

/** What the change would do today, to everybody who is considered and waits and every live offer. */
async function previewOf(c: Context<AppEnv>, change: RuleSetRecord): Promise<Preview | 'too-big' | null> {
  if (change.state !== 'draft' && change.state !== 'submitted') return null
  const { db, secrets, now, rounds } = c.var.deps
  const day = dayOf(now())
  const [candidates, eet, openings, inForce] = await Promise.all([
    listCandidates(db, secrets, { viewerId: c.var.actor.id }),
    listEetStandings(db),
    listOpenings(db, day),
    readRuleSet(db),
  ])
  const waiting = candidates.filter((person) => isInScope(person, EVERYBODY, day))
  if (waiting.length * openings.length > rounds.pairsMax) return 'too-big'
  const members = waiting.map((candidate) => ({
    candidate,
    eet: eet.get(candidate.id) ?? ('not-known' as const),
  }))
  const comparison = compareRuleSets({ members, openings, day }, inForce, change.ruleSet)
  const named = (list: readonly { person: number; offers: number }[]) =>
    list.slice(0, SHOWN).flatMap(({ person, offers }) => {
      const one = waiting[person]
      return one ? [{ id: one.id, name: one.preferredName, offers }] : []
    })
  return {
    people: members.length,
    offers: openings.length,
    comparison,
    gaining: named(comparison.gaining),
    losing: named(comparison.losing),
  }
}

async function ruleSetPage(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const change = await openRuleSet(c)
  const [basis, preview] = await Promise.all([basisOf(c, change), previewOf(c, change)])
  const { actor } = c.var
  const isOwn = change.draftedBy === actor.id
  const body = (
    <RuleSetPage
      change={change}
      differences={differencesOf(basis, change.ruleSet)}
      preview={preview}
      mayWrite={isOwn && change.state === 'draft' && can(actor.role, 'rule-set.write')}
      mayDecide={!isOwn && change.state === 'submitted'}
      mayWithdraw={
        can(actor.role, 'rule-set.write') && (change.state === 'draft' || change.state === 'submitted')
      }
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

ruleSet.get('/team/rules/:id', guard('rule-set.read'), (c) => ruleSetPage(c))

async function decide(c: Context<AppEnv>, decision: RuleSetDecision): Promise<Response> {
  const id = readId<RuleSetId>(c)
  const ctx = commandContext(c, paths.team.ruleSet(id), 'saved')
  return finish(c, ctx, await decideRuleSet(ctx, id, decision))
}

ruleSet.post('/team/rules/:id/submit', guard('rule-set.write'), (c) =>
  decide(c, { action: 'submit', words: '' }),
)

ruleSet.post('/team/rules/:id/decide', guard('rule-set.decide', { isFresh: true }), async (c) => {
  const form = readForm(c, DecideForm)
  if (!form.ok) return ruleSetPage(c, form)
  const { decision: action, words, seen } = form.value
  return decide(c, { action, words, seen })
})

ruleSet.post('/team/rules/:id/withdraw', guard('rule-set.write'), async (c) => {
  const form = readForm(c, WithdrawForm)
  if (!form.ok) return ruleSetPage(c, form)
  return decide(c, { action: 'withdraw', words: form.value.withdrawReason })
})
