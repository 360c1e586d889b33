import { createHash, createHmac } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Secrets } from '../../src/domain/secrets'
import { migrate } from '../migrate'
import { type DemoAccounts, demoAccounts, hasAccounts, seedDemo } from './demo'
import { seedReference } from './reference'

const NAMESPACE = 'miniflare-D1DatabaseObject'

/** Where Wrangler keeps the local copy of a D1 database: the name is Miniflare's id of the object that holds it. */
export function localD1Path(databaseId: string, stateFolder = '.wrangler/state'): string {
  const key = createHash('sha256').update(NAMESPACE).digest()
  const sign = (text: string | Buffer) => createHmac('sha256', key).update(text).digest().subarray(0, 16)
  const name = sign(databaseId)
  return `${stateFolder}/v3/d1/${NAMESPACE}/${Buffer.concat([name, sign(name)]).toString('hex')}.sqlite`
}

/**
 * Puts the demonstration into local D1, unless somebody has an account there. It is built in memory and written as
 * one file, ledger of migrations included: through D1's own interface it would take minutes. The development server
 * must not be running.
 */
export async function writeLocalD1(
  path: string,
  { now, secrets }: { now: Date; secrets: Secrets },
): Promise<DemoAccounts> {
  if (hasAccountsIn(path)) return demoAccounts()
  const sqlite = new Sqlite(':memory:')
  sqlite.pragma('foreign_keys = ON')
  migrate(sqlite, 'db/migrations')
  seedReference(sqlite)
  const accounts = await seedDemo(sqlite, { now, secrets })
  mkdirSync(dirname(path), { recursive: true })
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true })
  sqlite.prepare('VACUUM INTO ?').run(path)
  sqlite.close()
  return accounts
}

function hasAccountsIn(path: string): boolean {
  if (!existsSync(path)) return false
  const sqlite = new Sqlite(path, { readonly: true })
  try {
    const isMigrated =
      sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'account'").get() !== undefined
    return isMigrated && hasAccounts(sqlite)
  } finally {
    sqlite.close()
  }
}
