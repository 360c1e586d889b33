import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate'
import { seedBare } from '../../db/seed/bare'
import { seedCanary } from '../../db/seed/canary'
import { Extremes } from '../../db/seed/extremes'
import { createSecrets } from '../../src/auth/secrets'

const given = {
  now: new Date('2026-11-23T10:00:00.000Z'),
  secrets: createSecrets(['canary-tests-only-key-0123456789ab']),
  seed: 1,
}

function emptyDatabase() {
  const sqlite = new Sqlite(':memory:')
  sqlite.pragma('foreign_keys = ON')
  migrate(sqlite, 'db/migrations')
  return sqlite
}

describe('the bare scenario', () => {
  it('has somebody of every role whom anybody can sign in as, and nothing else', async () => {
    const sqlite = emptyDatabase()
    const { accounts } = await seedBare(sqlite, given)
    expect(accounts.map(({ role }) => role)).toEqual([
      'care-leaver',
      'champion',
      'partner',
      'adviser',
      'broker',
      'manager',
      'coordinator',
    ])
    for (const table of ['opportunity', 'pledge', 'interest', 'match', 'share', 'profile_answer'])
      expect(sqlite.prepare(`SELECT count(*) AS count FROM ${table}`).get(), table).toEqual({ count: 0 })
  })
})

describe('the scenario of extremes', () => {
  it('has names as long as forms take, of one letter, and that run from right to left', async () => {
    const { accounts, people } = await seedCanary(emptyDatabase(), { ...given, Texts: Extremes })
    const lengths = accounts.map(({ name }) => name.length)
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([1, 120])
    expect(Math.max(...people.map(({ preferredName }) => preferredName.length))).toBeLessThanOrEqual(60)
    expect(
      accounts.filter(({ name }) => /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(name)).length,
    ).toBeGreaterThan(5)
    expect(new Set(accounts.map(({ name }) => name)).size).toBe(accounts.length)
  })
})
