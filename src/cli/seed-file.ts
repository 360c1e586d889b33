import { openWriter } from '../../db/node'
import { migrate } from '../../db/migrate'
import { type DemoAccounts, demoAccounts, hasAccounts, seedDemo } from '../../db/seed/demo'
import { seedReference } from '../../db/seed/reference'
import { createSecrets } from '../auth/secrets'

/**
 * Makes the demonstration's database, or leaves it as it is when somebody has an account there.
 * @returns the people to sign in as
 */
export async function seedDemoFile(
  path: string,
  keys: readonly [string, ...string[]],
): Promise<DemoAccounts> {
  const sqlite = openWriter(path, { create: true })
  try {
    migrate(sqlite, 'db/migrations')
    seedReference(sqlite)
    if (hasAccounts(sqlite)) return demoAccounts()
    return await seedDemo(sqlite, { now: new Date(), secrets: createSecrets(keys) })
  } finally {
    sqlite.close()
  }
}
