import {
  type AccountRecord,
  findAccount,
  findAccountByEmail,
  findOpenInvitation,
} from '../../../db/queries/accounts'
import { addAccount, addInvitation } from '../../../db/statements/accounts'
import { setCareLeaverAccount } from '../../../db/statements/care-leavers'
import { enqueue } from '../../../db/statements/record'
import { normaliseEmail, normaliseName, type Role } from '../../domain/account'
import { addMinutes } from '../../domain/dates'
import type { AccountId, CareLeaverId, OrganisationId } from '../../domain/ids'
import type { CommandContext } from '../command-context'
import { commitChange, NOTHING, type Part, together } from '../commit-change'
import { endingOfAccount, endingOfInvitation } from '../parts/ending-of-account'

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

export type InviteOutcome = 'committed' | 'address-in-use' | 'changed-meanwhile'

/**
 * Invites somebody: makes their account, or a new link for one that has not accepted yet. The token is made by the
 * outbox's drain and sent to the address; it is kept nowhere in clear.
 */
export async function inviteAccount(ctx: CommandContext, invited: Invited): Promise<InviteOutcome> {
  const email = normaliseEmail(invited.email)
  const existing = await findAccountByEmail(ctx.db, email)
  if (existing && !isSameInvited(existing, invited)) return 'address-in-use'
  const replaced = existing ? NOTHING : await endingOfReplaced(ctx, invited)
  if (replaced === 'in-use') return 'address-in-use'

  const accountId = existing?.id ?? (ctx.newId() as AccountId)
  const before = existing && (await findOpenInvitation(ctx.db, existing.id))
  const invitation = newInvitation(ctx, accountId, invited)
  const { changes, statements } = together([
    replaced,
    before ? endingOfInvitation(ctx, before) : NOTHING,
    existing ? NOTHING : await newAccount(ctx, accountId, { ...invited, email }),
  ])
  const committed = await commitChange(
    ctx,
    [
      { action: 'invitation.create', subject: `invitation:${invitation.id}`, version: 1, to: 'open' },
      ...changes,
    ],
    [
      ...statements,
      addInvitation(ctx.db, invitation),
      enqueue(ctx.db, ctx.newId(), invitation.createdAt, 'account.invited', { invitationId: invitation.id }),
    ],
  )
  if (committed === 'committed') return committed
  return committed === 'already-there' ? 'address-in-use' : 'changed-meanwhile'
}

/** Whether an address that has an account waits for this very invitation. */
function isSameInvited(account: AccountRecord, { role, organisationId, careLeaver }: Invited): boolean {
  return (
    account.state === 'invited' &&
    account.role === role &&
    account.organisationId === organisationId &&
    // An address that waits for one young person's yes must never open another's record.
    (!careLeaver || account.id === careLeaver.accountId)
  )
}

/**
 * The account that a corrected address replaces: it is emptied and its link stops working. One that somebody has
 * accepted already is never replaced by an invitation.
 */
async function endingOfReplaced(ctx: CommandContext, { careLeaver }: Invited): Promise<Part | 'in-use'> {
  if (!careLeaver?.accountId) return NOTHING
  const [account, open] = await Promise.all([
    findAccount(ctx.db, careLeaver.accountId),
    findOpenInvitation(ctx.db, careLeaver.accountId),
  ])
  if (!account || account.state === 'closed') return NOTHING
  if (account.state !== 'invited') return 'in-use'
  return together([endingOfAccount(ctx, account), open ? endingOfInvitation(ctx, open) : NOTHING])
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

/** The account, and where it is a young person's, their record's hold on it. */
async function newAccount(ctx: CommandContext, id: AccountId, invited: Invited): Promise<Part> {
  const { email, name, role, organisationId, careLeaver } = invited
  const account = {
    id,
    email,
    emailHash: await ctx.secrets.hash('not-told', email),
    name,
    nameHash: await ctx.secrets.hash('not-told', normaliseName(name)),
    role,
    organisationId,
    state: 'invited' as const,
    createdAt: ctx.now().toISOString(),
  }
  const made: Part = {
    changes: [{ action: 'account.create', subject: `account:${id}`, version: 1, to: 'invited' }],
    statements: [addAccount(ctx.db, account)],
  }
  if (!careLeaver) return made
  const version = careLeaver.version + 1
  const held: Part = {
    changes: [{ action: 'care-leaver.invite', subject: `care-leaver:${careLeaver.id}`, version }],
    statements: [setCareLeaverAccount(ctx.db, careLeaver.id, id, version)],
  }
  return together([made, held])
}
