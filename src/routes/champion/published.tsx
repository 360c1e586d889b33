import { type Context, Hono } from 'hono'
import { ConfirmPage, ReinstatePage } from '../../../views/champion/confirm-page'
import { changeOpportunity, reinstateOpportunity } from '../../commands/opportunities/change-opportunity'
import {
  draftForCopy,
  dropRevision,
  editOpportunity,
  startOpportunity,
} from '../../commands/opportunities/write-opportunity'
import { dayOf } from '../../domain/dates'
import type { OpportunityId } from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { readDay } from '../../http/fields'
import { type FormProblem, readForm } from '../../http/form'
import { guard } from '../../http/guard'
import type { Notice } from '../../http/notice'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { finish } from './finish'
import { reinstateForm } from './opportunity.form'
import { posterOf, readWork, writtenIn } from './own'

/** What may be done with one that is there: a new version, a copy, a pause, an end, and back again. */
export const published = new Hono<AppEnv>()

const write = guard('opportunity.write-own')

published.post('/champion/opportunities/:id/edit', write, async (c) => {
  const work = await readWork(c)
  const ctx = commandContext(c, paths.champion.opportunity(work.id))
  return finish(c, ctx, await editOpportunity(ctx, posterOf(c), work.id))
})

published.post('/champion/opportunities/:id/copy', write, async (c) => {
  const work = await readWork(c)
  const id = c.var.deps.newId() as OpportunityId
  const ctx = commandContext(c, paths.champion.opportunity(id), 'copied')
  const start = { id, pledgeId: work.pledgeId, draft: draftForCopy(writtenIn(work)) }
  return finish(c, ctx, await startOpportunity(ctx, posterOf(c), start))
})

published.get('/champion/opportunities/:id/drop', write, async (c) => {
  return page(c, <ConfirmPage work={await readWork(c)} verb="drop" />)
})

published.post('/champion/opportunities/:id/drop', write, async (c) => {
  const work = await readWork(c)
  const next = work.content ? paths.champion.opportunity(work.id) : paths.champion.opportunities
  const ctx = commandContext(c, next, work.content ? 'draft-dropped' : 'removed')
  return finish(c, ctx, await dropRevision(ctx, posterOf(c), work.id))
})

for (const verb of ['close', 'withdraw'] as const) {
  published.get(`/champion/opportunities/:id/${verb}`, write, async (c) => {
    return page(c, <ConfirmPage work={await readWork(c)} verb={verb} />)
  })
}

const SAID = {
  pause: 'paused',
  resume: 'resumed',
  close: 'closed',
  withdraw: 'withdrawn',
} as const satisfies Record<string, Notice>

for (const verb of ['pause', 'resume', 'close', 'withdraw'] as const) {
  published.post(`/champion/opportunities/:id/${verb}`, write, async (c) => {
    const work = await readWork(c)
    const ctx = commandContext(c, paths.champion.opportunity(work.id), SAID[verb])
    return finish(c, ctx, await changeOpportunity(ctx, posterOf(c), work.id, verb))
  })
}

published.get('/champion/opportunities/:id/reinstate', write, async (c) =>
  reinstatePage(c, { values: {}, errors: [] }, 200),
)

published.post('/champion/opportunities/:id/reinstate', write, async (c) => {
  const work = await readWork(c)
  const form = readForm(c, reinstateForm(dayOf(c.var.deps.now())))
  if (!form.ok) return reinstatePage(c, form, 422)
  const ctx = commandContext(c, paths.champion.opportunity(work.id), 'resumed')
  return finish(
    c,
    ctx,
    await reinstateOpportunity(ctx, posterOf(c), work.id, readDay(form.value, 'closesOn') ?? ''),
  )
})

async function reinstatePage(c: Context<AppEnv>, form: FormProblem, status: number) {
  return page(c, <ReinstatePage work={await readWork(c)} values={form.values} errors={form.errors} />, status)
}
