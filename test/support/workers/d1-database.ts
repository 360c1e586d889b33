import { applyD1Migrations, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { D1Database } from '@cloudflare/workers-types'
import { openD1Database } from '../../../db/d1'

let isMigrated = false

/** Local D1 in workerd, migrated by the same files. Storage is the file's own; rows stay from test to test. */
export async function d1Database() {
  const { DB, MIGRATIONS } = env as unknown as { DB: D1Database; MIGRATIONS: D1Migration[] }
  if (!isMigrated) await applyD1Migrations(DB as never, MIGRATIONS)
  isMigrated = true
  return openD1Database(DB)
}
