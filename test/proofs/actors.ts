import { openNodeDatabase, openWriter } from '../../db/node'
import type { Account, CanaryMap } from '../../db/seed/canary/scene'
import { raiseAuthEpoch, setAccountState } from '../../db/statements/accounts'
import { sha256 } from '../../src/auth/secrets'
import type { Role } from '../../src/domain/account'
import { paths } from '../../src/paths'
import type { RunningProduct } from '../support/built-product'
import { startSession } from './sessions'
import { createVisitor, SESSION, type Visitor } from './visitor'

/** Somebody who asks: who they are, and whether the product may know it. */
export type Actor = {
  key: string
  /** What they may do with the session they have: `visitor` when it is none, or no longer one. */
  role: Role | 'visitor'
  account: Account | null
  visitor: Visitor
  /** Puts the cookies back as they were when the actor was brought: a check must not depend on the one before. */
  forget(): void
}

/** The scenario, and the sessions that were opened in it. */
export type Known = CanaryMap & { sessions: { key: string; id: string }[] }

/** The sessions of everybody who is signed in, by the key of their account. */
export async function sessionsOf(actors: readonly Actor[]): Promise<Known['sessions']> {
  const signedIn = actors.filter(({ role }) => role !== 'visitor')
  return Promise.all(
    signedIn.map(async ({ key, visitor }) => ({ key, id: await sha256(visitor.cookies.get(SESSION) ?? '') })),
  )
}

/**
 * Everybody of the scenario with a browser: signed in as they are; with a cookie from before they were suspended; with
 * a cookie of a session that has ended; and signed out.
 */
export async function bringActors(product: RunningProduct, map: CanaryMap): Promise<Actor[]> {
  const actors = [actor(createVisitor(product), { key: 'signed out', role: 'visitor', account: null })]
  for (const account of map.accounts) {
    if (account.state === 'active') actors.push(await signedIn(product, account))
    if (account.state === 'suspended') actors.push(await suspended(product, account))
    if (account.relation === 'first') actors.push(await signedOut(product, account))
  }
  makeLasting(product.databasePath)
  return actors
}

const DAY_MS = 86_400_000

/** However long a proof takes, nobody is signed out by time and no code grows old: that is proved elsewhere. */
function makeLasting(path: string): void {
  const sqlite = openWriter(path)
  const tomorrow = new Date(Date.now() + DAY_MS).toISOString()
  sqlite
    .prepare('UPDATE session SET expires_at = @at, absolute_expires_at = @at, assured_at = @at')
    .run({ at: tomorrow })
  sqlite.close()
}

async function signedIn(product: RunningProduct, account: Account): Promise<Actor> {
  const visitor = createVisitor(product)
  visitor.takeSession(await startSession(product.databasePath, account.email))
  return actor(visitor, { key: account.key, role: account.role, account })
}

/** The row of the session is left where it is: the product must look at the account too. */
async function suspended(product: RunningProduct, account: Account): Promise<Actor> {
  await setState(product.databasePath, account, 'active')
  const before = await signedIn(product, account)
  await setState(product.databasePath, account, 'suspended')
  return { ...before, role: 'visitor' }
}

async function signedOut(product: RunningProduct, account: Account): Promise<Actor> {
  const before = await signedIn(product, account)
  const { status } = await before.visitor.post(paths.signOut)
  if (status !== 303) throw new Error(`Signing out was answered with ${status}`)
  before.forget()
  return { ...before, key: `${account.key} after signing out`, role: 'visitor' }
}

function actor(visitor: Visitor, who: Pick<Actor, 'key' | 'role' | 'account'>): Actor {
  const cookies = [...visitor.cookies]
  const forget = () => {
    visitor.cookies.clear()
    for (const [name, value] of cookies) visitor.cookies.set(name, value)
  }
  return { ...who, visitor, forget }
}

async function setState(path: string, { id }: Account, state: 'active' | 'suspended'): Promise<void> {
  const sqlite = openWriter(path)
  const db = openNodeDatabase(sqlite)
  const { version } = await db.query
    .selectFrom('account')
    .where('id', '=', id)
    .select('version')
    .executeTakeFirstOrThrow()
  await db.commit([
    setAccountState(db, id, state, version),
    ...(state === 'suspended' ? [raiseAuthEpoch(db, id)] : []),
  ])
  sqlite.close()
}
