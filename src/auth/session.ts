import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import { BusyError, type Database } from '../../db/database'
import { type AccountState, IDLE_MINUTES, type Role } from '../domain/account'
import type { Instant } from '../domain/dates'
import type { AccountId, CareLeaverId, OrganisationId } from '../domain/ids'
import { findSessionAndAccount, hasSession, listSessionsOf } from '../../db/queries/sessions'
import {
  addSession,
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  extendSession,
  keepNewestSessions,
  touchSession,
} from '../../db/statements/sessions'
import { sha256 } from './secrets'

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>
    UserId: AccountId
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: UserAttributes
  }
}

type SessionAttributes = {
  createdAt: Instant
  absoluteExpiresAt: Instant
  assurance: number
  assuredAt: Instant
  device: string
  isOwnDevice: boolean
  lastSeenAt: Instant
}

type UserAttributes = {
  name: string
  role: Role
  organisationId: OrganisationId | null
  careLeaverId: CareLeaverId | null
  state: AccountState
}

/** A session as pages may show it. The id is a hash: it may be shown and used to end the session. */
export type SessionView = {
  id: string
  accountId: AccountId
  device: string
  createdAt: Instant
  lastSeenAt: Instant
  assuredAt: Instant
  isOwnDevice: boolean
  account: UserAttributes
}

/** Sessions, whichever library keeps them. See decisions/0004 for when lucia goes. */
export interface SessionService {
  /** Starts a session and gives the token for the cookie; only its hash is stored. */
  start(start: { accountId: AccountId; role: Role; device: string; isOwnDevice: boolean }): Promise<string>
  /** The session of a cookie's token, or null when it is malformed, ended, expired or its account is not active. */
  read(token: string): Promise<SessionView | null>
  end(id: string): Promise<void>
  /** Ends one session of an account; another account's session is left alone. */
  endOwn(accountId: AccountId, id: string): Promise<void>
  /** Ends every session of an account at once. */
  endAll(accountId: AccountId): Promise<void>
  list(accountId: AccountId): Promise<SessionView[]>
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/
const HOUR_MS = 3_600_000
const SESSIONS_EACH = 5
const TOUCH_EVERY_MS = 60_000

/** Eight hours for staff; twelve for a young person; seven days on a phone they say is their own. */
function absoluteMs(role: Role, isOwnDevice: boolean): number {
  if (role !== 'care-leaver') return 8 * HOUR_MS
  return isOwnDevice ? 7 * 24 * HOUR_MS : 12 * HOUR_MS
}

/** lucia's session life cycle over our tables; the token is hashed before lucia or the database sees it. */
export function createSessionService({
  db,
  now,
  newToken,
}: {
  db: Database
  now: () => Date
  newToken: () => string
}): SessionService {
  const lucia = new Lucia(createAdapter(db, now), {
    sessionExpiresIn: new TimeSpan(IDLE_MINUTES, 'm'),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  })

  return {
    async start({ accountId, role, device, isOwnDevice }) {
      const token = newToken()
      const at = now()
      const attributes: SessionAttributes = {
        createdAt: at.toISOString(),
        absoluteExpiresAt: new Date(at.getTime() + absoluteMs(role, isOwnDevice)).toISOString(),
        assurance: role === 'care-leaver' ? 1 : 2,
        assuredAt: at.toISOString(),
        device,
        isOwnDevice: isOwnDevice && role === 'care-leaver',
        lastSeenAt: at.toISOString(),
      }
      await lucia.createSession(accountId, attributes, { sessionId: await sha256(token) })
      await db.commit([keepNewestSessions(db, accountId, SESSIONS_EACH)])
      return token
    },
    async read(token) {
      if (!TOKEN.test(token)) return null
      const { session, user } = await lucia.validateSession(await sha256(token))
      if (!session) return null
      await touch(db, now(), session)
      return { ...session, accountId: session.userId, account: user }
    },
    end: (id) => lucia.invalidateSession(id),
    endOwn: (accountId, id) => db.commit([deleteSession(db, id, accountId)]),
    endAll: (accountId) => lucia.invalidateUserSessions(accountId),
    list: (accountId) => listSessionsOf(db, accountId, now().toISOString()),
  }
}

/**
 * Keeps "last seen", at most once a minute. A full or locked disk must neither sign people out nor make them wait: the
 * next page keeps it.
 */
async function touch(
  db: Database,
  at: Date,
  session: { id: string; lastSeenAt: Instant; isOwnDevice: boolean },
) {
  if (at.getTime() - Date.parse(session.lastSeenAt) < TOUCH_EVERY_MS) return
  const idleUntil = session.isOwnDevice ? null : new Date(at.getTime() + IDLE_MINUTES * 60_000).toISOString()
  await swallowWriteFault(() =>
    db.commit([touchSession(db, session.id, at.toISOString(), idleUntil)], { waitMs: 0 }),
  )
}

/** lucia reads its own clock; ours is passed in. The adapter keeps rows in our time and hands lucia its own. */
function createAdapter(db: Database, now: () => Date): Adapter {
  const toOurs = (luciaTime: Date) =>
    new Date(luciaTime.getTime() + (now().getTime() - Date.now())).toISOString()
  const toLucias = (instant: Instant) => new Date(Date.parse(instant) - (now().getTime() - Date.now()))
  return {
    async getSessionAndUser(id) {
      const found = await findSessionAndAccount(db, id, now().toISOString())
      if (!found) {
        await forgetEnded(db, id)
        return [null, null]
      }
      const { account, accountId, expiresAt, absoluteExpiresAt, ...rest } = found
      const session: DatabaseSession = {
        id,
        userId: accountId,
        expiresAt: toLucias(expiresAt),
        attributes: { ...rest, absoluteExpiresAt, assurance: found.assurance },
      }
      const user: DatabaseUser = { id: accountId, attributes: account }
      return [session, user]
    },
    async getUserSessions() {
      return []
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const idleUntil = attributes.isOwnDevice ? attributes.absoluteExpiresAt : toOurs(expiresAt)
      await db.commit([addSession(db, { id, accountId: userId, expiresAt: idleUntil, ...attributes })])
    },
    updateSessionExpiration: (id, expiresAt) =>
      swallowWriteFault(() => db.commit([extendSession(db, id, toOurs(expiresAt))], { waitMs: 0 })),
    deleteSession: (id) => db.commit([deleteSession(db, id)]),
    deleteUserSessions: (accountId) => db.commit([deleteSessionsOf(db, accountId)]),
    deleteExpiredSessions: () => db.commit([deleteExpiredSessions(db, now().toISOString())]),
  }
}

/** A session found ended is gone, even if the clock goes back. A guessed token has no row and writes nothing. */
async function forgetEnded(db: Database, id: string): Promise<void> {
  if (await hasSession(db, id))
    await swallowWriteFault(() => db.commit([deleteSession(db, id)], { waitMs: 0 }))
}

/** Disk full, read-only or locked: the session stays as it was and the page is served. */
async function swallowWriteFault(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    const isExpected =
      error instanceof BusyError ||
      /SQLITE_(FULL|READONLY|BUSY)|database or disk is full/i.test(
        String((error as { code?: string }).code ?? error),
      )
    if (!isExpected) throw error
  }
}
