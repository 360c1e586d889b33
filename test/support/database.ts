import Sqlite from 'better-sqlite3'
import type { Database } from '../../db/database'
import { migrate } from '../../db/migrate'
import { openNodeDatabase } from '../../db/node'

const migrated = (() => {
  const sqlite = new Sqlite(':memory:')
  migrate(sqlite, 'db/migrations')
  return sqlite.serialize()
})()

/** A fresh, fully migrated database. Cheap enough to make one per test. */
export function testDatabase(): Database {
  const sqlite = new Sqlite(migrated)
  sqlite.pragma('foreign_keys = ON')
  return openNodeDatabase(sqlite)
}
