import { describe, expect, it } from 'vitest'
import { paths } from '../../src/paths'
import { createBrowser } from '../support/browser'
import { testDatabase } from '../support/database'
import { givenAccount, givenOrganisation, givenPublished, givenSignedIn } from '../support/givens'
import { createWorld } from '../support/world'

/** The app with an offer in it, and how often a page of it asks the database. */
async function aCountedWorld() {
  const db = testDatabase()
  let asked = 0
  const query = db.query.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      asked += 1
      return result
    },
  })
  const world = createWorld({ ...db, query })
  const { id: organisationId } = await givenOrganisation(world)
  const owner = await givenAccount(world, 'champion', { organisationId })
  await givenPublished(world, { id: owner.id, organisationId }, { title: 'Otter watching' })
  const visitor = createBrowser(world)
  const countFor = async (path: string, { send } = visitor, headers: Record<string, string> = {}) => {
    asked = 0
    const response = await send(path, { headers })
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('Otter watching')])
    return asked
  }
  return { world, countFor }
}

/** Nothing but whether the offers changed. */
const ONCE = 1

describe('a kept page', () => {
  it('costs one question, whatever other sites left in the browser', async () => {
    const { countFor } = await aCountedWorld()
    expect(await countFor(paths.browse)).toBeGreaterThan(ONCE)
    expect(await countFor(paths.browse)).toBe(ONCE)
    expect(await countFor(paths.browse, undefined, { cookie: 'theme=dark; sticky=1' })).toBe(ONCE)
  })

  it('is for its own address only', async () => {
    const { countFor } = await aCountedWorld()
    await countFor(paths.browse)
    expect(await countFor(`${paths.browse}?sort=newest`)).toBeGreaterThan(ONCE)
    expect(await countFor(`${paths.browse}?sort=newest`)).toBe(ONCE)
  })

  it.each(['__Host-sid=x', '__Host-where=575-155', '__Host-notice=saved', 'a=b; __Host-asking=x.y.'])(
    'is not for somebody with a cookie of ours, who keeps none either: %s',
    async (cookie) => {
      const { countFor } = await aCountedWorld()
      for (let count = 0; count < 2; count += 1)
        expect(await countFor(paths.browse, undefined, { cookie })).toBeGreaterThan(ONCE)
      expect(await countFor(paths.browse)).toBeGreaterThan(ONCE)
      expect(await countFor(paths.browse)).toBe(ONCE)
      expect(await countFor(paths.browse, undefined, { cookie })).toBeGreaterThan(ONCE)
    },
  )

  it('is not for somebody who is signed in', async () => {
    const { world, countFor } = await aCountedWorld()
    const broker = await givenSignedIn(world, 'broker', { name: 'Ottoline Zed' })
    await countFor(paths.browse)
    expect(await countFor(paths.browse)).toBe(ONCE)
    expect(await countFor(paths.browse, broker)).toBeGreaterThan(ONCE)
    expect(await broker.text(paths.browse)).toContain('Published offers')
    expect(await createBrowser(world).text(paths.browse)).not.toContain('Published offers')
  })

  it('ends with the day', async () => {
    const { world, countFor } = await aCountedWorld()
    await countFor(paths.browse)
    expect(await countFor(paths.browse)).toBe(ONCE)
    world.setTime('2026-11-24T00:00:00.000Z')
    expect(await countFor(paths.browse)).toBeGreaterThan(ONCE)
  })

  it('has no body for HEAD, and is none of another method', async () => {
    const { world, countFor } = await aCountedWorld()
    await countFor(paths.browse)
    const { send } = createBrowser(world)
    const head = await send(paths.browse, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await send(paths.browse, { method: 'DELETE' })).status).toBe(403)
  })

  it('is one of sixty; the one that nobody asked for longest goes first', async () => {
    const { countFor } = await aCountedWorld()
    const address = (number: number) => `${paths.browse}?other=${number}`
    for (let number = 0; number < 60; number += 1) await countFor(address(number))
    expect(await countFor(address(0))).toBe(ONCE)
    await countFor(address(60))
    expect(await countFor(address(0))).toBe(ONCE)
    expect(await countFor(address(2))).toBe(ONCE)
    expect(await countFor(address(1))).toBeGreaterThan(ONCE)
  })
})
