import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { isHiddenFrom } from '../../../db/queries/blocked'
import { countKeptInterests, findInterest, listKeptInterests } from '../../../db/queries/interests'
import { InterestPage } from '../../../views/team/interest-page'
import { KeptInterestsPage } from '../../../views/team/kept-interests-page'
import { answerInterest, type InterestAnswer } from '../../commands/interests/answer-interest'
import { dayOf } from '../../domain/dates'
import type { InterestId } from '../../domain/ids'
import { NOT_THIS_TIME_CODES } from '../../domain/match'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { countPages, pageOf } from '../../http/paging'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { finish } from './finish'

/** Answering an interest: propose, keep for later, or not this time with a reason. */
export const interests = new Hono<AppEnv>()

const AnswerForm = z.object({
  answer: z.enum(['keep', 'refuse'], 'Choose an answer'),
  code: z.enum(['', ...NOT_THIS_TIME_CODES]).default(''),
  words: line('What you write', 500),
})

async function shown(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { db, now } = c.var.deps
  const interest = await findInterest(db, readId<InterestId>(c))
  if (!interest || (await isHiddenFrom(db, c.var.actor.id, interest.careLeaverId))) throw new Problem(404)
  await noteView(c, interest.careLeaverId, 'interest')
  const body = (
    <InterestPage
      interest={interest}
      today={dayOf(now())}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

const PAGE_SIZE = 25

interests.get(paths.team.keptInterests, guard('interest.answer'), async (c) => {
  const { actor, deps } = c.var
  const wanted = pageOf(c)
  const [total, rows] = await Promise.all([
    countKeptInterests(deps.db, actor.id),
    listKeptInterests(deps.db, actor.id, { page: wanted, size: PAGE_SIZE }),
  ])
  const pageCount = countPages(total, PAGE_SIZE)
  return page(c, <KeptInterestsPage rows={rows} total={total} page={wanted} pageCount={pageCount} />)
})

interests.get('/team/interests/:id', guard('interest.answer'), (c) => shown(c))

interests.post('/team/interests/:id/answer', guard('interest.answer'), async (c) => {
  const form = readForm(c, AnswerForm)
  if (!form.ok) return shown(c, form)
  const { answer, code, words } = form.value
  if (answer === 'refuse' && code === '') {
    return shown(c, { values: form.value, errors: [{ field: 'code', message: 'Choose why not this time' }] })
  }
  const ctx = commandContext(c, paths.team.home, 'interest-answered')
  const given: InterestAnswer =
    answer === 'refuse' && code ? { kind: 'refuse', code, words } : { kind: 'keep', words }
  const outcome = await answerInterest(ctx, readId<InterestId>(c), given)
  return finish(c, ctx, outcome)
})
