import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../support/database'
import { givenOrganisation, givenPublished, givenSignedIn, givenYoungPerson } from '../../support/givens'
import { createWorld } from '../../support/world'

const HOLD = { 'holdUntil-day': '30', 'holdUntil-month': '11', 'holdUntil-year': '2026' }

describe('what has happened to an offer', () => {
  it('is told to the young person in plain words, without the states it is kept in', async () => {
    const world = createWorld(testDatabase())
    const { id: organisationId } = await givenOrganisation(world)
    const champion = await givenSignedIn(world, 'champion', { organisationId })
    const broker = await givenSignedIn(world, 'broker')
    const young = await givenYoungPerson(world)
    const { id } = await givenPublished(world, { id: champion.id, organisationId })
    const person = `/team/opportunities/${id}/people/${young.person.id}`
    const proposed = await broker.post(`${person}/propose`, { reason: 'Fits', ...HOLD })
    const match = /[0-9a-f]{32}/.exec(proposed.headers.get('location') ?? '')?.[0]
    await young.post(`/my/offers/${match}/yes/send`, { nameUsed: 'Robbie' })
    const page = await young.text(`/my/offers/${match}/history`)
    for (const told of [
      'The 18+ team offered this to you',
      'You said yes',
      'They were told that you said yes',
    ])
      expect(page).toContain(told)
    expect(page).not.toMatch(/: (proposed|accepted|introduced)/)
  })
})
