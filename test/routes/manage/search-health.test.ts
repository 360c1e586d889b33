import { describe, expect, it } from 'vitest'
import { readIndexKeeper } from '../../../db/queries/index-entries'
import type { SearchHealth } from '../../../src/deps'
import { paths } from '../../../src/paths'
import { testDatabase } from '../../support/database'
import { givenAccount, givenOrganisation, givenPublished, givenSignedIn } from '../../support/givens'
import { createWorld } from '../../support/world'

const BEHIND: SearchHealth = {
  engine: 'meilisearch',
  isWell: false,
  isResting: true,
  waiting: 3,
  dead: 1,
  fault: 'unauthorised',
  levelAt: '2026-11-23T09:55:00.000Z',
  reconciledAt: '2026-11-23T09:00:00.000Z',
  drift: 2,
}

describe('how search is', () => {
  it('says that the built-in engine is never behind, and has nothing to press', async () => {
    const manager = await givenSignedIn(createWorld(testDatabase()), 'manager')
    const text = await manager.text(paths.manage.search)
    expect(text).toContain('it is never behind')
    expect(text).not.toContain('Compare and mend now')
  })

  it('says what is behind, since when, why, and what to do; and has it mended', async () => {
    const world = createWorld(testDatabase(), undefined, {}, { searchHealth: async () => BEHIND })
    const { id: organisationId } = await givenOrganisation(world)
    const owner = await givenAccount(world, 'champion', { organisationId })
    const { id } = await givenPublished(world, { id: owner.id, organisationId }, { title: 'Otter watching' })
    await world.db.commit([
      world.db.query
        .updateTable('index_entry')
        .set({ state: 'dead', attempts: 9, fault: 'task-failed' })
        .where('opportunity_id', '=', id),
      world.db.query.updateTable('index_keeper').set({ reconciled_at: BEHIND.reconciledAt }),
    ])
    const manager = await givenSignedIn(world, 'manager')
    const text = await manager.text(paths.manage.search)
    for (const words of [
      'npm run search:provision',
      'standing in for Meilisearch',
      '3 offers',
      '23 November 2026 at 9:55',
      '2 offers differed',
      'Otter watching',
      'the engine took it and failed',
    ])
      expect(text).toContain(words)

    const response = await manager.post(paths.manage.mendSearch)
    expect(response.status).toBe(303)
    expect((await readIndexKeeper(world.db)).reconciledAt).toBeNull()
    const entry = await world.db.query
      .selectFrom('index_entry')
      .select(['state', 'attempts'])
      .where('opportunity_id', '=', id)
      .executeTakeFirst()
    expect(entry).toEqual({ state: 'waiting', attempts: 0 })
  })

  it.each(['adviser', 'broker'] as const)('is not for a %s', async (role) => {
    const browser = await givenSignedIn(createWorld(testDatabase()), role)
    expect((await browser.get(paths.manage.search)).status).toBe(403)
  })
})
