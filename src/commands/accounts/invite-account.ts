import {
  type AccountRecord,
  findAccount,
  findAccountByEmail,
  findOpenInvitation,
} from '../../../db/queries/accounts'
import { addAccount, addInvitation, emptyAccount, setInvitationState } from '../../../db/statements/accounts'
import { setCareLeaverAccount } from '../../../db/statements/care-leavers'
import { enqueue } from '../../../db/statements/record'
import type { Statement } from '../../../db/database'
import { normaliseEmail, normaliseName, type Role } from '../../domain/account'
import { addMinutes } from '../../domain/dates'
import type { AccountId, CareLeaverId, OrganisationId } from '../../domain/ids'
import type { CommandContext } from '../command-context'
import { type Change, commitChange } from '../commit-change'

/** An invitation works once, within 48 hours. */
const INVITATION_MINUTES = 48 * 60

export type Invited = {
  email: string
  name: string
  role: Role
  organisationId: OrganisationId | null
  /** The person this account will be for, when an adviser invites a young person. */
  careLeaver?: { id: CareLeaverId; version: number; accountId: AccountId | null }
}

export type InviteOutcome = 'invited' | 'address-in-use' | 'changed-meanwhile'

/**
 * Invites somebody: makes their account, or a new link for one that has not accepted yet. The token is made by the
 * outbox's drain and sent to the address; it is kept nowhere in clear.
 */
export async function inviteAccount(ctx: CommandContext, invited: Invited): Promise<InviteOutcome> {
  const email = normaliseEmail(invited.email)
  const existing = await findAccountByEmail(ctx.db, email)
  const isSame =
    existing?.state === 'invited' &&
    existing.role === invited.role &&
    existing.organisationId === invited.organisationId &&
    // An address that waits for one young person's yes must never open another's record.
    (!invited.careLeaver || existing.id === invited.careLeaver.accountId)
  if (existing && !isSame) return 'address-in-use'
  const replaced = await accountToReplace(ctx, invited, existing)
  if (replaced === 'in-use') return 'address-in-use'

  const accountId = existing?.id ?? (ctx.newId() as AccountId)
  const open = existing && (await findOpenInvitation(ctx.db, existing.id))
  const invitation = newInvitation(ctx, accountId, invited)
  const changes: Change[] = [
    { action: 'invitation.create', subject: `invitation:${invitation.id}`, version: 1, to: 'open' },
    ...(replaced?.changes ?? []),
  ]
  const statements: Statement[] = [...(replaced?.statements ?? [])]

  if (open) {
    changes.push({
      action: 'invitation.revoke',
      subject: `invitation:${open.id}`,
      version: open.version + 1,
      from: 'open',
      to: 'revoked',
    })
    statements.push(setInvitationState(ctx.db, open.id, 'revoked', open.version + 1))
  }
  if (!existing) {
    changes.push({ action: 'account.create', subject: `account:${accountId}`, version: 1, to: 'invited' })
    statements.push(addAccount(ctx.db, await newAccount(ctx, accountId, { ...invited, email })))
  }
  if (invited.careLeaver && !existing) {
    const { id, version } = invited.careLeaver
    changes.push({ action: 'care-leaver.invite', subject: `care-leaver:${id}`, version: version + 1 })
    statements.push(setCareLeaverAccount(ctx.db, id, accountId, version + 1))
  }
  const committed = await commitChange(ctx, changes, [
    ...statements,
    addInvitation(ctx.db, invitation),
    enqueue(ctx.db, ctx.newId(), invitation.createdAt, 'account.invited', { invitationId: invitation.id }),
  ])
  if (committed === 'committed') return 'invited'
  return committed === 'already-there' ? 'address-in-use' : 'changed-meanwhile'
}

/**
 * The account that a corrected address replaces: it is emptied and its link stops working. One that somebody has
 * accepted already is never replaced by an invitation.
 */
async function accountToReplace(
  ctx: CommandContext,
  { careLeaver }: Invited,
  existing: AccountRecord | undefined,
) {
  if (!careLeaver?.accountId || existing) return undefined
  const [account, open] = await Promise.all([
    findAccount(ctx.db, careLeaver.accountId),
    findOpenInvitation(ctx.db, careLeaver.accountId),
  ])
  if (!account || account.state === 'closed') return undefined
  if (account.state !== 'invited') return 'in-use'
  const version = account.version + 1
  const changes: Change[] = [
    { action: 'account.close', subject: `account:${account.id}`, version, from: 'invited', to: 'closed' },
  ]
  const statements: Statement[] = [emptyAccount(ctx.db, account.id, version)]
  if (open) {
    const next = open.version + 1
    changes.push({
      action: 'invitation.revoke',
      subject: `invitation:${open.id}`,
      version: next,
      from: 'open',
      to: 'revoked',
    })
    statements.push(setInvitationState(ctx.db, open.id, 'revoked', next))
  }
  return { changes, statements }
}

function newInvitation(ctx: CommandContext, accountId: AccountId, invited: Invited) {
  const now = ctx.now()
  return {
    id: ctx.newId(),
    accountId,
    role: invited.role,
    organisationId: invited.organisationId,
    invitedBy: ctx.actor.id,
    createdAt: now.toISOString(),
    expiresAt: addMinutes(now, INVITATION_MINUTES).toISOString(),
  }
}

async function newAccount(ctx: CommandContext, id: AccountId, invited: Invited) {
  return {
    id,
    email: invited.email,
    emailHash: await ctx.secrets.hash('not-told', invited.email),
    name: invited.name,
    nameHash: await ctx.secrets.hash('not-told', normaliseName(invited.name)),
    role: invited.role,
    organisationId: invited.organisationId,
    state: 'invited' as const,
    createdAt: ctx.now().toISOString(),
  }
}
