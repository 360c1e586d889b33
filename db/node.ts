import Sqlite from 'better-sqlite3'
import { BusyError, ConstraintError, type Database, type Statement, toSqlValue } from './database'
import { readingKysely } from './dialect'

type Connection = InstanceType<typeof Sqlite>

/** Milliseconds between tries while another process holds the lock, and how long they go on. */
const WAITS = [1, 2, 5, 10, 15, 20, 25]
const WAIT_MS = 5_000

/**
 * Opens a file with what durability asks (WAL, `synchronous=FULL`), for the one connection that writes.
 * @throws when the file does not exist, unless `create` says that this is a first start
 */
export function openWriter(path: string, { create = false } = {}): Connection {
  const sqlite = new Sqlite(path, { fileMustExist: !create, timeout: 50 })
  sqlite.pragma('journal_mode = WAL')
  applyPragmas(sqlite)
  return sqlite
}

/** A second connection that cannot write: GET handlers read through it. */
export function openReader(path: string): Connection {
  const sqlite = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 50 })
  sqlite.pragma('query_only = ON')
  sqlite.pragma('trusted_schema = OFF')
  return sqlite
}

function applyPragmas(sqlite: Connection) {
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  sqlite.pragma('secure_delete = ON')
  sqlite.pragma('journal_size_limit = 67108864')
  sqlite.pragma('temp_store = MEMORY')
}

/** The database over better-sqlite3. Reads go through `reader` where there is one. */
export function openNodeDatabase(writer: Connection, reader: Connection = writer): Database {
  const prepared = new Map<string, Sqlite.Statement>()
  // Waiting in the driver would stop the whole server, so the waiting is done between tries.
  writer.pragma('busy_timeout = 0')
  return {
    query: readingKysely(async (sql, parameters) => {
      let statement = prepared.get(sql)
      if (!statement) {
        if (prepared.size > 500) prepared.clear()
        prepared.set(sql, (statement = reader.prepare(sql)))
      }
      return statement.all(parameters.map(toSqlValue))
    }),
    async commit(statements, { waitMs = WAIT_MS } = {}) {
      const compiled = statements.map((statement) => statement.compile())
      await retryWhileBusy(() => runAll(writer, compiled), waitMs)
    },
  }
}

function runAll(sqlite: Connection, compiled: readonly ReturnType<Statement['compile']>[]) {
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    for (const { sql, parameters } of compiled) sqlite.prepare(sql).run(parameters.map(toSqlValue))
    sqlite.exec('COMMIT')
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw asConstraint(error)
  }
}

function asConstraint(error: unknown): unknown {
  const code = error instanceof Sqlite.SqliteError ? error.code : ''
  return code.startsWith('SQLITE_CONSTRAINT') ? new ConstraintError((error as Error).message) : error
}

async function retryWhileBusy(run: () => void, waitMs: number): Promise<void> {
  const until = performance.now() + waitMs
  for (let tries = 0; ; tries += 1) {
    try {
      return run()
    } catch (error) {
      if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error
      if (performance.now() >= until) throw new BusyError('The database stayed locked')
      const wait = WAITS[Math.min(tries, WAITS.length - 1)] ?? 25
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}
