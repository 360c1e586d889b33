import { type Context, Hono } from 'hono'
import { listHistory } from '../../../db/queries/audit'
import { listOwnAsks } from '../../../db/queries/champion-asks'
import { listOwnOpportunities } from '../../../db/queries/opportunities'
import { findOwnPledge, listOwnPledges } from '../../../db/queries/pledges'
import { readSettings } from '../../../db/queries/settings'
import { CheckPage } from '../../../views/champion/check-page'
import { HistoryPage } from '../../../views/champion/history-page'
import { NewOpportunityPage } from '../../../views/champion/new-opportunity-page'
import { OpportunitiesPage } from '../../../views/champion/opportunities-page'
import { OpportunityPage } from '../../../views/champion/opportunity-page'
import { NoPreviewPage, PreviewPage } from '../../../views/champion/preview-page'
import { SubmittedPage } from '../../../views/champion/submitted-page'
import { titleOf } from '../../../views/champion/words'
import {
  draftForAsk,
  draftForCopy,
  startOpportunity,
  submitOpportunity,
} from '../../commands/opportunities/write-opportunity'
import { dayOf } from '../../domain/dates'
import type { OpportunityId } from '../../domain/ids'
import { isWritable } from '../../domain/opportunity'
import { closingDay, sectionsToDo, toContent } from '../../domain/opportunity-draft'
import { nextPledgeState } from '../../domain/pledge'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FieldError, readForm } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { toAskView, toPreview } from '../../policy/views'
import { finish } from './finish'
import { NewOpportunityForm } from './opportunity.form'
import { posterOf, readWork, writtenIn } from './own'

/** Posting an opportunity: from a new draft to sending it. */
export const opportunities = new Hono<AppEnv>()

const read = guard('opportunity.read-own')
const write = guard('opportunity.write-own')

opportunities.get(paths.champion.opportunities, read, async (c) => {
  const works = await listOwnOpportunities(c.var.deps.db, c.var.actor.organisationId)
  return page(c, <OpportunitiesPage works={works} />)
})

opportunities.get(paths.champion.newOpportunity, write, async (c) => {
  const choice = await choicesOf(c)
  const wanted = choice.pledges.find(({ id }) => id === c.req.query('pledge'))
  const values = { pledge: wanted?.id ?? 'none', ask: c.req.query('ask') ?? '' }
  return page(c, <NewOpportunityPage {...choice} values={values} errors={[]} />)
})

opportunities.post(paths.champion.newOpportunity, write, async (c) => {
  const choice = await choicesOf(c)
  const form = readForm(c, NewOpportunityForm)
  if (!form.ok)
    return page(c, <NewOpportunityPage {...choice} values={form.values} errors={form.errors} />, 422)
  const pledge = choice.pledges.find(({ id }) => id === form.value.pledge)
  const source = choice.copies.find(({ id }) => id === form.value.copy)
  const errors: FieldError[] = [
    ...(pledge || form.value.pledge === 'none'
      ? []
      : [{ field: 'pledge', message: 'Choose one of the pledges, or none' }]),
    ...(source || form.value.copy === ''
      ? []
      : [{ field: 'copy', message: 'Choose one from the list, or none' }]),
  ]
  if (errors.length > 0)
    return page(c, <NewOpportunityPage {...choice} values={form.values} errors={errors} />, 422)
  const id = c.var.deps.newId() as OpportunityId
  const ctx = commandContext(c, paths.champion.opportunity(id))
  const ask = choice.asks.find((one) => one.id === form.value.ask)
  const draft = source ? draftForCopy(writtenIn(source)) : ask ? draftForAsk(ask) : {}
  const start = { id, pledgeId: pledge?.id ?? null, draft }
  return finish(c, ctx, await startOpportunity(ctx, posterOf(c), start))
})

/** Pledges that still hold, what has something in it to copy, and what the team asks for. */
async function choicesOf(c: Context<AppEnv>) {
  const { actor, deps } = c.var
  const [pledges, works, asks] = await Promise.all([
    listOwnPledges(deps.db, actor.organisationId),
    listOwnOpportunities(deps.db, actor.organisationId),
    listOwnAsks(deps.db, actor.organisationId),
  ])
  return {
    asks: asks.map(toAskView),
    pledges: pledges.filter(({ state }) => nextPledgeState(state, 'withdraw') !== undefined),
    copies: works.filter(({ content }) => content !== null),
  }
}

opportunities.get('/champion/opportunities/:id', read, async (c) => {
  const work = await readWork(c)
  const pledge = work.pledgeId
    ? await findOwnPledge(c.var.deps.db, c.var.actor.organisationId, work.pledgeId)
    : undefined
  return page(
    c,
    <OpportunityPage work={work} pledge={pledge ? { id: pledge.id, what: pledge.what } : null} />,
  )
})

opportunities.get('/champion/opportunities/:id/preview', read, async (c) => {
  const work = await readWork(c)
  const draft = writtenIn(work)
  const content = toContent(draft)
  if (!content) return page(c, <NoPreviewPage id={work.id} left={sectionsToDo(draft)} />)
  const organisation = { id: work.organisationId, name: work.organisationName }
  const offer = toPreview(content, organisation, closingDay(content, dayOf(c.var.deps.now())))
  return page(c, <PreviewPage id={work.id} offer={offer} canSend={isWritable(work.revision)} />)
})

opportunities.get('/champion/opportunities/:id/check', write, async (c) => {
  const work = await readWork(c)
  if (!isWritable(work.revision)) return c.redirect(paths.champion.opportunity(work.id), 303)
  return page(c, <CheckPage id={work.id} draft={writtenIn(work)} isRefused={false} />)
})

opportunities.post('/champion/opportunities/:id/submit', write, async (c) => {
  const work = await readWork(c)
  const ctx = commandContext(c, paths.champion.submitted(work.id))
  const outcome = await submitOpportunity(ctx, posterOf(c), work.id)
  if (outcome === 'not-complete')
    return page(c, <CheckPage id={work.id} draft={writtenIn(work)} isRefused />, 422)
  return finish(c, ctx, outcome)
})

opportunities.get('/champion/opportunities/:id/submitted', read, async (c) => {
  const work = await readWork(c)
  const { revision } = work
  if (revision?.state !== 'submitted') return c.redirect(paths.champion.opportunity(work.id), 303)
  const settings = await readSettings(c.var.deps.db)
  return page(
    c,
    <SubmittedPage work={work} submittedAt={revision.submittedAt ?? work.stateSince} settings={settings} />,
  )
})

opportunities.get('/champion/opportunities/:id/history', read, async (c) => {
  const work = await readWork(c)
  const rows = await listHistory(c.var.deps.db, `opportunity:${work.id}`)
  const back = paths.champion.opportunity(work.id)
  return page(c, <HistoryPage title={titleOf(work)} back={back} rows={rows} readerId={c.var.actor.id} />)
})
