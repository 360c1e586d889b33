import type Sqlite from 'better-sqlite3'
import { openNodeDatabase, openWriter } from '../../db/node'
import { migrate } from '../../db/migrate'
import { seedCanary } from '../../db/seed/canary'
import type { CanaryMap } from '../../db/seed/canary/scene'
import { type DemoAccounts, demoAccounts, hasAccounts, seedDemo } from '../../db/seed/demo'
import { seedReference } from '../../db/seed/reference'
import { createSecrets, randomId } from '../auth/secrets'
import { sealAudit } from '../commands/seal-audit'
import { SYSTEM_ACTOR_ID } from '../domain/account'

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
export function seedCanaryFile(path: string, keys: Keys, seed: number): Promise<CanaryMap> {
  return seedFile(path, async (sqlite) => {
    const [now, secrets] = [new Date(), createSecrets(keys)]
    const map = await seedCanary(sqlite, { now, secrets, seed })
    const db = openNodeDatabase(sqlite)
    await sealAudit({ db, secrets, now: () => now, newId: randomId, actor: { id: SYSTEM_ACTOR_ID } })
    return map
  })
}

async function seedFile<Made>(
  path: string,
  fill: (sqlite: InstanceType<typeof Sqlite>) => Promise<Made>,
): Promise<Made> {
  const sqlite = openWriter(path, { create: true })
  try {
    migrate(sqlite, 'db/migrations')
    seedReference(sqlite)
    return await fill(sqlite)
  } finally {
    sqlite.close()
  }
}
