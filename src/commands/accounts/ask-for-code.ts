import { countRequestsFor, findAccountByEmail, findInvitationByToken } from '../../../db/queries/accounts'
import { addSignInRequest } from '../../../db/statements/accounts'
import { enqueue } from '../../../db/statements/record'
import { normaliseEmail } from '../../domain/account'
import { addMinutes } from '../../domain/dates'
import type { AccountId } from '../../domain/ids'
import type { CommandContext } from '../command-context'
import { recordFact } from '../commit-change'

/** A code works for ten minutes. */
const CODE_MINUTES = 10

/** Codes for one address in a quarter of an hour. */
const REQUESTS_MAX = 5
const REQUESTS_MINUTES = 15

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
  requestsMax: number = REQUESTS_MAX,
): Promise<AskOutcome> {
  const account = await findAccountByEmail(ctx.db, normaliseEmail(email))
  const mayHave = account?.state === 'active' ? account.id : null
  return keepRequest(ctx, asking, { email, accountId: mayHave, invitationId: null, requestsMax })
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
  return keepRequest(ctx, asking, { ...invitation, invitationId: invitation.id, requestsMax: REQUESTS_MAX })
}

async function keepRequest(
  ctx: CommandContext,
  asking: Asking,
  who: { email: string; accountId: AccountId | null; invitationId: string | null; requestsMax: number },
): Promise<AskOutcome> {
  const now = ctx.now()
  const emailHash = await ctx.secrets.hash('email', normaliseEmail(who.email))
  const since = addMinutes(now, -REQUESTS_MINUTES).toISOString()
  if ((await countRequestsFor(ctx.db, emailHash, since)) >= who.requestsMax) return 'too-many'

  const request = {
    id: asking.requestId,
    browserHash: asking.browserHash,
    isOwnDevice: asking.isOwnDevice,
    emailHash,
    accountId: who.accountId,
    invitationId: who.invitationId,
    askedAt: now.toISOString(),
    expiresAt: addMinutes(now, CODE_MINUTES).toISOString(),
  }
  const committed = await recordFact(ctx, [
    addSignInRequest(ctx.db, request),
    enqueue(ctx.db, ctx.newId(), now.toISOString(), 'sign-in.asked', { requestId: request.id }),
  ])
  return committed === 'committed' ? 'asked' : 'changed-meanwhile'
}
