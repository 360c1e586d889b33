import { findAccount, findInvitation, findSignInRequest, hasNewerRequest } from '../../db/queries/accounts'
import { findMailReceivers } from '../../db/queries/receivers'
import type { OutboxRow } from '../../db/queries/outbox'
import { findAlertReceiver } from '../../db/queries/saved-searches'
import { setCodeHash, setInvitationToken } from '../../db/statements/accounts'
import { setOffHash } from '../../db/statements/saved-searches'
import { sha256 } from '../auth/secrets'
import type { AccountId, SavedSearchId } from '../domain/ids'
import { alertMessage, codeMessage, invitationMessage, type Message, updateMessage } from '../notify/messages'
import { paths } from '../paths'
import type { DrainContext } from './drain'

/** A code that comes minutes late is worse than none: the person has asked again by then. */
const CODE_LATE_MS = 120_000

type Handler = (ctx: DrainContext, row: OutboxRow) => Promise<void>

/** What each topic leads to. A topic that is not here is only news for the record. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  'sign-in.asked': sendCode,
  'account.invited': sendInvitation,
  'person.updated': sendUpdate,
  'introduction.made': sendUpdate,
  'review.answered': sendUpdate,
  'opportunity.closing': sendUpdate,
  'search.has-news': sendAlert,
  'opportunity.drafted': sendUpdate,
  'mentoring.answered': sendUpdate,
  'champion.asked': sendUpdate,
}

/** The code is made here, stored as a hash and sent in one go, so that no secret lies in the outbox. */
async function sendCode(ctx: DrainContext, { id, payload, createdAt }: OutboxRow) {
  const request = await findSignInRequest(ctx.db, payload.requestId ?? '')
  const isLate = ctx.now().getTime() - Date.parse(createdAt) > CODE_LATE_MS
  if (!request?.accountId || request.usedAt || isLate || (await hasNewerRequest(ctx.db, request))) return
  const account = await findAccount(ctx.db, request.accountId)
  if (!account?.email || account.state === 'suspended') return

  const code = ctx.secrets.randomCode()
  const codeHash = await ctx.secrets.hash('code', `${request.id}:${code}`)
  await ctx.db.commit([setCodeHash(ctx.db, request.id, codeHash)])
  await send(ctx, id, account.email, codeMessage(code))
}

async function sendInvitation(ctx: DrainContext, { id, payload }: OutboxRow) {
  const invitation = await findInvitation(ctx.db, payload.invitationId ?? '')
  if (invitation?.state !== 'open' || invitation.expiresAt <= ctx.now().toISOString()) return
  const token = ctx.secrets.randomToken(16)
  await ctx.db.commit([setInvitationToken(ctx.db, invitation.id, await sha256(token))])
  await send(
    ctx,
    id,
    invitation.email,
    invitationMessage(ctx.serviceName, `${ctx.baseUrl}${paths.join(token)}`),
  )
}

/**
 * The link that turns it off is kept as a hash, like every link that opens something. It is the same in each mail about a
 * search: whoever finds an older one and presses there is told that it has stopped, so it must have.
 */
async function sendAlert(ctx: DrainContext, { id, payload }: OutboxRow) {
  const searchId = (payload.savedSearchId ?? '') as SavedSearchId
  const receiver = await findAlertReceiver(ctx.db, searchId)
  if (!receiver?.email) return
  const token = await ctx.secrets.hash('alerts-off', searchId)
  await ctx.db.commit([setOffHash(ctx.db, searchId, await sha256(token))])
  const [signIn, off] = [paths.signIn, paths.alertsOff(token)].map((path) => `${ctx.baseUrl}${path}`)
  await send(ctx, id, receiver.email, alertMessage(signIn ?? '', off ?? ''))
}

/** Says that there is something to see, and nothing about what. */
async function sendUpdate(ctx: DrainContext, { id, payload }: OutboxRow) {
  const receivers = await findMailReceivers(ctx.db, (payload.accountId ?? '') as AccountId)
  for (const email of receivers) await send(ctx, id, email, updateMessage(`${ctx.baseUrl}${paths.signIn}`))
}

async function send(ctx: DrainContext, id: string, to: string, message: Message) {
  await ctx.notifier.send({ id, to, at: ctx.now().toISOString(), ...message })
}
