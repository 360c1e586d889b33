import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from './app-env'

/** One line a request: the route's pattern and not its path, so that no id and nothing typed is logged. */
export const requestLog: MiddlewareHandler<AppEnv> = async (c, next) => {
  const deps = c.get('deps')
  const start = deps.now().getTime()
  await next()
  deps.log({
    level: 'info',
    event: 'request',
    requestId: c.get('requestId'),
    method: c.req.method,
    route: patternOf(c),
    status: c.res.status,
    milliseconds: deps.now().getTime() - start,
    role: c.get('visitor')?.role ?? 'visitor',
  })
}

/** The route that answered: the last one that is not middleware, which stands at every method. */
function patternOf(c: Context<AppEnv>): string {
  return matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'none'
}
