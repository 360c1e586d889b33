import { Hono } from 'hono'
import { guard } from '../http/guard'
import type { AppEnv } from '../http/app-env'
import { paths } from '../paths'

/** For machines: is it alive, can it serve. One word each, no details. */
export const health = new Hono<AppEnv>()

health.get(paths.health, guard('health.read'), (c) => c.text('ok'))

health.get(paths.ready, guard('health.read'), async (c) => {
  const isReady = await c.var.deps.isReady().catch(() => false)
  return c.text(isReady ? 'ready' : 'not ready', isReady ? 200 : 503)
})
