import { type Context, Hono } from 'hono'
import { listMentorRequests } from '../../../db/queries/mentor-requests'
import { listMentors, listWaitingMentors } from '../../../db/queries/mentors'
import { DetailsPage } from '../../../views/mentoring/details-page'
import { MentorsPage } from '../../../views/mentoring/mentors-page'
import { WaitingPage } from '../../../views/mentoring/waiting-page'
import { addNewMentor } from '../../commands/mentors/write-mentor'
import { addDays, dayOf } from '../../domain/dates'
import type { MentorId } from '../../domain/ids'
import { MENTOR_KINDS, MENTOR_STAGES, RENEWAL_DAYS } from '../../domain/mentor'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, readForm } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { countPages, pageOf } from '../../http/paging'
import { paths } from '../../paths'
import { finish } from './finish'
import { DetailsForm, toDetails } from './mentor.forms'

/** What waits in the records, everybody in them, and somebody new. */
export const mentors = new Hono<AppEnv>()

const PAGE_SIZE = 50

mentors.get(paths.mentoring.home, guard('mentor.read'), async (c) => {
  const { db, now } = c.var.deps
  const today = dayOf(now())
  const [waiting, requests] = await Promise.all([
    listWaitingMentors(db, addDays(today, RENEWAL_DAYS)),
    listMentorRequests(db, c.var.actor.id),
  ])
  return page(c, <WaitingPage {...waiting} requests={requests} today={today} />)
})

mentors.get(paths.mentoring.mentors, guard('mentor.read'), async (c) => {
  const filter = {
    kind: MENTOR_KINDS.find((kind) => kind === c.req.query('kind')) ?? null,
    stage: MENTOR_STAGES.find((stage) => stage === c.req.query('stage')) ?? null,
  }
  const wanted = pageOf(c)
  const { rows, total } = await listMentors(c.var.deps.db, filter, { page: wanted, size: PAGE_SIZE })
  const body = (
    <MentorsPage
      mentors={rows}
      total={total}
      filter={filter}
      page={wanted}
      pageCount={countPages(total, PAGE_SIZE)}
    />
  )
  return page(c, body)
})

function newPage(c: Context<AppEnv>, problem?: FormProblem) {
  const body = <DetailsPage mentor={null} values={problem?.values ?? {}} errors={problem?.errors ?? []} />
  return page(c, body, problem ? 422 : 200)
}

mentors.get(paths.mentoring.newMentor, guard('mentor.write'), (c) => newPage(c))

mentors.post(paths.mentoring.mentors, guard('mentor.write'), async (c) => {
  const form = readForm(c, DetailsForm)
  if (!form.ok) return newPage(c, form)
  const id = c.var.deps.newId() as MentorId
  const ctx = commandContext(c, paths.mentoring.mentor(id), 'mentor-added')
  return finish(c, ctx, await addNewMentor(ctx, id, toDetails(form.value)))
})
