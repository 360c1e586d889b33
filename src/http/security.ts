import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env'
import { Problem } from './problems'
import { SECURITY_HEADERS } from './security-headers'

/** The same headers on every answer, whatever its status. Pages are never kept by a browser or a proxy. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value)
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Anything that may change something must come from a page of this service, whatever its content type. */
export const sameOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (SAFE.has(c.req.method)) return next()
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const isOurs = origin ? hostsOfService(c).includes(hostOf(origin)) : site === 'same-origin'
  if (!isOurs || (site !== undefined && site !== 'same-origin')) throw new Problem(403)
  return next()
}

/**
 * The hosts a browser may see us under: the configured one, and, where nobody had to configure it, the one it asked
 * for. Whoever sends a request writes its `Host`, so in production that proves nothing.
 */
function hostsOfService(c: Context<AppEnv>): string[] {
  const { appEnv, baseUrl } = c.var.deps.config
  const configured = hostOf(baseUrl)
  if (appEnv === 'production') return [configured]
  return [c.req.header('host') || new URL(c.req.url).host, configured]
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).host
  } catch {
    return ''
  }
}
