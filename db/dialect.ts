import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { isRead } from './database'
import type { Schema } from './schema'

/** Runs one SELECT and gives its rows. */
export type ReadRows = (sql: string, parameters: readonly unknown[]) => Promise<unknown[]>

/**
 * Kysely over a function that only reads. Statements that write are built with it and run by `commit`, so nothing
 * that holds a `Reader` can change the database on either runtime.
 */
export function readingKysely(readRows: ReadRows): Kysely<Schema> {
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      if (!isRead(sql)) throw new Error('Only commit() may write')
      return { rows: (await readRows(sql, parameters)) as Row[] }
    },
    // eslint-disable-next-line require-yield
    async *streamQuery() {
      throw new Error('Streaming is not supported')
    },
  }
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: refuseTransaction,
    commitTransaction: refuseTransaction,
    rollbackTransaction: refuseTransaction,
    releaseConnection: async () => {},
    destroy: async () => {},
  }
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
  return new Kysely<Schema>({ dialect })
}

async function refuseTransaction(): Promise<never> {
  throw new Error('There are no interactive transactions: gather statements and commit() them')
}
