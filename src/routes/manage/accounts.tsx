import { type Context, Hono } from 'hono'
import { z } from 'zod'
import {
  findAccount,
  findOpenInvitation,
  listAccounts,
  listActiveAccounts,
} from '../../../db/queries/accounts'
import { findOrganisation, listOrganisations } from '../../../db/queries/organisations'
import { listWorkOf } from '../../../db/queries/work'
import { AccountPage } from '../../../views/manage/account-page'
import { AccountsPage } from '../../../views/manage/accounts-page'
import { InviteAccountPage } from '../../../views/manage/invite-account-page'
import { reinstateAccount, revokeInvitation, suspendAccount } from '../../commands/accounts/change-account'
import { inviteAccount } from '../../commands/accounts/invite-account'
import { reassignWork } from '../../commands/accounts/reassign-work'
import type { AccountId, OrganisationId } from '../../domain/ids'
import { posterRole } from '../../domain/organisation'
import type { Role } from '../../domain/account'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { emailField, type FieldError, type FormProblem, line, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { countPages, pageOf } from '../../http/paging'
import { Problem } from '../../http/problems'
import { paths } from '../../paths'
import { isStaffAddress } from '../../policy/staff-address'
import { readAccountFilter } from './account-filter'
import { finish } from './finish'

/** Who may come in: inviting, suspending, handing work over. */
export const accounts = new Hono<AppEnv>()

const PAGE_SIZE = 50

accounts.get(paths.manage.accounts, guard('account.manage'), async (c) => {
  const { db } = c.var.deps
  const filter = readAccountFilter((name) => c.req.query(name) ?? '')
  const wanted = pageOf(c)
  const [{ rows, total }, organisations] = await Promise.all([
    listAccounts(db, filter, { page: wanted, size: PAGE_SIZE }),
    listOrganisations(db),
  ])
  return page(
    c,
    <AccountsPage
      accounts={rows}
      total={total}
      organisations={organisations}
      filter={filter}
      page={wanted}
      pageCount={countPages(total, PAGE_SIZE)}
    />,
  )
})

const INVITED_ROLES = ['champion', 'adviser', 'broker', 'manager', 'coordinator'] as const

const InviteForm = z.object({
  role: z.enum(INVITED_ROLES, 'Choose what they will do'),
  name: line('Name', 120, 'Enter their name'),
  email: emailField(),
  organisationId: line('Organisation', 32),
})

async function invitePage(c: Context<AppEnv>, problem?: FormProblem) {
  const organisations = await listOrganisations(c.var.deps.db)
  const body = (
    <InviteAccountPage
      organisations={organisations}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

accounts.get(paths.manage.invite, guard('account.manage', { isFresh: true }), (c) => invitePage(c))

accounts.post(paths.manage.invite, guard('account.manage', { isFresh: true }), async (c) => {
  const form = readForm(c, InviteForm)
  if (!form.ok) return invitePage(c, form)
  const { name, email, organisationId } = form.value
  const place = await placeFor(c, form.value)
  if ('error' in place) return invitePage(c, { values: form.value, errors: [place.error] })
  const ctx = commandContext(c, paths.manage.accounts, 'invited')
  const outcome = await inviteAccount(ctx, { name, email, ...place })
  if (outcome !== 'address-in-use') return finish(c, ctx, outcome)
  const message = 'This address already has an account'
  return invitePage(c, { values: { ...form.value, organisationId }, errors: [{ field: 'email', message }] })
})

/** Posters belong to an organisation; staff must have an address of the council. */
async function placeFor(
  c: Context<AppEnv>,
  { role, email, organisationId }: z.output<typeof InviteForm>,
): Promise<{ role: Role; organisationId: OrganisationId | null } | { error: FieldError }> {
  if (role === 'champion') {
    const organisation = await findOrganisation(c.var.deps.db, organisationId as OrganisationId)
    if (!organisation) return { error: { field: 'organisationId', message: 'Choose their organisation' } }
    return { role: posterRole(organisation.kind), organisationId: organisation.id }
  }
  const { staffMailDomains } = c.var.deps.config
  if (isStaffAddress(email, staffMailDomains)) return { role, organisationId: null }
  return {
    error: { field: 'email', message: `Staff need an address at ${staffMailDomains.join(' or ')}` },
  }
}

async function accountPage(c: Context<AppEnv>, problem?: FormProblem) {
  const { db } = c.var.deps
  const account = await findAccount(db, readId<AccountId>(c))
  if (!account || account.role === 'care-leaver') throw new Problem(404)
  const [work, invitation, colleagues] = await Promise.all([
    listWorkOf(db, account.id),
    findOpenInvitation(db, account.id),
    listActiveAccounts(db, account.role),
  ])
  const body = (
    <AccountPage
      account={account}
      isSelf={account.id === c.var.actor.id}
      work={countsOf(work)}
      invitation={invitation ? { id: invitation.id, expiresAt: invitation.expiresAt } : null}
      colleagues={colleagues.filter(
        ({ id, organisationId }) => id !== account.id && organisationId === account.organisationId,
      )}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

const countsOf = ({
  people,
  matches,
  opportunities,
  pledges,
  shares,
}: Awaited<ReturnType<typeof listWorkOf>>) => ({
  people: people.length,
  matches: matches.length,
  opportunities: opportunities.length,
  pledges: pledges.length,
  shares: shares.length,
})

accounts.get('/manage/accounts/:id', guard('account.manage'), (c) => accountPage(c))

accounts.post('/manage/accounts/:id/suspend', guard('account.manage', { isFresh: true }), async (c) => {
  const form = readForm(c, z.object({ reason: line('Reason', 500, 'Write why, for the record') }))
  if (!form.ok) return accountPage(c, form)
  const id = readId<AccountId>(c)
  const ctx = commandContext(c, paths.manage.account(id), 'suspended')
  return finish(c, ctx, await suspendAccount(ctx, id, form.value.reason))
})

accounts.post('/manage/accounts/:id/reinstate', guard('account.manage', { isFresh: true }), async (c) => {
  const id = readId<AccountId>(c)
  const ctx = commandContext(c, paths.manage.account(id), 'reinstated')
  return finish(c, ctx, await reinstateAccount(ctx, id))
})

accounts.post('/manage/accounts/:id/reassign', guard('work.reassign', { isFresh: true }), async (c) => {
  const form = readForm(
    c,
    z.object({ to: z.string('Choose a colleague').regex(/^[0-9a-f]{32}$/, 'Choose a colleague') }),
  )
  if (!form.ok) return accountPage(c, form)
  const id = readId<AccountId>(c)
  const ctx = commandContext(c, paths.manage.account(id), 'reassigned')
  return finish(c, ctx, await reassignWork(ctx, id, form.value.to as AccountId))
})

accounts.post('/manage/invitations/:id/revoke', guard('account.manage', { isFresh: true }), async (c) => {
  const ctx = commandContext(c, paths.manage.accounts, 'revoked')
  return finish(c, ctx, await revokeInvitation(ctx, readId(c)))
})
