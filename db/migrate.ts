import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'

type Connection = InstanceType<typeof Sqlite>

/** Wrangler's own ledger, kept on Node too, so that one file can move between the two. */
const LEDGER = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`

/** The migration files of a folder, in order. */
function migrationNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
}

/** Names of the migrations this database still lacks. */
export function pendingMigrations(sqlite: Connection, folder: string): string[] {
  const hasLedger = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'd1_migrations'").get()
  const applied = hasLedger ? sqlite.prepare('SELECT name FROM d1_migrations').pluck().all() : []
  return migrationNames(folder).filter((name) => !applied.includes(name))
}

/**
 * Applies what is missing, each file whole or not at all.
 * @returns the names of the files applied
 */
export function migrate(sqlite: Connection, folder: string): string[] {
  sqlite.exec(LEDGER)
  const pending = pendingMigrations(sqlite, folder)
  for (const name of pending) {
    const sql = readFileSync(join(folder, name), 'utf8')
    sqlite.transaction(() => {
      sqlite.exec(sql)
      sqlite.prepare('INSERT INTO d1_migrations (name) VALUES (?)').run(name)
    })()
  }
  return pending
}
