import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../db/migrate'
import { addMentors } from '../../db/seed/demo/mentors'
import { addStaff } from '../../db/seed/demo/staff'
import { createWorld } from '../../db/seed/demo/world'
import { createSecrets } from '../../src/auth/secrets'

const secrets = createSecrets(['a key for the tests of the demonstration'])

const migrated = (() => {
  const sqlite = new Sqlite(':memory:')
  migrate(sqlite, 'db/migrations')
  return sqlite.serialize()
})()

it('mentors of the demonstration take their steps in an order the schema lets stand, whatever chance has drawn before', async () => {
  const now = new Date('2026-11-26T15:40:00.000Z')
  for (let drawn = 0; drawn < 100; drawn += 1) {
    const world = createWorld(now, secrets)
    const staff = await addStaff(world)
    // The time of day alone decides how much is drawn before: whoever comes later draws something else.
    for (let count = 0; count < drawn; count += 1) world.chance.between(0, 1)
    await addMentors(world, staff)
    const sqlite = new Sqlite(migrated)
    sqlite.pragma('foreign_keys = ON')
    world.rows.write(sqlite)
    expect(sqlite.prepare('SELECT count(*) FROM mentor').pluck().get()).toBeGreaterThan(20)
    sqlite.close()
  }
}, 60_000)
