import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { CATALOGUE } from '../../db/catalogue'

/** What moves by itself and is no effect of a request: columns of a table that are not looked at. */
const MOVES: Readonly<Record<string, readonly string[]>> = {
  // Touched at most once a minute while somebody is here.
  session: ['last_seen_at', 'expires_at'],
}

/** Rows that may go by themselves: a session that is met after it has ended is forgotten. */
const LOOKED_AT: Readonly<Record<string, string>> = {
  session: "WHERE account_id IN (SELECT id FROM account WHERE state = 'active')",
}

/** Tables that the timer writes to, or that are only a view. */
const NOT_LOOKED_AT = ['audit_seal', 'blocked_account', 'opportunity_text', 'postcode', 'town']

const MINUTE_MS = 60_000
const BEFORE_MS = 500
const AFTER_MS = 2_000

/** The rows of a running product's database, looked at from outside, and put back as they were. */
export type Rows = {
  /** Tables that differ from how they were at `keep`. */
  changedTables(): string[]
  /** Makes how it is now the state to compare with and to go back to. */
  keep(): Promise<void>
  /** Puts everything back as it was at `keep`, when anything was written since. */
  restore(): Promise<void>
  close(): void
}

/** Fifty thousand rows that no check is about; without them the rest is put back in a moment. */
export function leaveOutPostcodes(path: string): void {
  const sqlite = new Sqlite(path)
  sqlite.exec('DELETE FROM postcode')
  sqlite.exec('VACUUM')
  sqlite.close()
}

/** Watches the rows of a database file that a product has open. */
export async function watchRows(path: string): Promise<Rows> {
  const live = new Sqlite(path, { readonly: true })
  const keptPath = `${path}.kept`
  const tables = Object.keys(CATALOGUE).filter((table) => !NOT_LOOKED_AT.includes(table))
  const reads = new Map(tables.map((table) => [table, live.prepare(selectFrom(live, table)).raw()]))
  let kept: InstanceType<typeof Sqlite> | undefined
  let before = new Map<string, string>()
  let version = -1
  let mark = 0

  const contentOf = (table: string) => JSON.stringify(reads.get(table)?.all())
  const dataVersion = () => live.pragma('data_version', { simple: true }) as number

  const rows: Rows = {
    changedTables() {
      if (dataVersion() === version) return []
      return tables.filter((table) => contentOf(table) !== before.get(table))
    },
    async keep() {
      kept?.close()
      await live.backup(keptPath)
      kept = new Sqlite(keptPath)
      version = dataVersion()
      before = new Map(tables.map((table) => [table, contentOf(table)]))
    },
    async restore() {
      if (dataVersion() === version || !kept) return
      await untilTheTimerIsDone()
      // While the product writes, a copy may end before it has begun: the mark tells whether it has arrived.
      mark += 1
      kept.pragma(`application_id = ${mark}`)
      while (live.pragma('application_id', { simple: true }) !== mark) await kept.backup(path)
      version = dataVersion()
    },
    close() {
      kept?.close()
      live.close()
    },
  }
  await rows.keep()
  return rows
}

/**
 * The product does what falls due when a minute begins. Rows that were taken away between its look and its write would
 * be a fault that only this proof can make.
 */
async function untilTheTimerIsDone(): Promise<void> {
  const intoTheMinute = Date.now() % MINUTE_MS
  if (intoTheMinute > MINUTE_MS - BEFORE_MS) await wait(MINUTE_MS - intoTheMinute + AFTER_MS)
  else if (intoTheMinute < AFTER_MS) await wait(AFTER_MS - intoTheMinute)
}

function selectFrom(sqlite: InstanceType<typeof Sqlite>, table: string): string {
  const all = sqlite.prepare(`SELECT name FROM pragma_table_info(?)`).pluck().all(table) as string[]
  const columns = all.filter((column) => !MOVES[table]?.includes(column))
  return `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM "${table}" ${LOOKED_AT[table] ?? ''} ORDER BY 1, 2`
}
