import type { Context } from 'hono'
import type { AccountRecord } from '../../db/queries/accounts'
import { sha256 } from '../auth/secrets'
import type { Asking } from '../commands/accounts/ask-for-code'
import type { Actor } from '../domain/account'
import type { AppEnv } from './app-env'
import { safeNext } from './safe-next'
import { Problem } from './problems'
import { dropCookie, readCookie } from './cookies'
import { deviceOf, setSessionCookie, toActor } from './session'

/** A request for a code, and the cookie that ties it to this browser. */
export async function newAsking(
  c: Context<AppEnv>,
  isOwnDevice: boolean,
): Promise<{ asking: Asking; cookie: string }> {
  const { newId, secrets } = c.var.deps
  const requestId = newId()
  const secret = secrets.randomToken(32)
  return {
    asking: { requestId, browserHash: await sha256(secret), isOwnDevice },
    cookie: `${requestId}.${secret}`,
  }
}

/** What this browser asked for, or undefined when it did not ask. */
export function readAsking(
  c: Context<AppEnv>,
): { requestId: string; secret: string; next: string } | undefined {
  const [requestId = '', secret = '', next = ''] = (readCookie(c, 'asking') ?? '').split('.')
  if (!/^[0-9a-f]{32}$/.test(requestId) || !/^[\w-]{43}$/.test(secret)) return undefined
  return { requestId, secret, next: safeNext(next) ?? '' }
}

/**
 * A new session with a new token; the one this browser had before goes first.
 * @returns who is signed in by it
 */
export async function startSession(
  c: Context<AppEnv>,
  account: AccountRecord,
  isOwnDevice: boolean,
): Promise<Actor> {
  const { sessions } = c.var.deps
  if (c.var.visitor) await sessions.end(c.var.visitor.sessionId)
  const device = deviceOf(c.req.header('user-agent'))
  const token = await sessions.start({ accountId: account.id, role: account.role, device, isOwnDevice })
  setSessionCookie(c, token, isOwnDevice && account.role === 'care-leaver')
  dropCookie(c, 'asking')
  const session = await sessions.read(token)
  if (!session) throw new Problem(403)
  return toActor(session)
}
