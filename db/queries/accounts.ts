import { sql } from 'kysely'
import type { Account, AccountState, StaffRole } from '../../src/domain/account'
import type { AccountId, OrganisationId } from '../../src/domain/ids'
import type { Reader } from '../database'

const accounts = (db: Reader) =>
  db.query
    .selectFrom('account')
    .select(['id', 'email', 'name', 'role', 'organisation_id', 'state', 'version', 'last_seen_on'])

type Row = Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirstOrThrow']>>

export type AccountRecord = Account & { lastSeenOn: string | null }

const toAccount = (row: Row): AccountRecord => ({
  id: row.id,
  email: row.email ?? '',
  name: row.name,
  role: row.role,
  organisationId: row.organisation_id,
  state: row.state,
  version: row.version,
  lastSeenOn: row.last_seen_on,
})

export async function findAccount(db: Reader, id: AccountId): Promise<AccountRecord | undefined> {
  const row = await accounts(db).where('id', '=', id).executeTakeFirst()
  return row && toAccount(row)
}

/** By the one spelling of the address that is stored. */
export async function findAccountByEmail(db: Reader, email: string): Promise<AccountRecord | undefined> {
  const row = await accounts(db).where('email', '=', email).executeTakeFirst()
  return row && toAccount(row)
}

export async function findSignInRequest(db: Reader, id: string) {
  const row = await db.query.selectFrom('sign_in_request').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      browserHash: row.browser_hash,
      accountId: row.account_id,
      invitationId: row.invitation_id,
      isOwnDevice: row.is_own_device === 1,
      askedAt: row.asked_at,
      expiresAt: row.expires_at,
      codeHash: row.code_hash,
      tries: row.tries,
      usedAt: row.used_at,
    }
  )
}

export type SignInRequest = NonNullable<Awaited<ReturnType<typeof findSignInRequest>>>

/**
 * Whether the account has asked again since: only the newest code works. The order of the rows decides and not their
 * times, which can be equal, or go back with the clock.
 */
export async function hasNewerRequest(db: Reader, request: { accountId: AccountId | null; id: string }) {
  if (!request.accountId) return false
  const row = await db.query
    .selectFrom('sign_in_request')
    .select('id')
    .where('account_id', '=', request.accountId)
    .where(sql<boolean>`rowid > (SELECT rowid FROM sign_in_request WHERE id = ${request.id})`)
    .executeTakeFirst()
  return row !== undefined
}

const invitations = (db: Reader) =>
  db.query
    .selectFrom('invitation')
    .innerJoin('account', 'account.id', 'invitation.account_id')
    .select([
      'invitation.id',
      'invitation.account_id',
      'invitation.role',
      'invitation.state',
      'invitation.created_at',
      'invitation.expires_at',
      'invitation.version',
      'account.email',
      'account.state as account_state',
      'account.version as account_version',
    ])

const toInvitation = (
  row: Awaited<ReturnType<ReturnType<typeof invitations>['executeTakeFirstOrThrow']>>,
) => ({
  id: row.id,
  accountId: row.account_id,
  role: row.role,
  state: row.state,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  version: row.version,
  email: row.email ?? '',
  accountState: row.account_state,
  accountVersion: row.account_version,
})

export type Invitation = ReturnType<typeof toInvitation>

export async function findInvitation(db: Reader, id: string): Promise<Invitation | undefined> {
  const row = await invitations(db).where('invitation.id', '=', id).executeTakeFirst()
  return row && toInvitation(row)
}

export async function findInvitationByToken(db: Reader, tokenHash: string): Promise<Invitation | undefined> {
  const row = await invitations(db).where('invitation.token_hash', '=', tokenHash).executeTakeFirst()
  return row && toInvitation(row)
}

/** The invitation of an account that has not been accepted or revoked, dead by time or not. */
export async function findOpenInvitation(db: Reader, accountId: AccountId): Promise<Invitation | undefined> {
  const row = await invitations(db)
    .where('invitation.account_id', '=', accountId)
    .where('invitation.state', '=', 'open')
    .executeTakeFirst()
  return row && toInvitation(row)
}

/** What the list of accounts is narrowed by: nothing that names anybody, since it stands in the address. */
export type AccountFilter = {
  role: StaffRole | ''
  state: AccountState | ''
  organisationId: OrganisationId | ''
  /** A to Z, or `other`. */
  letter: string
}

const startOfName = sql<string>`upper(substr(account.name, 1, 1))`

/** Everybody but young people, one page at a time. */
export async function listAccounts(
  db: Reader,
  { role, state, organisationId, letter }: AccountFilter,
  { page, size }: { page: number; size: number },
) {
  const found = db.query
    .selectFrom('account')
    .leftJoin('organisation', 'organisation.id', 'account.organisation_id')
    .where('account.role', '<>', 'care-leaver')
    .$if(role !== '', (query) => query.where('account.role', '=', role as StaffRole))
    .$if(state !== '', (query) => query.where('account.state', '=', state as AccountState))
    .$if(organisationId !== '', (query) =>
      query.where('account.organisation_id', '=', organisationId as OrganisationId),
    )
    .$if(letter === 'other', (query) => query.where(sql<boolean>`${startOfName} NOT BETWEEN 'A' AND 'Z'`))
    .$if(/^[A-Z]$/.test(letter), (query) => query.where(startOfName, '=', letter))
  const { total } = await found
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .select([
      'account.id',
      'account.name',
      'account.role',
      'account.state',
      'account.last_seen_on as lastSeenOn',
      'organisation.name as organisationName',
    ])
    .orderBy('account.role')
    .orderBy('account.name')
    .orderBy('account.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, total }
}

/** Active accounts that may own a piece of work. */
export async function listActiveAccounts(db: Reader, role: StaffRole) {
  return db.query
    .selectFrom('account')
    .where('role', '=', role)
    .where('state', '=', 'active')
    .select(['id', 'name', 'organisation_id as organisationId'])
    .orderBy('name')
    .execute()
}

/** Whoever can own what is posted: active champions and partners, with their organisations. */
export async function listPosters(db: Reader) {
  return db.query
    .selectFrom('account')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .where('account.role', 'in', ['champion', 'partner'])
    .where('account.state', '=', 'active')
    .select([
      'account.id',
      'account.name',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
    ])
    .orderBy('organisation.name')
    .orderBy('account.name')
    .execute()
}

export type PosterRecord = Awaited<ReturnType<typeof listPosters>>[number]
