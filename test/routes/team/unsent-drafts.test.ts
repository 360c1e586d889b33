import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../support/database'
import { givenOrganisation, givenSignedIn } from '../../support/givens'
import { createWorld } from '../../support/world'

describe('what a champion has not sent yet', () => {
  it('has no page, no history and no line in a list for the team', async () => {
    const world = createWorld(testDatabase())
    const { id: organisationId } = await givenOrganisation(world)
    const champion = await givenSignedIn(world, 'champion', { organisationId })
    const broker = await givenSignedIn(world, 'broker')
    const made = await champion.post('/champion/opportunities/new', { pledge: 'none', copy: '' })
    const id = /[0-9a-f]{32}/.exec(made.headers.get('location') ?? '')?.[0] ?? ''
    expect((await champion.get(`/champion/opportunities/${id}/history`)).status).toBe(200)
    for (const path of [`/team/opportunities/${id}`, `/team/history/opportunity/${id}`])
      expect((await broker.get(path)).status).toBe(404)
    expect(await broker.text('/team/opportunities?state=draft')).not.toContain(id)
  })
})
