import { applyD1Migrations, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { D1Database } from '@cloudflare/workers-types'
import { expect, it } from 'vitest'
import { ACCOUNT_ROWS, ROWS_BEFORE } from '../support/rows-before-coordinators'

const { DB, MIGRATIONS } = env as unknown as { DB: D1Database; MIGRATIONS: D1Migration[] }
const NEW = '0015_coordinators.sql'

it('makes the table of accounts again on D1 without losing a row or a reference', async () => {
  const apply = (wanted: (name: string) => boolean) =>
    applyD1Migrations(
      DB as never,
      MIGRATIONS.filter(({ name }) => wanted(name)),
    )
  await apply((name) => name < NEW)
  await DB.batch(ROWS_BEFORE.map((row) => DB.prepare(row)))
  const before = (await DB.prepare(ACCOUNT_ROWS).all()).results
  await apply((name) => name === NEW)
  expect((await DB.prepare(ACCOUNT_ROWS).all()).results).toEqual(before)
  expect(before).toHaveLength(2)
  expect((await DB.prepare('PRAGMA foreign_key_check').all()).results).toEqual([])
  expect((await DB.prepare('SELECT account_id FROM blocked_account').all()).results).toHaveLength(1)
  await expect(DB.prepare("DELETE FROM account WHERE id = 'a1'").run()).rejects.toThrow('FOREIGN KEY')
  await DB.prepare("UPDATE account SET role = 'coordinator' WHERE id = 'a1'").run()
  await expect(DB.prepare("UPDATE account SET role = 'mayor' WHERE id = 'a1'").run()).rejects.toThrow('CHECK')
})
