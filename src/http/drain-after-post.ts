import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env'

/** Starts the outbox's drain after every post that worked; the answer does not wait for it. */
export const drainAfterPost: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  if (c.req.method === 'POST' && c.res.status < 400) startDrain(c)
}

/** Starts the outbox's drain now, for a page that has just asked for mail and is no redirect. */
export function startDrain(c: Context<AppEnv>): void {
  let context: { waitUntil(work: Promise<unknown>): void } | undefined
  try {
    context = c.executionCtx
  } catch {
    // Node has no execution context: the work simply goes on.
  }
  c.var.deps.drainSoon(context)
}
