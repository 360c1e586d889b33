import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findAccount } from '../../../db/queries/accounts'
import { listOpenInterestsFor } from '../../../db/queries/interests'
import { listMatchesFor } from '../../../db/queries/matches'
import { findOpportunityWork, findPublished, listForTeam } from '../../../db/queries/opportunities'
import { OpportunitiesPage, TeamOpportunityPage } from '../../../views/team/opportunity-pages'
import { stopOpportunity } from '../../commands/opportunities/change-opportunity'
import type { OpportunityId } from '../../domain/ids'
import { OPPORTUNITY_STATES } from '../../domain/opportunity'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { countPages, pageOf } from '../../http/paging'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { can } from '../../policy/permissions'
import { finish } from './finish'

/** All opportunities, and one with its places and people. */
export const opportunities = new Hono<AppEnv>()

const PAGE_SIZE = 25

opportunities.get(paths.team.opportunities, guard('opportunity.read-all'), async (c) => {
  // A draft is still its writer's own.
  const state =
    OPPORTUNITY_STATES.find((one) => one !== 'draft' && one === c.req.query('state')) ?? 'published'
  const words = (c.req.query('words') ?? '').trim().slice(0, 100)
  const wanted = pageOf(c)
  const { rows, total } = await listForTeam(c.var.deps.db, c.var.actor.id, {
    state,
    words,
    page: wanted,
    size: PAGE_SIZE,
  })
  const pageCount = countPages(total, PAGE_SIZE)
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

async function shown(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { db } = c.var.deps
  const id = readId<OpportunityId>(c)
  const [work, opportunity] = await Promise.all([findOpportunityWork(db, id), findPublished(db, id)])
  if (!work || work.state === 'draft') throw new Problem(404)
  const [interests, matches, owner] = await Promise.all([
    listOpenInterestsFor(db, id, c.var.actor.id),
    listMatchesFor(db, id, c.var.actor.id),
    findAccount(db, work.ownerId),
  ])
  const body = (
    <TeamOpportunityPage
      work={work}
      opportunity={opportunity ?? null}
      owner={{ id: work.ownerId, name: owner?.name ?? '', canSignIn: owner?.state === 'active' }}
      interests={interests}
      matches={matches}
      mayHandOver={can(c.var.actor.role, 'work.reassign')}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

opportunities.get('/team/opportunities/:id', guard('opportunity.read-all'), (c) => shown(c))

const StopForm = z.object({ reason: line('Reason', 500, 'Write why, for whoever posted it') })

opportunities.post('/team/opportunities/:id/stop', guard('opportunity.review'), async (c) => {
  const form = readForm(c, StopForm)
  if (!form.ok) return shown(c, form)
  const id = readId<OpportunityId>(c)
  const ctx = commandContext(c, paths.team.opportunity(id), 'stopped')
  const outcome = await stopOpportunity(ctx, id, form.value.reason)
  return finish(c, ctx, outcome)
})

opportunities.post('/team/opportunities/:id/lift', guard('opportunity.review'), async (c) => {
  const id = readId<OpportunityId>(c)
  const ctx = commandContext(c, paths.team.opportunity(id), 'lifted')
  const outcome = await stopOpportunity(ctx, id, '')
  return finish(c, ctx, outcome)
})
