import { Hono } from 'hono'
import { findProfile } from '../../../db/queries/care-leavers'
import { AnswerPage, AnswersPage } from '../../../views/care-leaver/answers-page'
import { fromAnswer } from '../../../views/shared/answer-fields'
import { saveAnswer } from '../../commands/care-leavers/save-answer'
import { PROFILE_QUESTIONS, type ProfileQuestion } from '../../domain/care-leaver'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { finish } from './finish'
import { ownRecord } from './own'
import { readAnswer } from './read-answer'

/** What I like, want and need: each question by itself, each saved by itself. */
export const answers = new Hono<AppEnv>()

answers.get(paths.my.answers, guard('profile.read-own'), async (c) => {
  const record = await ownRecord(c)
  const profile = await findProfile(c.var.deps.db, record.id)
  return page(c, <AnswersPage profile={profile} consideration={record.consideration} />)
})

answers.get('/my/answers/:question', guard('profile.read-own'), async (c) => {
  const question = questionOf(c.req.param('question'))
  const profile = await findProfile(c.var.deps.db, (await ownRecord(c)).id)
  return page(c, <AnswerPage question={question} values={fromAnswer(question, profile)} errors={[]} />)
})

answers.post('/my/answers/:question', guard('profile.change-own'), async (c) => {
  const question = questionOf(c.req.param('question'))
  const record = await ownRecord(c)
  const read = await readAnswer(c, question, await findProfile(c.var.deps.db, record.id))
  if (!read.ok)
    return page(c, <AnswerPage question={question} values={read.values} errors={read.errors} />, 422)
  const ctx = commandContext(c, paths.my.answers, 'profile-saved')
  const outcome = await saveAnswer(ctx, record, { question, answer: read.answer, theirWords: '' })
  return finish(c, ctx, outcome)
})

/** A question of the list; any other address does not exist. */
export function questionOf(text: string | undefined): ProfileQuestion {
  const question = PROFILE_QUESTIONS.find((one) => one === text)
  if (!question) throw new Problem(404)
  return question
}
