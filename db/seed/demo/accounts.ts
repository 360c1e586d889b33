import { type AccountState, normaliseName, type Role, SYSTEM_ACTOR_ID } from '../../../src/domain/account'
import { addMinutes, type Instant } from '../../../src/domain/dates'
import type { AccountId, OrganisationId } from '../../../src/domain/ids'
import type { Step } from './history'
import { type FullName, mailAddress } from './people-names'
import type { World } from './world'

/** An account as the rest of the demonstration needs it. */
export type SeededAccount = {
  id: AccountId
  name: FullName
  email: string
  role: Role
  organisationId: OrganisationId | null
  state: AccountState
  invitedAt: Instant
  /** When the invitation was accepted; null when it was not. */
  activeSince: Instant | null
}

export type Joining = {
  name: FullName
  domain: string
  role: Role
  organisationId?: OrganisationId
  state?: AccountState
  invitedBy?: AccountId
  invitedDaysAgo: number
}

const INVITATION_MINUTES = 48 * 60

/** An account with its invitation and all that has happened to both. */
export async function addAccount(world: World, joining: Joining): Promise<SeededAccount> {
  const { chance, calendar } = world
  const state = joining.state ?? 'active'
  const [invitedAt = '', joinedAt = '', endedAt = ''] = calendar.moments([
    joining.invitedDaysAgo,
    Math.max(0, joining.invitedDaysAgo - chance.between(0, 1)),
    Math.max(0, joining.invitedDaysAgo - chance.between(20, 200)),
  ])
  const account: SeededAccount = {
    id: chance.id() as AccountId,
    name: joining.name,
    email: mailAddress(joining.name, joining.domain),
    role: joining.role,
    organisationId: joining.organisationId ?? null,
    state,
    invitedAt,
    activeSince: state === 'invited' ? null : joinedAt,
  }
  const invitedBy = joining.invitedBy ?? SYSTEM_ACTOR_ID
  addInvitation(world, account, { invitedBy, joinedAt })
  const version = world.history.record(
    `account:${account.id}`,
    stepsOf(account, { invitedBy, joinedAt, endedAt }),
  )
  await addAccountRow(world, account, version)
  return account
}

type Times = { invitedBy: AccountId; joinedAt: Instant }

function stepsOf({ id, state, invitedAt }: SeededAccount, times: Times & { endedAt: Instant }): Step[] {
  const steps: Step[] = [{ at: invitedAt, by: times.invitedBy, action: 'account.create', to: 'invited' }]
  if (state === 'invited') return steps
  steps.push({ at: times.joinedAt, by: id, action: 'account.activate', from: 'invited', to: 'active' })
  if (state === 'active') return steps
  const action = state === 'closed' ? 'account.close' : 'account.suspend'
  return [...steps, { at: times.endedAt, by: times.invitedBy, action, from: 'active', to: state }]
}

/** Some who have not come yet were invited twice: the first link was taken back. */
function addInvitation(world: World, account: SeededAccount, { invitedBy, joinedAt }: Times): void {
  const { chance, rows, history } = world
  const { invitedAt } = account
  const invite = (
    state: 'open' | 'accepted' | 'revoked',
    at: Instant,
    end: Omit<Step, 'from' | 'to'> | null,
  ) => {
    const id = chance.id()
    const steps: Step[] = [{ at, by: invitedBy, action: 'invitation.create', to: 'open' }]
    if (end) steps.push({ ...end, from: 'open', to: state })
    rows.add('invitation', {
      id,
      token_hash: null,
      account_id: account.id,
      role: account.role,
      organisation_id: account.organisationId,
      invited_by: invitedBy,
      created_at: at,
      expires_at: addMinutes(new Date(at), INVITATION_MINUTES).toISOString(),
      state,
      version: history.record(`invitation:${id}`, steps),
    })
  }
  if (account.state !== 'invited') {
    return invite('accepted', invitedAt, { at: joinedAt, by: account.id, action: 'invitation.accept' })
  }
  if (chance.happens(0.2)) {
    const again = { at: joinedAt, by: invitedBy, action: 'invitation.revoke' }
    invite('revoked', invitedAt, again)
    return invite('open', joinedAt, null)
  }
  return invite('open', invitedAt, null)
}

async function addAccountRow(
  { chance, calendar, rows, secrets }: World,
  account: SeededAccount,
  version: number,
): Promise<void> {
  const isClosed = account.state === 'closed'
  const hasSignedIn = account.activeSince !== null && !isClosed
  rows.add('account', {
    id: account.id,
    email: isClosed ? null : account.email,
    email_hash: isClosed ? null : await secrets.hash('not-told', account.email),
    name: isClosed ? 'Closed account' : account.name.full,
    name_hash: isClosed ? '' : await secrets.hash('not-told', normaliseName(account.name.full)),
    role: account.role,
    organisation_id: account.organisationId,
    state: account.state,
    version,
    created_at: account.invitedAt,
    last_seen_on: hasSignedIn ? latest(account.activeSince ?? '', calendar.day(chance.between(0, 40))) : null,
  })
}

function latest(activeSince: Instant, seenOn: string): string {
  const joinedOn = activeSince.slice(0, 10)
  return joinedOn > seenOn ? joinedOn : seenOn
}
