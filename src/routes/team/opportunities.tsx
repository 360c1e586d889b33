import { Hono } from 'hono'
import { listOpenInterestsFor } from '../../../db/queries/interests'
import { listMatchesFor } from '../../../db/queries/matches'
import { findOpportunityWork, findPublished, listForTeam } from '../../../db/queries/opportunities'
import { OpportunitiesPage, TeamOpportunityPage } from '../../../views/team/opportunity-pages'
import type { OpportunityId } from '../../domain/ids'
import { OPPORTUNITY_STATES } from '../../domain/opportunity'
import type { AppEnv } from '../../http/app-env'
import { readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { pageOf } from '../../http/paging'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'

/** All opportunities, and one with its places and people. */
export const opportunities = new Hono<AppEnv>()

const PAGE_SIZE = 25

opportunities.get(paths.team.opportunities, guard('opportunity.read-all'), async (c) => {
  const state = OPPORTUNITY_STATES.find((one) => one === c.req.query('state')) ?? 'published'
  const words = (c.req.query('words') ?? '').trim().slice(0, 100)
  const wanted = pageOf(c)
  const { rows, total } = await listForTeam(c.var.deps.db, c.var.actor.id, {
    state,
    words,
    page: wanted,
    size: PAGE_SIZE,
  })
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE))
  return page(
    c,
    <OpportunitiesPage
      rows={rows}
      total={total}
      state={state}
      words={words}
      page={wanted}
      pageCount={pageCount}
    />,
  )
})

opportunities.get('/team/opportunities/:id', guard('opportunity.read-all'), async (c) => {
  const { db } = c.var.deps
  const id = readId<OpportunityId>(c)
  const [work, opportunity] = await Promise.all([findOpportunityWork(db, id), findPublished(db, id)])
  if (!work || work.state === 'draft') throw new Problem(404)
  const [interests, matches] = await Promise.all([
    listOpenInterestsFor(db, id, c.var.actor.id),
    listMatchesFor(db, id, c.var.actor.id),
  ])
  return page(
    c,
    <TeamOpportunityPage
      work={work}
      opportunity={opportunity ?? null}
      interests={interests}
      matches={matches}
    />,
  )
})
