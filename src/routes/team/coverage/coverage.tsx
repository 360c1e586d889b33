import { Hono } from 'hono'
import { countAsksOfKinds } from '../../../../db/queries/champion-asks'
import { countUnderWay } from '../../../../db/queries/people'
import { CoveragePage } from '../../../../views/team/coverage/coverage-page'
import { addDays, dayOf } from '../../../domain/dates'
import type { AppEnv } from '../../../http/app-env'
import { guard } from '../../../http/guard'
import { page } from '../../../http/page'
import { paths } from '../../../paths'
import { coverageFigures } from './kept-figures'

/** As long as an ask can stand. */
const ASKED_DAYS = 56

export const coverage = new Hono<AppEnv>()

/** What is wanted and what is offered, and where they differ most. Counts only. */
coverage.get(paths.team.coverage, guard('coverage.read'), async (c) => {
  const { db, now } = c.var.deps
  const [found, underWay, asked] = await Promise.all([
    coverageFigures(c),
    countUnderWay(db, c.var.actor.id),
    countAsksOfKinds(db, addDays(dayOf(now()), -ASKED_DAYS)),
  ])
  return page(c, <CoveragePage coverage={found} underWay={underWay} asked={asked} />)
})
