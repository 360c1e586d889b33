import { Hono } from 'hono'
import { listCandidates } from '../../../db/queries/candidates'
import { listReached } from '../../../db/queries/matches'
import { listOpenings } from '../../../db/queries/opportunities'
import { listEetStandings } from '../../../db/queries/rounds'
import { readRuleSet } from '../../../db/queries/rule-sets'
import { FairnessPage } from '../../../views/team/fairness-page'
import { addDays, dayOf } from '../../domain/dates'
import type { AppEnv } from '../../http/app-env'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { proxyReport } from '../../matching/cohort/proxy-report'
import { paths } from '../../paths'

const YEAR_DAYS = 365

export const fairness = new Hono<AppEnv>()

/** How far people of each group get: suggested, offered, placed. */
fairness.get(paths.team.fairness, guard('fairness.read'), async (c) => {
  const { db, secrets, now, rounds } = c.var.deps
  const day = dayOf(now())
  const [candidates, eet, openings, reached, ruleSet] = await Promise.all([
    listCandidates(db, secrets, { viewerId: c.var.actor.id }),
    listEetStandings(db),
    listOpenings(db, day),
    listReached(db, addDays(day, -YEAR_DAYS)),
    readRuleSet(db),
  ])
  const report = proxyReport({
    members: candidates.map((candidate) => ({ candidate, eet: eet.get(candidate.id) ?? 'not-known' })),
    came: candidates.map(({ id }) => reached.get(id)),
    openings,
    day,
    ruleSet,
    pairsMax: rounds.pairsMax,
  })
  return page(c, <FairnessPage report={report} people={candidates.length} version={ruleSet.version} />)
})
