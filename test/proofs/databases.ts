import { migrate } from '../../db/migrate'
import { openWriter } from '../../db/node'
import { seedReference } from '../../db/seed/reference'
import { seedCanaryFile, seedDemoFile } from '../../src/cli/seed-file'
import { PRODUCT_KEY } from '../support/built-product'

/** A database with everything but people in it. */
export function makeEmptyDatabase(path: string): void {
  const sqlite = openWriter(path, { create: true })
  migrate(sqlite, 'db/migrations')
  seedReference(sqlite)
  sqlite.close()
}

/** A database with the county of the demonstration. */
export const makeDemoDatabase = (path: string) => seedDemoFile(path, [PRODUCT_KEY])

/** A database in which every personal field holds a text of its own; see db/seed/canary.ts. */
export const makeCanaryDatabase = (path: string, seed: number) => seedCanaryFile(path, [PRODUCT_KEY], seed)
