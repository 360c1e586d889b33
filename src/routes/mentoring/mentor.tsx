import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findCheckIssued, findMentor, listMentorSteps } from '../../../db/queries/mentors'
import { DetailsPage } from '../../../views/mentoring/details-page'
import { MentorPage } from '../../../views/mentoring/mentor-page'
import { RenewalPage } from '../../../views/mentoring/renewal-page'
import { recordMentorStep } from '../../commands/mentors/record-step'
import { changeMentor } from '../../commands/mentors/write-mentor'
import { dayOf } from '../../domain/dates'
import type { MentorId } from '../../domain/ids'
import { isFreeAgain, mayRenew, type Mentor, nextStep, STEP_ACTIONS } from '../../domain/mentor'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { finish } from './finish'
import { DetailsForm, detailsValues, formOf, StopForm, toDetails, toStep } from './mentor.forms'

/** One mentor or befriender: what they tell, and their record step by step. */
export const mentor = new Hono<AppEnv>()

async function openMentor(c: Context<AppEnv>) {
  const found = await findMentor(c.var.deps.db, readId<MentorId>(c))
  if (!found) throw new Problem(404)
  return found
}

/** Supervision is of their time with somebody: there is none to record when that is over. */
function stepOf(found: Mentor) {
  if (isFreeAgain(found)) return null
  return nextStep(found) ?? (found.stage === 'supervised' ? 'supervise' : null)
}

async function mentorPage(c: Context<AppEnv>, problem?: FormProblem) {
  const found = await openMentor(c)
  const steps = await listMentorSteps(c.var.deps.db, found.id)
  const body = (
    <MentorPage
      mentor={found}
      steps={steps}
      mayRenew={mayRenew(found, dayOf(c.var.deps.now()))}
      step={stepOf(found)}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

mentor.get('/mentoring/mentors/:id', guard('mentor.read'), (c) => mentorPage(c))

async function detailsPage(c: Context<AppEnv>, problem?: FormProblem) {
  const found = await openMentor(c)
  const values = problem?.values ?? detailsValues(found)
  const body = <DetailsPage mentor={found} values={values} errors={problem?.errors ?? []} />
  return page(c, body, problem ? 422 : 200)
}

mentor.get('/mentoring/mentors/:id/details', guard('mentor.write'), (c) => detailsPage(c))

mentor.post('/mentoring/mentors/:id/details', guard('mentor.write'), async (c) => {
  const form = readForm(c, DetailsForm)
  if (!form.ok) return detailsPage(c, form)
  const id = readId<MentorId>(c)
  const ctx = commandContext(c, paths.mentoring.mentor(id), 'saved')
  return finish(c, ctx, await changeMentor(ctx, id, toDetails(form.value)))
})

async function renewalPage(c: Context<AppEnv>, problem?: FormProblem) {
  const found = await openMentor(c)
  if (!mayRenew(found, dayOf(c.var.deps.now()))) throw new Problem(problem ? 409 : 404)
  const body = <RenewalPage mentor={found} values={problem?.values ?? {}} errors={problem?.errors ?? []} />
  return page(c, body, problem ? 422 : 200)
}

mentor.get('/mentoring/mentors/:id/renewal', guard('mentor.check'), (c) => renewalPage(c))

mentor.post('/mentoring/mentors/:id/step', guard('mentor.check'), async (c) => {
  const id = readId<MentorId>(c)
  const which = readForm(c, z.object({ step: z.enum(STEP_ACTIONS, 'Choose a step') }))
  if (!which.ok) return mentorPage(c, which)
  const { step: action } = which.value
  const again = action === 'renew-dbs' ? renewalPage : mentorPage
  const form = readForm(c, formOf(action))
  const { dbsRenewOn: renewOn } = await openMentor(c)
  const issuedOn = await findCheckIssued(c.var.deps.db, id)
  const values = form.ok ? form.value : form.values
  const step = toStep(values, action, { today: dayOf(c.var.deps.now()), issuedOn, renewOn })
  if (!form.ok || 'errors' in step) {
    const errors = [...(form.ok ? [] : form.errors), ...('errors' in step ? step.errors : [])]
    return again(c, { values: form.values, errors })
  }
  const ctx = commandContext(c, paths.mentoring.mentor(id), 'step-recorded')
  return finish(c, ctx, await recordMentorStep(ctx, id, { action, ...step }))
})

mentor.post('/mentoring/mentors/:id/stop', guard('mentor.check'), async (c) => {
  const form = readForm(c, StopForm)
  if (!form.ok) return mentorPage(c, form)
  const { stop, reason, stopWords: words } = form.value
  const id = readId<MentorId>(c)
  const ctx = commandContext(c, paths.mentoring.mentor(id), 'mentor-stopped')
  const step = { action: stop, onDay: dayOf(c.var.deps.now()), reason, ...(words && { words }) }
  return finish(c, ctx, await recordMentorStep(ctx, id, step))
})

mentor.post('/mentoring/mentors/:id/resume', guard('mentor.check'), async (c) => {
  const id = readId<MentorId>(c)
  const ctx = commandContext(c, paths.mentoring.mentor(id), 'mentor-resumed')
  const step = { action: 'resume' as const, onDay: dayOf(c.var.deps.now()) }
  return finish(c, ctx, await recordMentorStep(ctx, id, step))
})
