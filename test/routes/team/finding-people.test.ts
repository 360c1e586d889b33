import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../support/database'
import { givenCareLeaver, givenSignedIn } from '../../support/givens'
import { createWorld } from '../../support/world'

describe('looking for somebody by name', () => {
  it('finds a name with accents, whether they are typed or not', async () => {
    const world = createWorld(testDatabase())
    const broker = await givenSignedIn(world, 'broker')
    const { id } = await givenCareLeaver(world, { name: 'Ömer', considers: false })
    for (const typed of ['Ömer', 'ömer', 'omer', 'OME'])
      expect(await broker.text(`/team/people?who=${encodeURIComponent(typed)}`)).toContain(
        `/team/people/${id}`,
      )
  })

  it('lists nobody for less than three letters, whatever marks stand beside them', async () => {
    const world = createWorld(testDatabase())
    const broker = await givenSignedIn(world, 'broker')
    const { id } = await givenCareLeaver(world, { name: 'Robin', considers: false })
    for (const typed of ['ro', '---', '- r o'.slice(0, 3), '···'])
      expect(await broker.text(`/team/people?who=${encodeURIComponent(typed)}`)).not.toContain(
        `/team/people/${id}`,
      )
  })
})
