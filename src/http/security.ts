import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env'
import { Problem } from './problems'
import { SECURITY_HEADERS } from './security-headers'

/** The same headers on every answer, whatever its status. Pages are never kept by a browser or a proxy. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  if (complete.has(c.res)) return
  const { headers } = c.res
  for (const [name, value] of Object.entries(headersFor(c)))
    if (name !== 'Cache-Control' || !headers.has(name)) headers.set(name, value)
}

/** Answers that have had all their headers from the start. */
const complete = new WeakSet<Response>()

/** An answer with all its headers at once: to add them to one that is finished costs more than a kept page does. */
export function completeAnswer(c: Context<AppEnv>, type: string, body: Uint8Array<ArrayBuffer>): Response {
  const answer = new Response(body, { headers: { 'Content-Type': type, ...headersFor(c) } })
  complete.add(answer)
  return answer
}

/** The number stands for the request in the log. Files have none. */
function headersFor(c: Context<AppEnv>): Record<string, string> {
  const requestId = c.get('requestId')
  return {
    ...SECURITY_HEADERS,
    'Cache-Control': 'no-store',
    ...(requestId ? { 'X-Request-Id': requestId } : {}),
  }
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
