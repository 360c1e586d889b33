import { Hono } from 'hono'
import { z } from 'zod'
import { AlertsAreOffPage, AlertsOffPage } from '../../../views/public/alerts-off-page'
import { sha256 } from '../../auth/secrets'
import { turnAlertsOff } from '../../commands/care-leavers/saved-search'
import type { AppEnv } from '../../http/app-env'
import { contextWithoutAnswer } from '../../http/command-context'
import { readForm } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'

/** Stopping updates from the mail that brought one: one press, without signing in. It never says of what. */
export const alertsOff = new Hono<AppEnv>()

alertsOff.get(paths.alertsOff(':token'), guard('alerts.turn-off'), (c) =>
  page(c, <AlertsOffPage token={c.req.param('token') ?? ''} />),
)

/** Whether there was something to turn off is not said: the link may be in anybody's hands. */
alertsOff.post(paths.turnAlertsOff, guard('alerts.turn-off'), async (c) => {
  const form = readForm(c, z.object({ token: z.string().max(200) }))
  if (form.ok) await turnAlertsOff(contextWithoutAnswer(c), await sha256(form.value.token))
  return page(c, <AlertsAreOffPage />)
})
