import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findCandidate } from '../../../db/queries/candidates'
import { findTaskOf } from '../../../db/queries/check-tasks'
import { findPublished } from '../../../db/queries/opportunities'
import { readRuleSet } from '../../../db/queries/rule-sets'
import { CheckPage } from '../../../views/care-leaver/check-page'
import { answerCheck } from '../../commands/checks/answer-check'
import { dayOf } from '../../domain/dates'
import type { CheckTaskId } from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { assess } from '../../matching/eligibility'
import { whatYouWouldNeed } from '../../matching/explain'
import { paths } from '../../paths'
import { finish } from './finish'
import { ownRecord } from './own'

/** What the team needs to know from somebody about an offer. */
export const checks = new Hono<AppEnv>()

const AnswerForm = z.object({ words: line('Your answer', 500, 'Write your answer') })

async function checkPage(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { db, secrets, now } = c.var.deps
  const record = await ownRecord(c)
  const task = await findTaskOf(db, record.id, readId<CheckTaskId>(c, 'check'))
  if (task?.turn !== 'young-person') throw new Problem(404)
  const [candidate, offer, ruleSet] = await Promise.all([
    findCandidate(db, secrets, record.id),
    findPublished(db, task.opportunityId),
    readRuleSet(db),
  ])
  if (!candidate || !offer) throw new Problem(404)
  const needs = whatYouWouldNeed(assess(candidate, offer, { today: dayOf(now()), ruleSet }))
  const body = (
    <CheckPage
      task={task}
      sentence={needs.find(({ ruleId }) => ruleId === task.rule)?.sentence ?? null}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

checks.get('/my/checks/:check', guard('check.answer-own'), (c) => checkPage(c))

checks.post('/my/checks/:check', guard('check.answer-own'), async (c) => {
  const form = readForm(c, AnswerForm)
  if (!form.ok) return checkPage(c, form)
  const { id: careLeaverId } = await ownRecord(c)
  const ctx = commandContext(c, paths.my.home, 'question-answered')
  const answer = { id: readId<CheckTaskId>(c, 'check'), words: form.value.words }
  return finish(
    c,
    ctx,
    await answerCheck(ctx, { careLeaverId, ...answer, turns: ['young-person'], state: 'answered' }),
  )
})
