import { Hono } from 'hono'
import { CoveragePage } from '../../../../views/team/coverage/coverage-page'
import type { AppEnv } from '../../../http/app-env'
import { guard } from '../../../http/guard'
import { page } from '../../../http/page'
import { paths } from '../../../paths'
import { coverageFigures } from './kept-figures'

export const coverage = new Hono<AppEnv>()

/** What is wanted and what is offered, and where they differ most. Counts only. */
coverage.get(paths.team.coverage, guard('coverage.read'), async (c) => {
  const figures = await coverageFigures(c)
  return page(c, <CoveragePage coverage={figures.coverage} />)
})
