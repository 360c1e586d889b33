import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findOrganisation, listOrganisations } from '../../../db/queries/organisations'
import { InvitePosterPage } from '../../../views/team/invite-page'
import { inviteAccount } from '../../commands/accounts/invite-account'
import type { OrganisationId } from '../../domain/ids'
import { posterRole } from '../../domain/organisation'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { emailField, type FormProblem, line, readForm } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'
import { finish } from './finish'

/** The team invites a champion or partner for an organisation. */
export const invite = new Hono<AppEnv>()

const InviteForm = z.object({
  name: line('Name', 120, 'Enter their name'),
  email: emailField(),
  organisationId: z.string('Choose their organisation').regex(/^[0-9a-f]{32}$/, 'Choose their organisation'),
})

async function shown(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const organisations = await listOrganisations(c.var.deps.db)
  const body = (
    <InvitePosterPage
      organisations={organisations}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

invite.get(paths.team.invitePoster, guard('account.invite-poster', { isFresh: true }), (c) => shown(c))

invite.post(paths.team.invitePoster, guard('account.invite-poster', { isFresh: true }), async (c) => {
  const form = readForm(c, InviteForm)
  if (!form.ok) return shown(c, form)
  const organisation = await findOrganisation(c.var.deps.db, form.value.organisationId as OrganisationId)
  if (!organisation)
    return shown(c, {
      values: form.value,
      errors: [{ field: 'organisationId', message: 'Choose their organisation' }],
    })
  const ctx = commandContext(c, paths.team.home, 'invited')
  const { name, email } = form.value
  const outcome = await inviteAccount(ctx, {
    name,
    email,
    role: posterRole(organisation.kind),
    organisationId: organisation.id,
  })
  if (outcome === 'address-in-use') {
    return shown(c, {
      values: form.value,
      errors: [{ field: 'email', message: 'This address already has an account. Ask a manager' }],
    })
  }
  return finish(c, ctx, outcome)
})
