import { describe, expect, it } from 'vitest'
import { BusyError, type Database } from '../../../db/database'
import { endEverything } from '../../../src/commands/care-leavers/close-record'
import { erasePerson } from '../../../src/commands/care-leavers/erase-person'
import { findCareLeaver } from '../../../db/queries/care-leavers'
import { SYSTEM_ACTOR_ID } from '../../../src/domain/account'
import { paths } from '../../../src/paths'
import { createBrowser } from '../../support/browser'
import { testDatabase } from '../../support/database'
import { everythingStored } from '../../support/everything-stored'
import { acting, givenAccount, givenCareLeaver, givenSignedIn } from '../../support/givens'
import { EVERYTHING } from '../../support/search-corpus'
import { createWorld, DAY, type World } from '../../support/world'

/** A young person on a device that they said is, or is not, their own. */
async function aYoungPerson(world: World, device: 'shared' | 'own' = 'own') {
  const account = await givenAccount(world, 'care-leaver', { name: 'Robin' })
  const person = await givenCareLeaver(world, { accountId: account.id })
  const browser = createBrowser(world)
  await browser.signIn(account.email, device)
  return { ...browser, account, person }
}

type Person = Awaited<ReturnType<typeof aYoungPerson>>

async function aScene(db = testDatabase()) {
  const world = createWorld(db)
  const person = await aYoungPerson(world)
  /** Each search a moment after the one before. */
  const look = (query: string, headers: Record<string, string> = {}, method = 'GET') => {
    world.wait(1000)
    return person.send(`${paths.browse}?${query}`, { method, headers })
  }
  const kept = () => world.db.query.selectFrom('recent_search').selectAll().execute()
  return { world, person, look, kept }
}

