import { Hono } from 'hono'
import { AccountPage } from '../../../views/sign-in/account-page'
import type { AppEnv } from '../../http/app-env'
import { guard } from '../../http/guard'
import { clearCookies } from '../../http/session'
import { setNotice } from '../../http/notice'
import { page } from '../../http/page'
import { paths } from '../../paths'

/** Where somebody is signed in, and how to end it. */
export const account = new Hono<AppEnv>()

account.get(paths.account, guard('account.read-own'), async (c) => {
  const { actor, deps } = c.var
  const sessions = await deps.sessions.list(actor.id)
  return page(
    c,
    <AccountPage name={actor.name} role={actor.role} sessions={sessions} currentId={actor.sessionId} />,
  )
})

account.post(paths.endAllSessions, guard('session.end-own'), async (c) => {
  const { actor, deps } = c.var
  await deps.sessions.endAll(actor.id)
  clearCookies(c)
  setNotice(c, 'signed-out')
  return c.redirect(paths.home, 303)
})

account.post('/account/sessions/:id/end', guard('session.end-own'), async (c) => {
  const { actor, deps } = c.var
  await deps.sessions.endOwn(actor.id, c.req.param('id'))
  setNotice(c, 'session-ended')
  return c.redirect(paths.account, 303)
})
