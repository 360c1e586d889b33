import type { Context, MiddlewareHandler } from 'hono'
import { addMinutes } from '../domain/dates'
import { can, type Permission } from '../policy/permissions'
import { paths } from '../paths'
import type { AppEnv } from './app-env'
import { confirmPost } from './confirm-post'
import { Problem } from './problems'
import { safeNext } from './safe-next'

/** Every guard that was made, so that a test can name any route left open and print the rest. */
const GUARDS = new WeakMap<object, Permission>()

/** How long a code counts as fresh. */
const FRESH_MINUTES = 15

/**
 * Lets a request through when whoever sends it holds the permission. A visitor is asked to sign in first; anybody
 * else who lacks it gets 403. Where a fresh code is asked for, a page sends people to sign in again, and a form is kept
 * while they give the code.
 * @param permission a row of the permission table
 * @param options `isFresh` asks for a code given in the last 15 minutes
 */
export function guard(
  permission: Permission,
  options: { isFresh?: boolean } = {},
): MiddlewareHandler<AppEnv> {
  const handler: MiddlewareHandler<AppEnv> = async (c, next) => {
    const { visitor, deps } = c.var
    if (!can(visitor?.role ?? 'visitor', permission)) {
      if (visitor) throw new Problem(403)
      return c.redirect(signInFor(c), 303)
    }
    if (visitor) {
      c.set('actor', visitor)
      const isStale = addMinutes(new Date(visitor.assuredAt), FRESH_MINUTES) < deps.now()
      if (options.isFresh && isStale) {
        const answer = c.req.method === 'POST' ? await confirmPost(c, visitor) : c.redirect(signInFor(c), 303)
        if (answer) return answer
      }
    }
    return next()
  }
  GUARDS.set(handler, permission)
  return handler
}

/** The permission a handler guards, if it is a guard. */
export function permissionOf(handler: object): Permission | undefined {
  return GUARDS.get(handler)
}

/** After signing in people come back to the page they wanted; a form that was posted goes back to its own page. */
function signInFor(c: Context<AppEnv>): string {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  const wanted = isRead ? c.req.path : pathOfReferrer(c)
  const next = safeNext(wanted)
  return next ? `${paths.signIn}?next=${encodeURIComponent(next)}` : paths.signIn
}

function pathOfReferrer(c: Context<AppEnv>): string | undefined {
  try {
    return new URL(c.req.header('referer') ?? '').pathname
  } catch {
    return undefined
  }
}
