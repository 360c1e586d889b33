import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate'
import { openNodeDatabase, openReader, openWriter } from '../../db/node'
import type { OpportunityId } from '../../src/domain/ids'
import { paths } from '../../src/paths'
import { createBrowser } from '../support/browser'
import { testDatabase } from '../support/database'
import { givenAccount, givenOrganisation, givenPublished } from '../support/givens'
import { createWorld } from '../support/world'
import { keptOffersContract } from './kept-offers.contract'

describe('kept offers on Node', () => {
  keptOffersContract(async () => testDatabase())

  it('lose nothing of a page when another request makes room for its own', async () => {
    const world = createWorld(testDatabase())
    const { id: organisationId } = await givenOrganisation(world)
    const owner = { id: (await givenAccount(world, 'champion', { organisationId })).id, organisationId }
    const ids: OpportunityId[] = []
    for (let count = 0; count < 502; count += 1) ids.push((await givenPublished(world, owner)).id)
    const list = (wanted: OpportunityId[]) =>
      world.offers.listByIds({ seesCareLeaversOnly: true, organisationId: null, today: '2026-11-23' }, wanted)
    await list(ids.slice(0, 250))
    const page = [...ids.slice(0, 10), ...ids.slice(-1)]
    const [, shown] = await Promise.all([list(ids.slice(250, 501)), list(page)])
    expect(shown.map(({ id }) => id)).toEqual(page)
  })

  it('forget what another process withdrew', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-kept-'))
    const path = join(folder, 'two.sqlite')
    const first = openWriter(path, { create: true })
    migrate(first, 'db/migrations')
    const [second, reader] = [openWriter(path), openReader(path)]
    try {
      const world = createWorld(openNodeDatabase(first, reader))
      const { id: organisationId } = await givenOrganisation(world)
      const owner = await givenAccount(world, 'champion', { organisationId })
      await givenPublished(world, { id: owner.id, organisationId }, { title: 'Otter watching' })
      const seen = () => createBrowser(world).text(paths.browse)
      expect(await seen()).toContain('Otter watching')
      second.prepare("UPDATE opportunity SET state = 'withdrawn'").run()
      expect(await seen()).not.toContain('Otter watching')
    } finally {
      for (const connection of [first, second, reader]) connection.close()
      rmSync(folder, { recursive: true })
    }
  })
})
