import { sql } from 'kysely'
import type { AccountState, Role } from '../../src/domain/account'
import type { Day, Instant } from '../../src/domain/dates'
import type { AccountId, OrganisationId } from '../../src/domain/ids'
import type { Database } from '../database'

export type NewAccount = {
  id: AccountId
  email: string
  emailHash: string
  name: string
  nameHash: string
  role: Role
  organisationId: OrganisationId | null
  state: AccountState
  createdAt: Instant
}

export const addAccount = (db: Database, account: NewAccount) =>
  db.query.insertInto('account').values({
    id: account.id,
    email: account.email,
    email_hash: account.emailHash,
    name: account.name,
    name_hash: account.nameHash,
    role: account.role,
    organisation_id: account.organisationId,
    state: account.state,
    created_at: account.createdAt,
  })

export const setAccountState = (db: Database, id: AccountId, state: AccountState, version: number) =>
  db.query.updateTable('account').set({ state, version }).where('id', '=', id)

/** Ends every session of the account at once, on every replica: a session carries the epoch it was made in. */
export const raiseAuthEpoch = (db: Database, id: AccountId) =>
  db.query
    .updateTable('account')
    .set({ auth_epoch: sql<number>`auth_epoch + 1` })
    .where('id', '=', id)

export const setAccountSeen = (db: Database, id: AccountId, day: Day) =>
  db.query.updateTable('account').set({ last_seen_on: day }).where('id', '=', id)

/** What is left of an account that was closed: its id and its role. */
export const emptyAccount = (db: Database, id: AccountId, version: number) =>
  db.query
    .updateTable('account')
    .set({ email: null, email_hash: null, name: 'Closed account', name_hash: '', state: 'closed', version })
    .where('id', '=', id)

export type NewSignInRequest = {
  id: string
  browserHash: string
  emailHash: string
  accountId: AccountId | null
  invitationId: string | null
  isOwnDevice: boolean
  askedAt: Instant
  expiresAt: Instant
}

export const addSignInRequest = (db: Database, request: NewSignInRequest) =>
  db.query.insertInto('sign_in_request').values({
    id: request.id,
    browser_hash: request.browserHash,
    email_hash: request.emailHash,
    account_id: request.accountId,
    invitation_id: request.invitationId,
    is_own_device: request.isOwnDevice ? 1 : 0,
    asked_at: request.askedAt,
    expires_at: request.expiresAt,
  })

export const setCodeHash = (db: Database, id: string, codeHash: string) =>
  db.query.updateTable('sign_in_request').set({ code_hash: codeHash }).where('id', '=', id)

/** Counted before the code is compared, so that tries at the same moment cannot be more than five. */
export const countTry = (db: Database, id: string) =>
  db.query
    .updateTable('sign_in_request')
    .set({ tries: sql<number>`tries + 1` })
    .where('id', '=', id)

export const setCodeUsed = (db: Database, id: string, at: Instant) =>
  db.query.updateTable('sign_in_request').set({ used_at: at }).where('id', '=', id)

export type NewInvitation = {
  id: string
  accountId: AccountId
  role: Role
  organisationId: OrganisationId | null
  invitedBy: AccountId
  createdAt: Instant
  expiresAt: Instant
}

export const addInvitation = (db: Database, invitation: NewInvitation) =>
  db.query.insertInto('invitation').values({
    id: invitation.id,
    account_id: invitation.accountId,
    role: invitation.role,
    organisation_id: invitation.organisationId,
    invited_by: invitation.invitedBy,
    created_at: invitation.createdAt,
    expires_at: invitation.expiresAt,
    state: 'open',
  })

export const setInvitationToken = (db: Database, id: string, tokenHash: string) =>
  db.query.updateTable('invitation').set({ token_hash: tokenHash }).where('id', '=', id)

export const setInvitationState = (
  db: Database,
  id: string,
  state: 'accepted' | 'revoked',
  version: number,
) => db.query.updateTable('invitation').set({ state, version, token_hash: null }).where('id', '=', id)
