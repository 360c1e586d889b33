import type { Context } from 'hono'
import { findAccount } from '../../db/queries/accounts'
import { ConfirmPostPage, type KeptField } from '../../views/sign-in/confirm-post-page'
import { sha256 } from '../auth/secrets'
import { askForCode } from '../commands/accounts/ask-for-code'
import { tryCode } from '../commands/accounts/try-code'
import type { Actor } from '../domain/account'
import type { AppEnv } from './app-env'
import { newAsking, readAsking, startSession } from './asking'
import { contextWithoutAnswer } from './command-context'
import { startDrain } from './drain-after-post'
import { page } from './page'
import { Problem } from './problems'
import { keepCookie } from './cookies'

const CODE = 'fresh-code'
const AGAIN = 'new-code'
const OURS = [CODE, AGAIN, 'key']

/**
 * A form that wants a fresh code: asks for one on a page that keeps everything that was typed, and lets the form
 * through once the code is right. Nothing is stored before that.
 * @returns the page that asks, or undefined when the code was right: the handler goes on with a new session
 */
export async function confirmPost(c: Context<AppEnv>, visitor: Actor): Promise<Response | undefined> {
  const { form } = c.var
  const code = String(form.get(CODE) ?? '').replace(/\s/g, '')
  const asking = readAsking(c)
  if (!form.has(CODE) || form.has(AGAIN) || !asking) return askAgain(c, visitor)
  if (!/^\d{6}$/.test(code)) return shown(c, 'The code is 6 numbers, like 123456')

  const attempt = { requestId: asking.requestId, browserHash: await sha256(asking.secret), code }
  const tried = await tryCode(contextWithoutAnswer(c), attempt)
  if (tried.outcome === 'wrong-code')
    return shown(c, 'That code is not right. Check the newest email we sent you')
  if (tried.outcome !== 'signed-in' || tried.account.id !== visitor.id)
    return shown(c, 'That code no longer works. Ask for a new one')
  const actor = await startSession(c, tried.account, tried.isOwnDevice)
  c.set('visitor', actor)
  c.set('actor', actor)
  return undefined
}

async function askAgain(c: Context<AppEnv>, visitor: Actor): Promise<Response> {
  const account = await findAccount(c.var.deps.db, visitor.id)
  if (!account) throw new Problem(403)
  const { asking, cookie } = await newAsking(c, visitor.isOwnDevice)
  const outcome = await askForCode(contextWithoutAnswer(c), asking, account.email)
  if (outcome === 'too-many')
    return shown(c, 'You have asked for 5 codes. Wait 15 minutes, then ask for a new one', false)
  keepCookie(c, 'asking', `${cookie}.`)
  startDrain(c)
  return shown(c)
}

/** 422: what was sent is in order, and something is still missing. */
async function shown(c: Context<AppEnv>, problem?: string, isSent = true): Promise<Response> {
  const fields = [...c.var.form].filter(([name]) => !OURS.includes(name))
  const kept = fields.flatMap(([name, value]): KeptField[] =>
    typeof value === 'string' ? [{ name, value }] : [],
  )
  const lostFile = fields.some(([, value]) => typeof value !== 'string' && value.size > 0)
  return page(
    c,
    <ConfirmPostPage
      action={c.req.path}
      fields={kept}
      lostFile={lostFile}
      problem={problem ?? null}
      isSent={isSent}
    />,
    422,
  )
}
