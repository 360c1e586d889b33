import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env'

/** Starts the outbox's drain after every post that worked; the answer does not wait for it. */
export const drainAfterPost: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  if (c.req.method === 'POST' && c.res.status < 400) startDrain(c)
}

/** Starts the outbox's drain now, for a page that has just asked for mail and is no redirect. */
export function startDrain(c: Context<AppEnv>): void {
  c.var.deps.drainSoon(afterwards(c))
}

/** What keeps work going after the answer on Workers; on Node there is nothing, and it simply goes on. */
export function afterwards(c: Context<AppEnv>): { waitUntil(work: Promise<unknown>): void } | undefined {
  try {
    return c.executionCtx
  } catch {
    return undefined
  }
}
