import type { D1Database } from '@cloudflare/workers-types'
import { ConstraintError, type Database, toSqlValue } from './database'
import { readingKysely } from './dialect'

const REFUSED = /^D1_ERROR: (.*?): SQLITE_CONSTRAINT(?: \(extended: (\w+)\))?$/s

/** The database over Cloudflare D1. Without a session every read goes to the primary: consents must be fresh. */
export function openD1Database(d1: D1Database): Database {
  return {
    query: readingKysely(async (sql, parameters) => {
      const result = await d1
        .prepare(sql)
        .bind(...parameters.map(toSqlValue))
        .all()
      return result.results
    }),
    async commit(statements) {
      // D1 takes an empty batch for a mistake.
      if (statements.length === 0) return
      const batch = statements.map((statement) => {
        const { sql, parameters } = statement.compile()
        return d1.prepare(sql).bind(...parameters.map(toSqlValue))
      })
      try {
        await d1.batch(batch)
      } catch (error) {
        throw asConstraint(error)
      }
    },
  }
}

function asConstraint(error: unknown): unknown {
  const refused = error instanceof Error ? REFUSED.exec(error.message) : null
  return refused?.[1] ? new ConstraintError(refused[1]) : error
}
