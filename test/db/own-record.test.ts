import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate'
import { openNodeDatabase } from '../../db/node'
import { collectRecord } from '../../db/queries/own-record'
import { seedCanary } from '../../db/seed/canary'
import { createSecrets } from '../../src/auth/secrets'

/** Tables that are about one person. The team's own reasons stand beside the audit chain, and are asked for by hand. */
const ABOUT_A_PERSON =
  /^(care_leaver|profile_answer|eligibility_fact|not_told|interest|match|share|outcome_check|message)\./

describe('what a person downloads', () => {
  it('has everything that was written about them in it, and nothing about anybody else', async () => {
    const sqlite = new Sqlite(':memory:')
    migrate(sqlite, 'db/migrations')
    const secrets = createSecrets(['canary-tests-only-key-0123456789ab'])
    const map = await seedCanary(sqlite, { now: new Date('2026-11-23T10:00:00.000Z'), secrets, seed: 5 })
    const db = openNodeDatabase(sqlite)
    for (const person of map.people) {
      const record = JSON.stringify(await collectRecord(db, secrets, person.id)).toLowerCase()
      const written = map.canaries.filter(({ column }) => ABOUT_A_PERSON.test(column))
      const has = ({ texts }: (typeof written)[number]) => record.includes(String(texts[0]).toLowerCase())
      const name = ({ column, of, id }: (typeof written)[number]) => `${column} of ${of}, ${id}`
      const isTheirs = ({ of }: (typeof written)[number]) => of === person.key
      expect(written.filter((one) => !isTheirs(one) && has(one)).map(name)).toEqual([])
      expect(written.filter((one) => isTheirs(one) && !has(one)).map(name)).toEqual([])
    }
  })
})
