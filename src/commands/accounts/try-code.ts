import type { Statement } from '../../../db/database'
import {
  type AccountRecord,
  findAccount,
  findInvitation,
  findSignInRequest,
  hasNewerRequest,
  type SignInRequest,
} from '../../../db/queries/accounts'
import {
  countTry,
  setAccountSeen,
  setAccountState,
  setCodeUsed,
  setInvitationState,
} from '../../../db/statements/accounts'
import { dayOf } from '../../domain/dates'
import type { CommandContext } from '../command-context'
import { type Change, commitChange, recordFact } from '../commit-change'

export type TryCodeOutcome =
  | { outcome: 'signed-in'; account: AccountRecord; isOwnDevice: boolean }
  | { outcome: 'wrong-code' | 'code-ended' }

/**
 * Compares a code with the newest one of the browser that asked. The try is counted first, and the schema refuses a
 * sixth, so tries at the same moment or over restarts cannot be more than five.
 */
export async function tryCode(
  ctx: CommandContext,
  attempt: { requestId: string; browserHash: string; code: string },
): Promise<TryCodeOutcome> {
  const request = await findSignInRequest(ctx.db, attempt.requestId)
  if (!request || !(await isOpen(ctx, request, attempt.browserHash))) return { outcome: 'code-ended' }
  if ((await recordFact(ctx, [countTry(ctx.db, request.id)])) !== 'committed')
    return { outcome: 'code-ended' }

  const codeHash = await ctx.secrets.hash('code', `${request.id}:${attempt.code}`)
  if (!request.codeHash || request.codeHash !== codeHash || !request.accountId)
    return { outcome: 'wrong-code' }

  const account = await findAccount(ctx.db, request.accountId)
  if (!account) return { outcome: 'code-ended' }
  const used = await useCode({ ...ctx, actor: account }, request, account)
  return used
    ? { outcome: 'signed-in', account, isOwnDevice: request.isOwnDevice }
    : { outcome: 'code-ended' }
}

async function isOpen(ctx: CommandContext, request: SignInRequest, browserHash: string): Promise<boolean> {
  const isAlive = request.usedAt === null && request.expiresAt > ctx.now().toISOString()
  return isAlive && request.browserHash === browserHash && !(await hasNewerRequest(ctx.db, request))
}

/** Signing in, and accepting the invitation where the code was asked for one. */
async function useCode(
  ctx: CommandContext,
  request: SignInRequest,
  account: AccountRecord,
): Promise<boolean> {
  const used = [
    setCodeUsed(ctx.db, request.id, ctx.now().toISOString()),
    setAccountSeen(ctx.db, account.id, dayOf(ctx.now())),
  ]
  if (request.invitationId) return acceptInvitation(ctx, request.invitationId, account, used)
  return account.state === 'active' && (await recordFact(ctx, used)) === 'committed'
}

async function acceptInvitation(
  ctx: CommandContext,
  invitationId: string,
  account: AccountRecord,
  used: readonly Statement[],
): Promise<boolean> {
  const invitation = await findInvitation(ctx.db, invitationId)
  if (invitation?.state !== 'open' || invitation.expiresAt <= ctx.now().toISOString()) return false
  const changes: Change[] = [
    {
      action: 'invitation.accept',
      subject: `invitation:${invitation.id}`,
      version: invitation.version + 1,
      from: 'open',
      to: 'accepted',
    },
  ]
  const statements = [...used, setInvitationState(ctx.db, invitation.id, 'accepted', invitation.version + 1)]
  if (account.state === 'invited') {
    changes.push({
      action: 'account.activate',
      subject: `account:${account.id}`,
      version: account.version + 1,
      from: 'invited',
      to: 'active',
    })
    statements.push(setAccountState(ctx.db, account.id, 'active', account.version + 1))
  }
  return (await commitChange(ctx, changes, statements)) === 'committed'
}
