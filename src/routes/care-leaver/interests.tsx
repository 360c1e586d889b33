import { Hono } from 'hono'
import { z } from 'zod'
import { listInterestsOf } from '../../../db/queries/interests'
import { listMatchesOf } from '../../../db/queries/matches'
import { RequestsPage } from '../../../views/care-leaver/requests-page'
import { saveOpportunity, unsaveOpportunity } from '../../commands/care-leavers/save-opportunity'
import { recordInterest, withdrawInterest } from '../../commands/interests/record-interest'
import type { InterestId, OpportunityId } from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { commandContext, done } from '../../http/command-context'
import { line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { finish } from './finish'
import { ownRecord } from './own'

/** Saving, asking, and the story of each request. None of it is ever told to whoever posted the offer. */
export const interests = new Hono<AppEnv>()

interests.post('/my/saved/:id', guard('opportunity.save'), async (c) => {
  const id = readId<OpportunityId>(c)
  const ctx = commandContext(c, paths.opportunity(id), 'offer-saved')
  const outcome = await saveOpportunity(ctx, (await ownRecord(c)).id, id)
  return finish(c, ctx, outcome)
})

interests.post('/my/saved/:id/remove', guard('opportunity.save'), async (c) => {
  const id = readId<OpportunityId>(c)
  // Off the list, a paused offer has no page any more.
  const back = c.var.form.get('from') === 'list' ? paths.my.saved : paths.opportunity(id)
  const ctx = commandContext(c, back, 'offer-unsaved')
  await unsaveOpportunity(ctx, (await ownRecord(c)).id, id)
  return done(c, ctx)
})

interests.post('/my/interests/:id', guard('interest.record-own'), async (c) => {
  const opportunityId = readId<OpportunityId>(c)
  const form = readForm(c, z.object({ words: line('What you write', 500) }))
  const words = form.ok ? form.value.words : ''
  const ctx = commandContext(c, paths.my.requests, 'interest-sent')
  const interest = { id: c.var.deps.newId() as InterestId, opportunityId, words }
  const outcome = await recordInterest(ctx, await ownRecord(c), interest)
  return finish(c, ctx, outcome)
})

interests.post('/my/requests/:id/withdraw', guard('interest.withdraw-own'), async (c) => {
  const ctx = commandContext(c, paths.my.requests, 'interest-withdrawn')
  const outcome = await withdrawInterest(ctx, await ownRecord(c), readId<InterestId>(c))
  return finish(c, ctx, outcome)
})

interests.get(paths.my.requests, guard('request.read-own'), async (c) => {
  const record = await ownRecord(c)
  const [requests, matches] = await Promise.all([
    listInterestsOf(c.var.deps.db, record.id),
    listMatchesOf(c.var.deps.db, record.id),
  ])
  return page(c, <RequestsPage requests={requests} matches={matches} />)
})
