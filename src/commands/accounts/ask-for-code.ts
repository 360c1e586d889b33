import { findAccountByEmail, findInvitationByToken } from '../../../db/queries/accounts'
import { addSignInRequest } from '../../../db/statements/accounts'
import { enqueue } from '../../../db/statements/record'
import { normaliseEmail } from '../../domain/account'
import { addMinutes } from '../../domain/dates'
import type { AccountId } from '../../domain/ids'
import type { CommandContext } from '../command-context'
import { recordFact } from '../commit-change'

/** A code works for ten minutes. */
const CODE_MINUTES = 10

/** A form sent twice at once asks once: the loser is `changed-meanwhile`, and its browser keeps the winner's secret. */
export type AskOutcome = 'asked' | 'too-many' | 'changed-meanwhile'

export type Asking = {
  /** The id the request will have; the browser keeps it. */
  requestId: string
  /** SHA-256 of the secret the browser keeps. */
  browserHash: string
  isOwnDevice: boolean
}

/**
 * Asks for a sign-in code. Known and unknown addresses get the same answer in the same time: the request is kept
 * either way, and whether there is an account is the drain's business.
 */
export async function askForCode(
  ctx: CommandContext,
  asking: Asking,
  email: string,
  limit: 'by-address' | 'none' = 'by-address',
): Promise<AskOutcome> {
  const account = await findAccountByEmail(ctx.db, normaliseEmail(email))
  const mayHave = account?.state === 'active' ? account.id : null
  return keepRequest(ctx, asking, { email, accountId: mayHave, invitationId: null, limit })
}

/** Asks for the code that accepts an invitation; it goes to the invited address, wherever the link was opened. */
export async function askForInvitationCode(
  ctx: CommandContext,
  asking: Asking,
  tokenHash: string,
): Promise<AskOutcome | 'not-found'> {
  const invitation = await findInvitationByToken(ctx.db, tokenHash)
  const isOpen = invitation?.state === 'open' && invitation.expiresAt > ctx.now().toISOString()
  if (!isOpen || invitation.accountState === 'suspended' || invitation.accountState === 'closed')
    return 'not-found'
  return keepRequest(ctx, asking, { ...invitation, invitationId: invitation.id, limit: 'by-address' })
}

async function keepRequest(
  ctx: CommandContext,
  asking: Asking,
  who: {
    email: string
    accountId: AccountId | null
    invitationId: string | null
    limit: 'by-address' | 'none'
  },
): Promise<AskOutcome> {
  const now = ctx.now()
  const email = normaliseEmail(who.email)
  // The schema counts equal hashes; a demonstration, where one press is one code, makes each its own.
  const counted = who.limit === 'none' ? `${email} ${asking.requestId}` : email
  const request = {
    id: asking.requestId,
    browserHash: asking.browserHash,
    isOwnDevice: asking.isOwnDevice,
    emailHash: await ctx.secrets.hash('email', counted),
    accountId: who.accountId,
    invitationId: who.invitationId,
    askedAt: now.toISOString(),
    expiresAt: addMinutes(now, CODE_MINUTES).toISOString(),
  }
  const committed = await recordFact(ctx, [
    addSignInRequest(ctx.db, request),
    enqueue(ctx.db, ctx.newId(), now.toISOString(), 'sign-in.asked', { requestId: request.id }),
  ])
  if (committed === 'too-many') return 'too-many'
  return committed === 'committed' ? 'asked' : 'changed-meanwhile'
}
