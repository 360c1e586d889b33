import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../db/catalogue'
import { migrate } from '../../db/migrate'

const sqlite = new Sqlite(':memory:')
migrate(sqlite, 'db/migrations')

const OWN = "name NOT LIKE 'sqlite_%' AND name NOT LIKE 'opportunity_text_%' AND name <> 'd1_migrations'"
const TABLES = sqlite
  .prepare(`SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND ${OWN} ORDER BY name`)
  .pluck()
  .all() as string[]

const columnsOf = (table: string) =>
  sqlite.prepare('SELECT name, type, "notnull" AS isRequired, pk FROM pragma_table_info(?)').all(table) as {
    name: string
    type: string
    isRequired: number
    pk: number
  }[]

/** The interfaces of schema.ts as they are written, by table. */
function written(): Record<string, Record<string, string>> {
  const text = readFileSync('db/schema.ts', 'utf8')
  const interfaces = new Map(
    [...text.matchAll(/export interface (\w+)Table \{([\s\S]*?)\n\}/g)].map(([, name, body]) => [
      name,
      body ?? '',
    ]),
  )
  const tables = /export interface Schema \{([\s\S]*?)\n\}/.exec(text)?.[1] ?? ''
  return Object.fromEntries(
    [...tables.matchAll(/(\w+): (\w+)Table/g)].map(([, table = '', name = '']) => [
      table,
      Object.fromEntries(
        [...(interfaces.get(name) ?? '').matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, column, type]) => [
          column,
          type,
        ]),
      ),
    ]),
  )
}

describe('the schema types', () => {
  const types = written()

  it('name every table and view', () => {
    expect(Object.keys(types).sort()).toEqual(TABLES)
  })

  it.each(TABLES)('%s has the columns of the migrations, in their types', (table) => {
    const columns = columnsOf(table)
    expect(Object.keys(types[table] ?? {}).sort()).toEqual(columns.map(({ name }) => name).sort())
    for (const { name, type, isRequired, pk } of columns) {
      const is = types[table]?.[name] ?? ''
      expect([table, name, /\bnumber\b|OutcomeWeek/.test(is)]).toEqual([table, name, type === 'INTEGER'])
      if (isRequired || pk) expect([table, name, is.includes('null')]).toEqual([table, name, false])
    }
  })
})

describe('the catalogue', () => {
  it('has every table', () => {
    expect(Object.keys(CATALOGUE).sort()).toEqual(TABLES)
  })

  it.each(TABLES)('%s: every column has a class and a purpose', (table) => {
    const entry = CATALOGUE[table as keyof typeof CATALOGUE]
    expect(Object.keys(entry.columns).sort()).toEqual(
      columnsOf(table)
        .map(({ name }) => name)
        .sort(),
    )
    expect(entry.retention).not.toBe('')
    for (const [, purpose] of Object.values(entry.columns)) expect(purpose).not.toBe('')
  })
})

describe('the migrations', () => {
  it('keep every trigger on one line, so that no splitter can hurt it', () => {
    const triggers = sqlite
      .prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
      .pluck()
      .all() as string[]
    expect(triggers.length).toBeGreaterThan(10)
    expect(triggers.filter((sql) => sql.includes('\n'))).toEqual([])
  })

  it('make only STRICT tables', () => {
    const loose = sqlite
      .prepare(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND ${OWN} AND name <> 'opportunity_text' AND sql NOT LIKE '%STRICT%'`,
      )
      .pluck()
      .all()
    expect(loose).toEqual([])
  })
})
