import type { Compilable, Kysely, RawBuilder } from 'kysely'
import type { Schema } from './schema'

/** A write that has been built but not run. */
export type Statement = Compilable

/** SQL written by hand as a statement like the others. */
export const toStatement = (db: Database, query: RawBuilder<unknown>): Statement => ({
  compile: () => query.compile(db.query),
})

/** All that reading code may ask. Refuses whatever is not a SELECT. */
export interface Reader {
  readonly query: Kysely<Schema>
}

/** All that a command may ask. Both runtimes implement exactly this. */
export interface Database {
  /** For reads, and for building statements. Never call `.transaction()`: D1 has none. */
  readonly query: Kysely<Schema>
  /**
   * Runs every statement or none, in order.
   * @param options `waitMs`: how long to wait for another process that is writing; five seconds when nothing is said
   * @throws ConstraintError when the schema refuses one of them
   * @throws BusyError when another process kept the database locked for longer
   */
  commit(statements: readonly Statement[], options?: { waitMs?: number }): Promise<void>
}

/** The schema refused a row. The message is SQLite's own, the same on both runtimes. */
export class ConstraintError extends Error {
  override readonly name = 'ConstraintError'
}

/** The database could not be written to in time. Nothing was changed; trying again later may work. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
}

/** Drivers differ in what they accept; this is the one place where values become SQLite's. */
export function toSqlValue(value: unknown): string | number | null | Uint8Array {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array) return value
  throw new TypeError(`A ${typeof value} cannot be stored`)
}

const READS = /^\s*(select|with)\b/i
const WRITES_INSIDE =
  /\b(insert|update|delete|replace|drop|alter|create)\s+(into|from|table|or|index|trigger)\b/i

/** Whether a compiled query only reads. The read-only connection on Node is the second line of this defence. */
export function isRead(sql: string): boolean {
  return READS.test(sql) && !(/^\s*with\b/i.test(sql) && WRITES_INSIDE.test(sql))
}