/** The searches that a page shows as the last ones, as they are worded. */
async function shownTo({ text }: Pick<Person, 'text'>, path: string = paths.browse): Promise<string[]> {
  const [, section = ''] = /<section class="wm-recent"[^>]*>(.*?)<\/section>/s.exec(await text(path)) ?? []
  return [...section.matchAll(/<a href="[^"]*">(.*?)<\/a>/g)].map(([, words = '']) => words)
}

describe('what a young person looked for last', () => {
  it('is shown where they start to look, worded and linked like a saved search, the newest first', async () => {
    const { person, look } = await aScene()
    await look('words=music&kind=event&sort=newest')
    await look('district=E07000114&paid=yes')
    expect(await shownTo(person)).toEqual(['Thanet, paid', '“music”, Event'])
    expect(await person.text(paths.browse)).toContain('href="/opportunities?words=music&amp;kind=event"')
    expect(await shownTo(person, `${paths.browse}?words=music`)).toEqual([])
  })

  it('is one row for each search, moves to the top when it is run again, and is five at most', async () => {
    const { person, look, kept } = await aScene()
    for (const words of ['one', 'two', 'three', 'four', 'five', 'six', 'three']) await look(`words=${words}`)
    expect(await shownTo(person)).toEqual(['“three”', '“six”', '“five”', '“four”', '“two”'])
    expect(await kept()).toHaveLength(5)
  })

  it('is not another search on its second page, in another order, or with a street in it', async () => {
    const { person, look } = await aScene()
    await look('words=jobs+CT1+1AA')
    await look('words=jobs+CT1')
    await look('words=jobs+CT1&page=2')
    await look('words=jobs+CT1&sort=closing')
    expect(await shownTo(person)).toEqual(['“jobs CT1”'])
  })

  it('is nothing when nothing was typed or chosen', async () => {
    const { look, kept } = await aScene()
    for (const query of ['', 'sort=newest', 'page=2', 'words=+', 'as-words=kinds', 'nonsense=1'])
      await look(query)
    expect(await kept()).toEqual([])
  })

  it.each([
    ['is fetched before anybody asked', { 'sec-purpose': 'prefetch;prerender' }, 'GET'],
    ['is fetched before anybody asked, by an older browser', { purpose: 'prefetch' }, 'GET'],
    ['is linked from a page of somebody else', { 'sec-fetch-site': 'cross-site' }, 'GET'],
    ['is linked from a neighbour', { 'sec-fetch-site': 'same-site' }, 'GET'],
    ['is only asked about', {}, 'HEAD'],
  ])('is nothing that %s', async (_what, headers, method) => {
    const { look, kept } = await aScene()
    expect((await look('words=music', headers as Record<string, string>, method)).status).toBe(200)
    expect(await kept()).toEqual([])
    await look('words=music', { 'sec-fetch-site': 'same-origin' })
    expect(await kept()).toHaveLength(1)
  })

  it('is kept of nobody on a shared device, of no visitor and of no staff', async () => {
    const { world, kept } = await aScene()
    const staff = ['broker', 'adviser', 'manager', 'coordinator'] as const
    const others = [
      createBrowser(world),
      await aYoungPerson(world, 'shared'),
      ...(await Promise.all(staff.map((role) => givenSignedIn(world, role)))),
    ]
    for (const browser of others) {
      await browser.get(`${paths.browse}?words=music`)
      expect(await browser.text(paths.browse)).not.toContain('You looked for')
    }
    expect(await kept()).toEqual([])
  })

  it('is refused by the schema for a session on a shared device, and for none', async () => {
    const { world } = await aScene()
    await aYoungPerson(world, 'shared')
    const { id } = await world.db.query
      .selectFrom('session')
      .select('id')
      .where('is_own_device', '=', 0)
      .executeTakeFirstOrThrow()
    for (const session_id of [id, 'none']) {
      const row = { session_id, query: 'words=music', searched_at: world.now().toISOString() }
      const insert = world.db.query.insertInto('recent_search').values(row)
      await expect(world.db.commit([insert])).rejects.toThrow('device is shared')
    }
  })

  it('is each device’s own, and forgotten there with one press', async () => {
    const { world, person, look } = await aScene()
    await look('words=music')
    const tablet = createBrowser(world)
    await tablet.signIn(person.account.email, 'own')
    await tablet.get(`${paths.browse}?words=football`)
    const answer = await person.post(paths.my.forgetSearches)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, paths.browse])
    expect(await person.text(paths.browse)).toContain('We have forgotten what you looked for')
    expect(await shownTo(person)).toEqual([])
    expect(await shownTo(tablet)).toEqual(['“football”'])
    expect((await person.post(paths.my.forgetSearches)).status).toBe(303)
  })

  it('goes with signing out, and with a session that ends by itself', async () => {
    const { world, person, look, kept } = await aScene()
    await look('words=music')
    await person.post(paths.signOut)
    expect(await kept()).toEqual([])
    await person.signIn(person.account.email, 'own')
    expect(await shownTo(person)).toEqual([])
    await look('words=music')
    expect(await kept()).toHaveLength(1)
    world.wait(7 * DAY)
    await world.runDue()
    expect(await kept()).toEqual([])
  })

  it('is in the person’s own download, and in nobody else’s', async () => {
    const { world, person, look } = await aScene()
    await look('words=quibblethorpe')
    const other = await aYoungPerson(world)
    expect(await person.text(paths.my.download)).toContain('"query": "words=quibblethorpe"')
    expect(await other.text(paths.my.download)).not.toContain('quibblethorpe')
  })

  it('goes when somebody is erased', async () => {
    const { world, person, look, kept } = await aScene()
    await look('words=quibblethorpe')
    const ctx = acting(world, SYSTEM_ACTOR_ID)
    const record = await findCareLeaver(world.db, person.person.id)
    expect(record && (await erasePerson(ctx, record.id, await endEverything(ctx, record)))).toBe('committed')
    expect(await kept()).toEqual([])
    expect(await everythingStored(world.db)).not.toContain('quibblethorpe')
  })

  it('is in no log and in no index', async () => {
    const { world, look } = await aScene()
    await look('words=quibblethorpe')
    expect(world.log.join('\n')).not.toContain('quibblethorpe')
    expect((await world.search.search({ ...EVERYTHING, words: 'quibblethorpe' })).total).toBe(0)
  })

  it('keeps no page waiting while another process writes', async () => {
    const db = testDatabase()
    let isBusy = false
    const waits: (number | undefined)[] = []
    const busy: Database = {
      query: db.query,
      async commit(statements, options) {
        if (!isBusy) return db.commit(statements, options)
        waits.push(options?.waitMs)
        throw new BusyError()
      },
    }
    const { look, kept } = await aScene(busy)
    isBusy = true
    expect((await look('words=music')).status).toBe(200)
    expect(waits).toEqual([0])
    expect(await kept()).toEqual([])
  })
})
