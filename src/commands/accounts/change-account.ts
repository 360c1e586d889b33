import { findAccount, findInvitation } from '../../../db/queries/accounts'
import { raiseAuthEpoch, setAccountState } from '../../../db/statements/accounts'
import { deleteSessionsOf } from '../../../db/statements/sessions'
import type { AccountState } from '../../domain/account'
import type { AccountId } from '../../domain/ids'
import type { CommandContext } from '../command-context'
import { commitChange, type Committed } from '../commit-change'
import { endingOfInvitation } from '../parts/ending-of-account'

export type AccountOutcome = Committed | 'not-found' | 'not-possible-now' | 'own-account'

/**
 * Ends every session of the account in the same write. Nobody suspends themselves, and a young person's account is
 * their adviser's business: to a manager there is none.
 */
export async function suspendAccount(
  ctx: CommandContext,
  id: AccountId,
  reason: string,
): Promise<AccountOutcome> {
  return changeState(ctx, id, { from: 'active', to: 'suspended', action: 'account.suspend', words: reason })
}

export async function reinstateAccount(ctx: CommandContext, id: AccountId): Promise<AccountOutcome> {
  return changeState(ctx, id, { from: 'suspended', to: 'active', action: 'account.reinstate' })
}

async function changeState(
  ctx: CommandContext,
  id: AccountId,
  move: { from: AccountState; to: AccountState; action: string; words?: string },
): Promise<AccountOutcome> {
  const account = await findAccount(ctx.db, id)
  if (!account || account.role === 'care-leaver') return 'not-found'
  if (account.id === ctx.actor.id) return 'own-account'
  if (account.state !== move.from) return 'not-possible-now'
  const version = account.version + 1
  return commitChange(ctx, { ...move, subject: `account:${id}`, version }, [
    setAccountState(ctx.db, id, move.to, version),
    raiseAuthEpoch(ctx.db, id),
    deleteSessionsOf(ctx.db, id),
  ])
}

/** The link stops working at once. */
export async function revokeInvitation(ctx: CommandContext, id: string): Promise<AccountOutcome> {
  const invitation = await findInvitation(ctx.db, id)
  if (!invitation) return 'not-found'
  if (invitation.state !== 'open') return 'not-possible-now'
  const { changes, statements } = endingOfInvitation(ctx, invitation)
  return commitChange(ctx, changes, statements)
}
