import Sqlite from 'better-sqlite3'
import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate'
import { ACCOUNT_ROWS, ROWS_BEFORE } from '../support/rows-before-coordinators'
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder'

const NEW = '0015_coordinators.sql'
const folder = makeTemporaryFolder('coordinators')
afterAll(() => removeFolder(folder))

describe('making the table of accounts again', () => {
  it('loses no row and no reference, and lets coordinators in', () => {
    for (const name of readdirSync('db/migrations'))
      if (name < NEW) copyFileSync(join('db/migrations', name), join(folder, name))
    const sqlite = new Sqlite(':memory:')
    sqlite.pragma('foreign_keys = ON')
    migrate(sqlite, folder)
    for (const row of ROWS_BEFORE) sqlite.exec(row)
    const before = sqlite.prepare(ACCOUNT_ROWS).all()
    copyFileSync(join('db/migrations', NEW), join(folder, NEW))
    expect(migrate(sqlite, folder)).toEqual([NEW])
    expect(sqlite.prepare(ACCOUNT_ROWS).all()).toEqual(before)
    expect(before).toHaveLength(2)
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
    expect(sqlite.prepare('SELECT account_id FROM blocked_account').all()).toHaveLength(1)
    expect(() => sqlite.exec("DELETE FROM account WHERE id = 'a1'")).toThrow('FOREIGN KEY')
    sqlite.exec("UPDATE account SET role = 'coordinator' WHERE id = 'a1'")
    expect(() => sqlite.exec("UPDATE account SET role = 'mayor' WHERE id = 'a1'")).toThrow('CHECK')
  })
})
