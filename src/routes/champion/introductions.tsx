import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findIntroduction, listMessages } from '../../../db/queries/shares'
import { readSettings } from '../../../db/queries/settings'
import { IntroductionPage } from '../../../views/champion/introduction-page'
import { reportProgress, sendMessageToPerson } from '../../commands/matches/report-progress'
import { dayOf } from '../../domain/dates'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { toIntroductionView } from '../../policy/views'
import { finish } from './finish'
import { ReportForm, toReport } from './report.form'

/** Somebody who said yes, as far as they chose to be known, and for as long as they choose. */
export const introductions = new Hono<AppEnv>()

const MessageForm = z.object({ body: line('Your message', 4000, 'Write a message') })

introductions.get('/champion/introductions/:reference', guard('introduction.read'), (c) => shown(c))

introductions.post('/champion/introductions/:reference/report', guard('introduction.report'), async (c) => {
  const reference = readId(c, 'reference')
  const form = readForm(c, ReportForm)
  if (!form.ok) return shown(c, form)
  const report = toReport(form.value)
  if ('error' in report) return shown(c, { values: form.values, errors: [report.error] })

  // When somebody did not start, the share ends with it: there is no page to go back to.
  const next = report.kind === 'not-start' ? paths.champion.home : paths.champion.introduction(reference)
  const ctx = commandContext(c, next, 'reported')
  const outcome = await reportProgress(ctx, receiverOf(c), reference, report)
  if (outcome === 'day-not-possible') return shown(c, { values: form.values, errors: [NOT_THAT_DAY] })
  return finish(c, ctx, outcome)
})

const NOT_THAT_DAY = {
  field: 'startedOn',
  message: 'The day they started must be today or before, and after they were introduced',
}

introductions.post('/champion/introductions/:reference/messages', guard('message.send-share'), async (c) => {
  const reference = readId(c, 'reference')
  const form = readForm(c, MessageForm)
  if (!form.ok) return shown(c, form)
  const ctx = commandContext(c, paths.champion.introduction(reference), 'message-sent')
  const outcome = await sendMessageToPerson(ctx, receiverOf(c), reference, form.value.body)
  return finish(c, ctx, outcome === 'share-ended' ? 'not-found' : outcome)
})

const receiverOf = ({ var: { actor } }: Context<AppEnv>) => ({
  accountId: actor.id,
  organisationId: actor.organisationId,
})

/** The page, which the person can see was looked at. When the share has ended it is as if it had never been. */
async function shown(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { deps } = c.var
  const today = dayOf(deps.now())
  const introduction = await findIntroduction(deps.db, { ...receiverOf(c), today }, readId(c, 'reference'))
  if (!introduction) throw new Problem(404)
  await noteView(c, introduction.careLeaverId, 'introduction')
  const [messages, settings] = await Promise.all([
    listMessages(deps.db, introduction.matchId),
    readSettings(deps.db),
  ])
  const body = (
    <IntroductionPage
      introduction={toIntroductionView(introduction)}
      messages={messages}
      phone={settings['team-phone']}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}
