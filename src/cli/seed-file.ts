import type Sqlite from 'better-sqlite3'
import { openNodeDatabase, openWriter } from '../../db/node'
import { migrate } from '../../db/migrate'
import { seedBare } from '../../db/seed/bare'
import { seedCanary } from '../../db/seed/canary'
import type { CanaryMap } from '../../db/seed/canary/scene'
import { Extremes } from '../../db/seed/extremes'
import { type DemoAccounts, demoAccounts, hasAccounts, seedDemo } from '../../db/seed/demo'
import { seedReference } from '../../db/seed/reference'
import { createSecrets, randomId } from '../auth/secrets'
import { sealAudit } from '../commands/seal-audit'
import { SYSTEM_ACTOR_ID } from '../domain/account'
import type { Secrets } from '../domain/secrets'

type Connection = InstanceType<typeof Sqlite>
type Keys = readonly [string, ...string[]]

/**
 * Makes the demonstration's database, or leaves it as it is when somebody has an account there.
 * @returns the people to sign in as
 */
export function seedDemoFile(path: string, keys: Keys): Promise<DemoAccounts> {
  return seedFile(path, async (sqlite) => {
    if (hasAccounts(sqlite)) return demoAccounts()
    return seedDemo(sqlite, { now: new Date(), secrets: createSecrets(keys) })
  })
}

/**
 * Makes a database in which every personal field holds a text of its own, with a sealed audit.
 * @returns who and what is in it
 */
export const seedCanaryFile = (path: string, keys: Keys, seed: number) =>
  seedSealed(path, keys, (sqlite, given) => seedCanary(sqlite, { ...given, seed }))

/** The same people and things, with every text as long as it may be and names that run either way. */
export const seedExtremesFile = (path: string, keys: Keys) =>
  seedSealed(path, keys, (sqlite, given) => seedCanary(sqlite, { ...given, seed: 1, Texts: Extremes }))

/** One account of every role, and nothing else. */
export const seedBareFile = (path: string, keys: Keys) =>
  seedSealed(path, keys, (sqlite, given) => seedBare(sqlite, { ...given, seed: 1 }))

function seedSealed(
  path: string,
  keys: Keys,
  seed: (sqlite: Connection, given: { now: Date; secrets: Secrets }) => Promise<CanaryMap>,
): Promise<CanaryMap> {
  return seedFile(path, async (sqlite) => {
    const [now, secrets] = [new Date(), createSecrets(keys)]
    const map = await seed(sqlite, { now, secrets })
    const db = openNodeDatabase(sqlite)
    await sealAudit({ db, secrets, now: () => now, newId: randomId, actor: { id: SYSTEM_ACTOR_ID } })
    return map
  })
}

async function seedFile<Made>(path: string, fill: (sqlite: Connection) => Promise<Made>): Promise<Made> {
  const sqlite = openWriter(path, { create: true })
  try {
    migrate(sqlite, 'db/migrations')
    seedReference(sqlite)
    return await fill(sqlite)
  } finally {
    sqlite.close()
  }
}
