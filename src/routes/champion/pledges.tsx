import { type Context, Hono } from 'hono'
import { listHistory } from '../../../db/queries/audit'
import {
  findOwnPledge,
  listOpportunitiesUnder,
  listOwnPledges,
  type Pledge,
} from '../../../db/queries/pledges'
import { NewPledgePage } from '../../../views/champion/new-pledge-page'
import { PledgePage } from '../../../views/champion/pledge-page'
import { PledgesPage } from '../../../views/champion/pledges-page'
import { WithdrawPledgePage } from '../../../views/champion/withdraw-pledge-page'
import { makePledge } from '../../commands/pledges/make-pledge'
import { withdrawPledge } from '../../commands/pledges/withdraw-pledge'
import { dayOf } from '../../domain/dates'
import type { PledgeId } from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { finish } from './finish'
import { posterOf } from './own'
import { readDay } from '../../http/fields'
import { pledgeForm, WithdrawPledgeForm } from './pledge.form'

/** What an organisation has promised. */
export const pledges = new Hono<AppEnv>()

pledges.get(paths.champion.pledges, guard('pledge.read-own'), async (c) => {
  const list = await listOwnPledges(c.var.deps.db, c.var.actor.organisationId)
  return page(c, <PledgesPage pledges={list} />)
})

pledges.get(paths.champion.newPledge, guard('pledge.change-own'), (c) =>
  page(c, <NewPledgePage values={{}} errors={[]} />),
)

pledges.post(paths.champion.newPledge, guard('pledge.change-own'), async (c) => {
  const { now, newId } = c.var.deps
  const form = readForm(c, pledgeForm(dayOf(now())))
  if (!form.ok) return page(c, <NewPledgePage values={form.values} errors={form.errors} />, 422)
  const { what, outcome, places } = form.value
  const id = newId() as PledgeId
  const ctx = commandContext(c, paths.champion.pledge(id), 'pledge-saved')
  const dueOn = readDay(form.value, 'dueOn') ?? ''
  return finish(c, ctx, await makePledge(ctx, posterOf(c), { id, what, outcome, places, dueOn }))
})

pledges.get('/champion/pledges/:id', guard('pledge.read-own'), async (c) => {
  const { actor, deps } = c.var
  const pledge = await readPledge(c)
  const [opportunities, history] = await Promise.all([
    listOpportunitiesUnder(deps.db, pledge.id),
    listHistory(deps.db, `pledge:${pledge.id}`),
  ])
  return page(
    c,
    <PledgePage pledge={pledge} opportunities={opportunities} history={history} readerId={actor.id} />,
  )
})

pledges.get('/champion/pledges/:id/withdraw', guard('pledge.change-own'), async (c) => {
  return page(c, <WithdrawPledgePage pledge={await readPledge(c)} values={{}} errors={[]} />)
})

pledges.post('/champion/pledges/:id/withdraw', guard('pledge.change-own'), async (c) => {
  const pledge = await readPledge(c)
  const form = readForm(c, WithdrawPledgeForm)
  if (!form.ok)
    return page(c, <WithdrawPledgePage pledge={pledge} values={form.values} errors={form.errors} />, 422)
  const ctx = commandContext(c, paths.champion.pledge(pledge.id), 'withdrawn')
  return finish(c, ctx, await withdrawPledge(ctx, posterOf(c), pledge.id, form.value.reason))
})

/** The pledge in the path, when it is of the poster's own organisation; otherwise there is none. */
async function readPledge(c: Context<AppEnv>): Promise<Pledge> {
  const { actor, deps } = c.var
  const pledge = await findOwnPledge(deps.db, actor.organisationId, readId<PledgeId>(c))
  if (!pledge) throw new Problem(404)
  return pledge
}
