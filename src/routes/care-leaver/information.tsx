import { Hono } from 'hono'
import { listViewsOf } from '../../../db/queries/care-leavers'
import { collectRecord } from '../../../db/queries/own-record'
import { ClosePage, InformationPage } from '../../../views/care-leaver/information-pages'
import { closeRecord } from '../../commands/care-leavers/close-record'
import { looksByDay } from '../../domain/looks-by-day'
import type { AppEnv } from '../../http/app-env'
import { contextWithoutAnswer } from '../../http/command-context'
import { guard } from '../../http/guard'
import { setNotice } from '../../http/notice'
import { answerFor, NOBODY } from '../../http/once'
import { page } from '../../http/page'
import { clearCookies } from '../../http/session'
import { paths } from '../../paths'
import { refuse } from './finish'
import { ownRecord } from './own'

/** Who looked at my information, all of it as a download, and closing the account. */
export const information = new Hono<AppEnv>()

/** Lines of the page. The file to download has every look. */
const LINES_SHOWN = 100

information.get(paths.my.information, guard('record.read-own'), async (c) => {
  const record = await ownRecord(c)
  const lines = looksByDay(await listViewsOf(c.var.deps.db, record.id))
  return page(
    c,
    <InformationPage
      record={record}
      looks={lines.slice(0, LINES_SHOWN)}
      isCut={lines.length > LINES_SHOWN}
    />,
  )
})

information.get(paths.my.download, guard('record.download-own', { isFresh: true }), async (c) => {
  const record = await ownRecord(c)
  const bundle = await collectRecord(c.var.deps.db, c.var.deps.secrets, record.id)
  c.header('Content-Disposition', 'attachment; filename="my-information.json"')
  return c.body(JSON.stringify(bundle, null, 2), 200, { 'Content-Type': 'application/json; charset=utf-8' })
})

information.get(paths.my.close, guard('record.close-own', { isFresh: true }), (c) => page(c, <ClosePage />))

information.post(paths.my.close, guard('record.close-own', { isFresh: true }), async (c) => {
  // Closing ends the session: the same form sent again comes from nobody, and gets the same answer.
  const ctx = {
    ...contextWithoutAnswer(c),
    answer: { ...answerFor(c, paths.home, 'account-closed'), account: NOBODY },
  }
  const outcome = await closeRecord(ctx, await ownRecord(c))
  if (outcome !== 'committed') return refuse(c, outcome)
  clearCookies(c)
  setNotice(c, 'account-closed')
  return c.redirect(paths.home, 303)
})
