import type { Database } from '../../db/database'
import { readingKysely } from '../../db/dialect'

/** A database that works until a fault is put in. */
export function breakableDatabase(db: Database) {
  const faults: { read?: unknown; write?: unknown } = {}
  const refusing = readingKysely(() => Promise.reject(faults.read))
  const breakable: Database = {
    get query() {
      return faults.read === undefined ? db.query : refusing
    },
    commit: (statements) =>
      faults.write === undefined ? db.commit(statements) : Promise.reject(faults.write),
  }
  return { db: breakable, faults }
}
