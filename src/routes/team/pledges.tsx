import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findPledge, listPledges } from '../../../db/queries/pledges'
import { PledgePage, PledgesPage } from '../../../views/team/pledge-pages'
import { changePledge, TEAM_PLEDGE_ACTIONS } from '../../commands/pledges/change-pledge'
import type { PledgeId } from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { finish } from './finish'

/** Pledges as the team keeps them: agree, and say how each came out. */
export const pledges = new Hono<AppEnv>()

pledges.get(paths.team.pledges, guard('pledge.agree'), async (c) =>
  page(c, <PledgesPage pledges={await listPledges(c.var.deps.db)} />),
)

async function shown(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const pledge = await findPledge(c.var.deps.db, readId<PledgeId>(c))
  if (!pledge) throw new Problem(404)
  return page(
    c,
    <PledgePage pledge={pledge} values={problem?.values ?? {}} errors={problem?.errors ?? []} />,
    problem ? 422 : 200,
  )
}

pledges.get('/team/pledges/:id', guard('pledge.agree'), (c) => shown(c))

const ChangeForm = z.object({
  action: z.enum(TEAM_PLEDGE_ACTIONS, 'Choose what happened'),
  reason: line('Reason', 500),
})

pledges.post('/team/pledges/:id/change', guard('pledge.agree'), async (c) => {
  const form = readForm(c, ChangeForm)
  if (!form.ok) return shown(c, form)
  const { action, reason } = form.value
  if (action !== 'agree' && reason === '') {
    return shown(c, {
      values: form.value,
      errors: [{ field: 'reason', message: 'Write why, for the record' }],
    })
  }
  const id = readId<PledgeId>(c)
  const ctx = commandContext(c, paths.team.pledge(id), 'pledge-saved')
  const outcome = await changePledge(ctx, id, { action, reason })
  return finish(c, ctx, outcome)
})
