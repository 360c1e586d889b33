import { Hono } from 'hono'
import { guard } from '../http/guard'
import type { AppEnv } from '../http/app-env'
import { paths } from '../paths'

/** For machines: is it alive, can it serve. One word each, no details. */
export const health = new Hono<AppEnv>()

health.get(paths.health, guard('health.read'), (c) => c.text('ok'))

/** Trouble with search never makes the service unready: the built-in engine stands in. */
health.get(paths.ready, guard('health.read'), async (c) => {
  const { deps } = c.var
  if (!(await deps.isReady().catch(() => false))) return c.text('not ready', 503)
  const search = await deps.searchHealth().catch(() => null)
  return c.text(search?.isWell ? 'ready' : 'degraded')
})
