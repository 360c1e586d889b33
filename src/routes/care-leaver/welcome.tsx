import { Hono } from 'hono'
import { z } from 'zod'
import { WelcomePage } from '../../../views/care-leaver/welcome-page'
import { answerConsideration } from '../../commands/care-leavers/answer-consideration'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { readForm } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { finish } from './finish'
import { ownRecord } from './own'

/** The first visit: what this is, what happens with my data, and may I be suggested. */
export const welcome = new Hono<AppEnv>()

const ConsiderationForm = z.object({
  answer: z.enum(['yes', 'no'], 'Choose yes or no. You can change it later'),
})

welcome.get(paths.my.welcome, guard('profile.read-own'), async (c) => {
  const { consideration } = await ownRecord(c)
  return page(c, <WelcomePage consideration={consideration} errors={[]} />)
})

welcome.post(paths.my.welcome, guard('consideration.change-own', { isFresh: true }), async (c) => {
  const record = await ownRecord(c)
  const form = readForm(c, ConsiderationForm)
  if (!form.ok) return page(c, <WelcomePage consideration={record.consideration} errors={form.errors} />, 422)
  const ctx = commandContext(c, paths.my.answers, 'consideration-saved')
  const outcome = await answerConsideration(ctx, record, form.value.answer)
  return finish(c, ctx, outcome)
})
