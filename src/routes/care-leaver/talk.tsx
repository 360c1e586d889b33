import { type Context, Hono } from 'hono'
import { z } from 'zod'
import {
  findLiveMentorRequest,
  findMentoringEnd,
  listMentorChoices,
  type OfferedMentor,
} from '../../../db/queries/mentor-requests'
import { TalkPage } from '../../../views/care-leaver/talk-page'
import { answerMentorChoice, endMentoring } from '../../commands/mentors/answer-choice'
import { askForMentor, takeBackMentorRequest } from '../../commands/mentors/ask-for-mentor'
import { dayOf } from '../../domain/dates'
import type { MentorChoiceId, MentorRequestId } from '../../domain/ids'
import { MENTOR_KINDS } from '../../domain/mentor'
import { MENTOR_END_CODES, MENTOR_HELP } from '../../domain/mentor-request'
import { LANGUAGE_CODES } from '../../domain/taxonomy'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { each } from '../../http/fields'
import { type FormProblem, list, readForm } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { toOfferedMentorView } from '../../policy/views'
import { finish } from './finish'
import { ownRecord } from './own'

/** Somebody to talk to: asking, picking one of a choice, and ending it. */
export const talk = new Hono<AppEnv>()

async function talkPage(c: Context<AppEnv>, problem?: FormProblem) {
  const record = await ownRecord(c)
  const { db } = c.var.deps
  const request = await findLiveMentorRequest(db, record.id)
  const choices = request ? await listMentorChoices(db, request.id) : []
  const endedAt = request ? null : await findMentoringEnd(db, record.id)
  const body = (
    <TalkPage
      request={request ?? null}
      offered={choices.filter(({ state }) => state === 'offered').map(toOfferedMentorView)}
      chosen={choices.filter(({ state }) => state === 'chosen').map(toOfferedMentorView)[0] ?? null}
      isLetGo={isLetGo(choices)}
      endedOn={endedAt && dayOf(new Date(endedAt))}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

/** Whether nobody of the last choice was answered about, and nobody of it is held any more. */
function isLetGo(choices: readonly OfferedMentor[]): boolean {
  const last = choices.filter(({ createdAt }) => createdAt === choices[0]?.createdAt)
  return last.length > 0 && last.every(({ state }) => state === 'released')
}

const AskForm = z.object({
  kind: z.enum(MENTOR_KINDS, 'Choose who you would like'),
  languages: list(z.enum(LANGUAGE_CODES, 'Choose languages from the list')),
  help: list(z.enum(MENTOR_HELP, 'Choose from the list')),
})

talk.get(paths.my.talk, guard('mentor-request.read-own'), (c) => talkPage(c))

talk.post(paths.my.talk, guard('mentor-request.change-own'), async (c) => {
  const form = readForm(c, AskForm)
  if (!form.ok) return talkPage(c, form)
  const { id } = await ownRecord(c)
  const { kind, languages, help } = form.value
  const ctx = commandContext(c, paths.my.talk, 'talk-asked')
  const requestId = c.var.deps.newId() as MentorRequestId
  const asked = { kind, languages: each(languages), help: each(help) }
  const outcome = await askForMentor(ctx, requestId, id, asked)
  return finish(c, ctx, outcome === 'already-there' ? 'asked-for-someone' : outcome)
})

talk.post(paths.my.takeBackTalk, guard('mentor-request.change-own'), async (c) => {
  const { id } = await ownRecord(c)
  const ctx = commandContext(c, paths.my.talk, 'talk-taken-back')
  return finish(c, ctx, await takeBackMentorRequest(ctx, id))
})

talk.post(paths.my.pickTalk, guard('mentor-request.change-own'), async (c) => {
  const form = readForm(
    c,
    z.object({ pick: z.string('Choose one').regex(/^([0-9a-f]{32}|none)$/, 'Choose one') }),
  )
  if (!form.ok) return talkPage(c, form)
  const { id } = await ownRecord(c)
  const { pick } = form.value
  const ctx = commandContext(c, paths.my.talk, pick === 'none' ? 'talk-none' : 'talk-picked')
  return finish(c, ctx, await answerMentorChoice(ctx, id, pick as MentorChoiceId | 'none'))
})

talk.post(paths.my.endTalk, guard('mentor-request.change-own'), async (c) => {
  const form = readForm(c, z.object({ endCode: z.enum(MENTOR_END_CODES, 'Choose why it ends') }))
  if (!form.ok) return talkPage(c, form)
  const { id } = await ownRecord(c)
  const ctx = commandContext(c, paths.my.talk, 'talk-ended')
  return finish(c, ctx, await endMentoring(ctx, { careLeaverId: id }, form.value.endCode))
})
