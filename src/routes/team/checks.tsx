import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { isHiddenFrom } from '../../../db/queries/blocked'
import { findCareLeaver } from '../../../db/queries/care-leavers'
import { findTaskOf } from '../../../db/queries/check-tasks'
import { findOpenInterest } from '../../../db/queries/interests'
import { CheckPage } from '../../../views/team/check-page'
import { answerCheck } from '../../commands/checks/answer-check'
import { askForChecks } from '../../commands/checks/ask-for-checks'
import { CHECK_TURNS } from '../../domain/check-task'
import type { CareLeaverId, CheckTaskId, OpportunityId } from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { finish } from './finish'

/** Asking whoever can settle what the rules could not, and settling what the team can. */
export const checks = new Hono<AppEnv>()

const readPair = (c: Context<AppEnv>) => ({
  opportunityId: readId<OpportunityId>(c),
  careLeaverId: readId<CareLeaverId>(c, 'person'),
})

checks.post('/team/opportunities/:id/people/:person/checks', guard('check.ask'), async (c) => {
  const { opportunityId, careLeaverId } = readPair(c)
  const ctx = commandContext(c, paths.team.pair(opportunityId, careLeaverId), 'checks-asked')
  return finish(c, ctx, await askForChecks(ctx, careLeaverId, opportunityId))
})

const EndForm = z.object({
  ending: z.enum(['answered', 'dropped'], 'Choose what to do with it'),
  words: line('How it stands', 500, 'Write how it stands, or why it is not needed'),
})

/** The check of the address, where whoever looks may see the person for this offer. */
async function openCheck(c: Context<AppEnv>) {
  const { db } = c.var.deps
  const { opportunityId, careLeaverId } = readPair(c)
  if (await isHiddenFrom(db, c.var.actor.id, careLeaverId)) throw new Problem(404)
  const task = await findTaskOf(db, careLeaverId, readId<CheckTaskId>(c, 'check'))
  if (task?.opportunityId !== opportunityId) throw new Problem(404)
  const person = await findCareLeaver(db, careLeaverId)
  const asked = await findOpenInterest(db, careLeaverId, opportunityId)
  if (person?.state !== 'active' || (person.consideration !== 'yes' && !asked)) throw new Problem(404)
  return { task, opportunityId, careLeaverId }
}

async function checkPage(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { task, opportunityId, careLeaverId } = await openCheck(c)
  await noteView(c, careLeaverId, 'shortlist')
  const body = (
    <CheckPage
      task={task}
      back={paths.team.pair(opportunityId, careLeaverId)}
      action={paths.team.check(opportunityId, careLeaverId, task.id)}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

checks.get('/team/opportunities/:id/people/:person/checks/:check', guard('check.ask'), (c) => checkPage(c))

checks.post('/team/opportunities/:id/people/:person/checks/:check', guard('check.ask'), async (c) => {
  const form = readForm(c, EndForm)
  if (!form.ok) return checkPage(c, form)
  const { task, opportunityId, careLeaverId } = await openCheck(c)
  const ctx = commandContext(c, paths.team.pair(opportunityId, careLeaverId), 'check-ended')
  const { ending: state, words } = form.value
  const { id } = task
  return finish(
    c,
    ctx,
    await answerCheck(ctx, { careLeaverId, opportunityId, id, turns: CHECK_TURNS, state, words }),
  )
})
