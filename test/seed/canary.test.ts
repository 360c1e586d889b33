import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../db/catalogue'
import { migrate } from '../../db/migrate'
import { openNodeDatabase } from '../../db/node'
import { seedCanary } from '../../db/seed/canary'
import type { CanaryMap } from '../../db/seed/canary/scene'
import { createSecrets } from '../../src/auth/secrets'
import { ROLES } from '../../src/domain/account'
import { everythingStored } from '../support/everything-stored'

const now = new Date('2026-11-23T10:00:00.000Z')
const secrets = createSecrets(['canary-tests-only-key-0123456789ab'])

async function seeded(seed: number) {
  const sqlite = new Sqlite(':memory:')
  sqlite.pragma('foreign_keys = ON')
  migrate(sqlite, 'db/migrations')
  return { map: await seedCanary(sqlite, { now, secrets, seed }), db: openNodeDatabase(sqlite) }
}

/** Personal, but nothing that somebody writes: ids, hashes, moments, counts and words of a closed list. */
const NOT_WRITTEN =
  /[._](id|hash|at|by|since|until|code|state|account|consideration|district|status|category|supports|result|evidence|subject|payload|location|route|taken|rule)$|\.rank$|^(round_person|round_pairs|round_result|round_suggestion|view_event|outbox|idempotency|session|sign_in_request|sent_mail|blocked_account)\.|\.(due_on|ends_on)$|^share\.reference$|^mentor_(request|choice)\.(kind|languages|help|end_code|hold_until)$|^mentor(_step)?\.(languages|stage|paused_from|dbs_\w+|on_day|setting|issued_on|renew_on|reason)$/

let first: Awaited<ReturnType<typeof seeded>>
let map: CanaryMap
beforeAll(async () => {
  first = await seeded(5)
  map = first.map
})

describe('the scenario of canaries', () => {
  it('has one in every personal column that somebody writes', () => {
    const columns = Object.entries(CATALOGUE).flatMap(([table, { columns }]) =>
      Object.entries(columns)
        .filter(([, [sensitivity]]) => sensitivity === 'P1' || sensitivity === 'P2')
        .map(([column]) => `${table}.${column}`),
    )
    const sung = new Set(map.canaries.map(({ column }) => column))
    expect(columns.filter((column) => !NOT_WRITTEN.test(column) && !sung.has(column))).toEqual([])
  })

  it('has each in one place only, under a name of its own', async () => {
    const texts = map.canaries.map(({ texts }) => texts[0] ?? '')
    expect(new Set(texts).size).toBe(texts.length)
    expect(texts.length).toBeGreaterThan(400)
    const stored = (await everythingStored(first.db)).toLowerCase()
    const sealed = new Set(['eligibility_fact.sealed', 'not_told.sealed_words'])
    const missing = map.canaries.filter(
      ({ column, texts }) => stored.includes(texts[0] ?? '') === sealed.has(column),
    )
    expect(missing).toEqual([])
  })

  it('is the same for the same seed, and another for another', async () => {
    expect((await seeded(5)).map).toEqual(map)
    expect((await seeded(6)).map.canaries[0]).not.toEqual(map.canaries[0])
  })

  it('has of every role the first, a stranger, somebody suspended and somebody not to be told', () => {
    const roles = (relation: string) =>
      new Set(map.accounts.filter((account) => account.relation === relation).map(({ role }) => role))
    for (const relation of ['first', 'stranger', 'suspended', 'blocked'])
      expect(roles(relation)).toEqual(new Set(ROLES))
    const [person] = map.people
    const blocked = map.accounts.filter(({ relation }) => relation === 'blocked').map(({ key }) => key)
    expect(person?.blocked).toEqual(expect.arrayContaining(blocked))
  })
})
