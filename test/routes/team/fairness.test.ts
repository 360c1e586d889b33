import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../support/database'
import { givenCareLeaver, givenSignedIn } from '../../support/givens'
import { createWorld } from '../../support/world'

describe('the page on who is reached', () => {
  it('keeps back what could tell about one person', async () => {
    const world = createWorld(testDatabase())
    const broker = await givenSignedIn(world, 'broker')
    for (let one = 0; one < 6; one += 1)
      await givenCareLeaver(world, { name: `P${one}`, dateOfBirth: '2002-05-01' })
    await givenCareLeaver(world, { name: 'Alone', dateOfBirth: '2007-05-01' })
    const html = await broker.text('/team/fairness')
    const rowOf = (group: string) => new RegExp(`${group}</th>(.*?)</tr>`).exec(html)?.[1] ?? ''
    expect(html).toContain('7 people may be suggested now')
    expect(rowOf('18 to 20')).toContain('Kept back')
    expect(rowOf('18 to 20')).not.toMatch(/>\d/)
    // The total would give the other away.
    expect(rowOf('23 to 25')).toContain('Kept back')
  })

  it('is for the team alone', async () => {
    const world = createWorld(testDatabase())
    const champion = await givenSignedIn(world, 'adviser')
    expect((await champion.get('/team/fairness')).status).toBe(403)
  })
})
