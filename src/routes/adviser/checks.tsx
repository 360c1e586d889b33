import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findTaskOf } from '../../../db/queries/check-tasks'
import { CheckPage } from '../../../views/adviser/check-page'
import { answerCheck } from '../../commands/checks/answer-check'
import type { CheckTaskId } from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { finish } from './finish'
import { personOnCaseload } from './person'

/** What the team asks an adviser to check. */
export const checks = new Hono<AppEnv>()

const AnswerForm = z.object({ words: line('How it stands', 500, 'Write how it stands') })

async function checkPage(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const person = await personOnCaseload(c)
  const task = await findTaskOf(c.var.deps.db, person.id, readId<CheckTaskId>(c, 'check'))
  if (task?.turn !== 'adviser') throw new Problem(404)
  await noteView(c, person.id, 'record')
  const body = (
    <CheckPage person={person} task={task} values={problem?.values ?? {}} errors={problem?.errors ?? []} />
  )
  return page(c, body, problem ? 422 : 200)
}

checks.get('/adviser/people/:id/checks/:check', guard('check.answer-caseload'), (c) => checkPage(c))

checks.post('/adviser/people/:id/checks/:check', guard('check.answer-caseload'), async (c) => {
  const form = readForm(c, AnswerForm)
  if (!form.ok) return checkPage(c, form)
  const { id: careLeaverId } = await personOnCaseload(c)
  const ctx = commandContext(c, paths.adviser.person(careLeaverId), 'check-answered')
  const answer = { id: readId<CheckTaskId>(c, 'check'), words: form.value.words }
  return finish(
    c,
    ctx,
    await answerCheck(ctx, { careLeaverId, ...answer, turns: ['adviser'], state: 'answered' }),
  )
})
