import { Hono } from 'hono'
import { countKeptInterests } from '../../../db/queries/interests'
import { listQueue } from '../../../db/queries/queue'
import { QueuePage } from '../../../views/team/queue-page'
import { dayOf } from '../../domain/dates'
import type { AppEnv } from '../../http/app-env'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { pageOf } from '../../http/paging'

import { paths } from '../../paths'
import { unmatchedInQueue } from './coverage/waiting-unmatched'

export const home = new Hono<AppEnv>()

/** What is waiting, on whom, for how long. */
home.get(paths.team.home, guard('queue.read'), async (c) => {
  const { actor, deps } = c.var
  const today = dayOf(deps.now())
  return page(
    c,
    <QueuePage
      items={[...(await unmatchedInQueue(c)), ...(await listQueue(deps.db, actor.id, today))]}
      kept={await countKeptInterests(deps.db, actor.id)}
      today={today}
      turn={c.req.query('turn') ?? ''}
      page={pageOf(c)}
    />,
  )
})
