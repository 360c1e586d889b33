import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findAccountByEmail } from '../../db/queries/accounts'
import { listDemoPeople } from '../../db/queries/demo'
import { DemoPage } from '../../views/demo/demo-page'
import { SentMailPage } from '../../views/demo/sent-mail-page'
import { sha256 } from '../auth/secrets'
import { dayOf } from '../domain/dates'
import { askForCode } from '../commands/accounts/ask-for-code'
import { tryCode } from '../commands/accounts/try-code'
import type { DemoTools } from '../deps'
import type { AppEnv } from '../http/app-env'
import { commandContext, contextWithoutAnswer } from '../http/command-context'
import { readForm } from '../http/form'
import { guard } from '../http/guard'
import { page } from '../http/page'
import { Problem } from '../http/problems'
import { homeOf, paths } from '../paths'
import { unmatchedInQueue } from './team/coverage/waiting-unmatched'
import { newAsking, startSession } from '../http/asking'

/** Each with as many things waiting as their own page has: the team's has a line for those whom nothing fits. */
async function peopleWithAll(c: Context<AppEnv>) {
  const people = await listDemoPeople(c.var.deps.db, dayOf(c.var.deps.now()))
  return Promise.all(
    people.map(async ({ id, ...person }) => {
      const seesUnmatched = id !== null && homeOf[person.role] === paths.team.home
      const lines = seesUnmatched ? await unmatchedInQueue(c, id) : []
      return { ...person, waiting: person.waiting + lines.length }
    }),
  )
}

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Development only: one button a person, and the mail that was sent. Never mounted in production. */
export function createDemo(tools: DemoTools): Hono<AppEnv> {
  const demo = new Hono<AppEnv>()

  // A deployment that forgot to say it is one must not let anybody in as anyone.
  demo.use(`${paths.demo}/*`, async (c, next) => {
    if (!LOCAL.has(new URL(c.req.url).hostname)) throw new Problem(404)
    return next()
  })

  demo.get(paths.demo, guard('demo.use'), async (c) => page(c, <DemoPage people={await peopleWithAll(c)} />))

  // The same path as by hand: the drain makes the code and mails it; this reads the mail and gives the code.
  demo.post(paths.demoSignIn, guard('demo.use'), async (c) => {
    const form = readForm(c, z.object({ email: z.string().max(254) }))
    const account = form.ok ? await findAccountByEmail(c.var.deps.db, form.value.email) : undefined
    if (!account) throw new Problem(404)
    const { asking, cookie } = await newAsking(c, false)
    const ctx = commandContext(c, homeOf[account.role])
    const outcome = await askForCode(ctx, asking, account.email, 'none')
    if (outcome !== 'asked') throw new Problem(outcome === 'too-many' ? 429 : 409)
    await tools.drain()
    const code = await codeSentTo(tools, account.email)
    const attempt = {
      requestId: asking.requestId,
      browserHash: await sha256(cookie.split('.')[1] ?? ''),
      code,
    }
    if ((await tryCode(contextWithoutAnswer(c), attempt)).outcome !== 'signed-in') throw new Problem(409)
    await startSession(c, account, false)
    return c.redirect(homeOf[account.role], 303)
  })

  demo.get(paths.demoMail, guard('demo.use'), async (c) =>
    page(c, <SentMailPage mail={await tools.sentMail.list()} />),
  )

  return demo
}

async function codeSentTo({ sentMail }: DemoTools, email: string): Promise<string> {
  const newest = (await sentMail.list()).find((mail) => mail.to === email)
  return /\b\d{6}\b/.exec(newest?.body ?? '')?.[0] ?? ''
}
