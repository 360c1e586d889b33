import type { Context, MiddlewareHandler } from 'hono'
import type { SessionView } from '../auth/session'
import type { Actor } from '../domain/account'
import type { AppEnv } from './app-env'
import { dropCookie, keepCookie, readCookie } from './cookies'

/** A neutral name: a cookie's name can be read over somebody's shoulder. */
const SESSION = 'sid'

const OWN_DEVICE_SECONDS = 7 * 24 * 3600

/** Who sends the request, read from the session on every request: role, state and organisation as they are now. */
export const loadVisitor: MiddlewareHandler<AppEnv> = async (c, next) => {
  const token = readCookie(c, SESSION)
  const session = token ? await c.var.deps.sessions.read(token) : null
  c.set('visitor', session && toActor(session))
  return next()
}

/** Who acts, as a session names them. */
export function toActor({ id, accountId, assuredAt, isOwnDevice, account }: SessionView): Actor {
  const { role, name, organisationId, careLeaverId } = account
  return { id: accountId, role, name, organisationId, careLeaverId, sessionId: id, assuredAt, isOwnDevice }
}

/** Ends with the browser on a shared device; on somebody's own phone it lasts as long as the session may. */
export function setSessionCookie(c: Context<AppEnv>, token: string, isOwnDevice: boolean): void {
  keepCookie(c, SESSION, token, isOwnDevice ? OWN_DEVICE_SECONDS : undefined)
}

/** Forgets everything this browser was given. */
export function clearCookies(c: Context<AppEnv>): void {
  for (const name of [SESSION, 'asking', 'where']) dropCookie(c, name)
  c.header('Clear-Site-Data', '"cache", "storage"')
}

/** What a session list says of a device: its kind only, never its exact make. */
export function deviceOf(userAgent: string | undefined): string {
  const agent = userAgent ?? ''
  const kind = /iPad|Tablet/i.test(agent)
    ? 'Tablet'
    : /Mobi|iPhone|Android/i.test(agent)
      ? 'Phone'
      : 'Computer'
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox\//.test(agent)
      ? 'Firefox'
      : /Chrome\//.test(agent)
        ? 'Chrome'
        : /Safari\//.test(agent)
          ? 'Safari'
          : ''
  return browser ? `${kind}, ${browser}` : kind
}
