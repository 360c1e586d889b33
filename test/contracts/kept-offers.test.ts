import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate'
import { openNodeDatabase, openReader, openWriter } from '../../db/node'
import { paths } from '../../src/paths'
import { createBrowser } from '../support/browser'
import { testDatabase } from '../support/database'
import { givenAccount, givenOrganisation, givenPublished } from '../support/givens'
import { createWorld } from '../support/world'
import { keptOffersContract } from './kept-offers.contract'

describe('kept offers on Node', () => {
  keptOffersContract(async () => testDatabase())

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
