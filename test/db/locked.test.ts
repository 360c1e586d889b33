import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BusyError } from '../../db/database'
import { migrate } from '../../db/migrate'
import { openNodeDatabase, openReader, openWriter } from '../../db/node'
import { givenSignedIn } from '../support/givens'
import { createWorld } from '../support/world'

/** A database that another process is writing to. */
function openTwice(folder: string) {
  const path = join(folder, 'two.sqlite')
  const ours = openWriter(path, { create: true })
  migrate(ours, 'db/migrations')
  const [theirs, reader] = [openWriter(path), openReader(path)]
  const db = openNodeDatabase(ours, reader)
  return { db, theirs, close: () => [ours, theirs, reader].forEach((connection) => connection.close()) }
}

describe('while another process holds the lock', () => {
  let folder: string
  let two: ReturnType<typeof openTwice>

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-locked-'))
    two = openTwice(folder)
  })

  afterEach(() => {
    two.close()
    rmSync(folder, { recursive: true })
  })

  const setting = (name: string) => two.db.query.insertInto('setting').values({ name, value: 'x' })

  it('lets writes wait without holding up anything else, and then happen', async () => {
    two.theirs.exec('BEGIN IMMEDIATE')
    const writing = Promise.all(
      Array.from({ length: 16 }, (_, index) => two.db.commit([setting(`s${index}`)])),
    )
    let [slowest, last] = [0, performance.now()]
    for (let turn = 0; turn < 60; turn += 1) {
      await wait(5)
      slowest = Math.max(slowest, performance.now() - last)
      last = performance.now()
    }
    two.theirs.exec('ROLLBACK')
    await writing
    expect(slowest).toBeLessThan(250)
    expect(await two.db.query.selectFrom('setting').select('name').execute()).toHaveLength(16)
  })

  it('gives up at once when there is nothing to wait for', async () => {
    two.theirs.exec('BEGIN IMMEDIATE')
    await expect(two.db.commit([setting('late')], { waitMs: 0 })).rejects.toThrow(BusyError)
    two.theirs.exec('ROLLBACK')
  })

  it('shows pages to whoever is signed in, though "last seen" cannot be written', async () => {
    const world = createWorld(two.db)
    const broker = await givenSignedIn(world, 'broker')
    world.wait(120_000)
    two.theirs.exec('BEGIN IMMEDIATE')
    const before = performance.now()
    expect((await broker.get('/opportunities')).status).toBe(200)
    expect(performance.now() - before).toBeLessThan(2_000)
    two.theirs.exec('ROLLBACK')
  })
})
