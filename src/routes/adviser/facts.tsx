import { Hono } from 'hono'
import { findFacts } from '../../../db/queries/candidates'
import { FactPage, fromFact } from '../../../views/adviser/fact-page'
import { recordEligibilityFact } from '../../commands/care-leavers/record-eligibility-fact'
import { dayOf } from '../../domain/dates'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { readForm } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { finish } from './finish'
import { FACT_FORMS, FACT_NAMES, type FactFormName, toFact } from './fact.form'
import { personOnCaseload } from './person'

/** Facts an adviser has checked: right to work, qualification, DBS, availability. */
export const facts = new Hono<AppEnv>()

function factOf(text: string | undefined): FactFormName {
  const fact = FACT_NAMES.find((one) => one === text)
  if (!fact) throw new Problem(404)
  return fact
}

facts.get('/adviser/people/:id/facts/:fact', guard('fact.record-caseload'), async (c) => {
  const fact = factOf(c.req.param('fact'))
  const person = await personOnCaseload(c)
  await noteView(c, person.id, 'record')
  const known = await findFacts(c.var.deps.db, c.var.deps.secrets, person.id)
  return page(c, <FactPage person={person} fact={fact} values={fromFact(fact, known)} errors={[]} />)
})

facts.post('/adviser/people/:id/facts/:fact', guard('fact.record-caseload'), async (c) => {
  const fact = factOf(c.req.param('fact'))
  const person = await personOnCaseload(c)
  const form = readForm(c, FACT_FORMS[fact])
  if (!form.ok)
    return page(c, <FactPage person={person} fact={fact} values={form.values} errors={form.errors} />, 422)
  const sent = form.value as Record<string, string>
  const read = toFact(fact, sent, dayOf(c.var.deps.now()))
  if ('error' in read)
    return page(c, <FactPage person={person} fact={fact} values={sent} errors={[read.error]} />, 422)
  const ctx = commandContext(c, paths.adviser.person(person.id), 'fact-saved')
  const outcome = await recordEligibilityFact(ctx, person, read)
  return finish(c, ctx, outcome)
})
