import { expect, it } from 'vitest'
import type { Database } from '../../db/database'
import { randomId } from '../../src/auth/secrets'
import { paths } from '../../src/paths'
import { createBrowser } from '../support/browser'
import { givenAccount, givenOrganisation, givenPublished, givenYoungPerson } from '../support/givens'
import { createWorld } from '../support/world'

const FORM_KEY = /name="key" value="([0-9a-f]{32})"/g

/** What is kept in memory of offers and pages never shows what the database no longer would. */
export function keptOffersContract(open: () => Promise<Database>) {
  async function anOffer() {
    const world = createWorld(await open())
    const title = `Otters ${randomId()}`
    const organisation = await givenOrganisation(world, { name: `Parks ${randomId()}` })
    const owner = await givenAccount(world, 'champion', { organisationId: organisation.id })
    const { id } = await givenPublished(world, { id: owner.id, organisationId: organisation.id }, { title })
    const set = (table: 'opportunity' | 'organisation', columns: object, row: string) =>
      world.db.commit([
        world.db.query
          .updateTable(table)
          .set(columns)
          .where('id', '=', row as never),
      ])
    const words = `${paths.browse}?words=${title.split(' ')[1]}`
    const seen = (path = words) => createBrowser(world).text(path)
    return { world, title, id, organisation, set, seen, words }
  }

  it('give two visitors the same page, each with form keys of their own', async () => {
    const { seen, title } = await anOffer()
    const [one, other] = [await seen(), await seen()]
    expect(one).toContain(title)
    const keys = [one, other].flatMap((html) => [...html.matchAll(FORM_KEY)].map(([, key]) => key))
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBeGreaterThan(1)
    expect(other.replaceAll(FORM_KEY, '')).toBe(one.replaceAll(FORM_KEY, ''))
  })

  it('give the second the headers of the first, a number of its own, and a line in the log', async () => {
    const { world, words } = await anOffer()
    world.log.length = 0
    const answers = [await createBrowser(world).get(words), await createBrowser(world).get(words)]
    const [first, second] = answers.map(({ status, headers }) => {
      const { 'x-request-id': requestId, ...others } = Object.fromEntries(headers)
      return { requestId, status, others }
    })
    expect(second).toEqual({ ...first, requestId: second?.requestId })
    expect(second?.requestId).not.toBe(first?.requestId)
    expect(world.log.map((line) => JSON.parse(line) as object)).toMatchObject(
      [first, second].map((one) => ({
        event: 'request',
        requestId: one?.requestId,
        route: paths.browse,
        status: 200,
        role: 'visitor',
      })),
    )
  })

  it.each(['paused', 'withdrawn', 'closed'])('forget an offer as soon as it is %s', async (state) => {
    const { seen, set, title, id } = await anOffer()
    expect([(await seen()).includes(title), (await seen(paths.browse)).includes(title)]).toEqual([true, true])
    await set('opportunity', { state }, id)
    expect([(await seen()).includes(title), (await seen(paths.browse)).includes(title)]).toEqual([
      false,
      false,
    ])
  })

  it('follow an organisation to its new name', async () => {
    const { seen, set, organisation } = await anOffer()
    await seen()
    const name = `Rivers ${randomId()}`
    await set('organisation', { name }, organisation.id)
    expect(await seen()).toContain(name)
  })

  it('forget an offer for visitors when it becomes care-leavers-only, and keep it for a young person', async () => {
    const { world, seen, set, title, id, words } = await anOffer()
    const young = await givenYoungPerson(world)
    expect(await young.text(words)).toContain(title)
    expect(await seen()).toContain(title)
    await set('opportunity', { visibility: 'care-leavers-only' }, id)
    expect(await seen()).not.toContain(title)
    expect(await young.text(words)).toContain(title)
    expect(await seen()).not.toContain(title)
  })

  it('never keep the page of somebody who is signed in, was told something or said where they are', async () => {
    const { world, seen, words } = await anOffer()
    const young = await givenYoungPerson(world, { name: `Robin ${randomId()}` })
    const withCookie = async (cookie: string) =>
      (await createBrowser(world).send(words, { headers: { cookie } })).text()
    const theirs = async () => [
      await young.text(words),
      await withCookie('__Host-notice=signed-out'),
      await withCookie('theme=dark; __Host-where=575-155'),
    ]
    const OWN = [/Robin/, /You have signed out\./, /Somewhere else\?/]
    for (const [number, html] of (await theirs()).entries()) expect(html).toMatch(OWN[number] as RegExp)
    for (const html of [await seen(), await seen()]) {
      expect(html).toContain('Sign in')
      for (const own of [...OWN, /Exit this page/]) expect(html).not.toMatch(own)
    }
    for (const [number, html] of (await theirs()).entries()) expect(html).toMatch(OWN[number] as RegExp)
  })

  it('stay the same objects until something changes, for whoever made something of them', async () => {
    const { world, set, id } = await anOffer()
    const scope = { seesCareLeaversOnly: true, organisationId: null, today: '2026-11-23' }
    const read = async () => (await world.offers.listByIds(scope, [id]))[0]
    const first = await read()
    expect(await read()).toBe(first)
    await set('opportunity', { places: 7 }, id)
    expect(await read()).not.toBe(first)
  })

  it('give nobody an offer by its id that they may not find', async () => {
    const { world, set, id } = await anOffer()
    await set('opportunity', { visibility: 'care-leavers-only' }, id)
    const scope = { organisationId: null, today: '2026-11-23' }
    expect(await world.offers.listByIds({ ...scope, seesCareLeaversOnly: true }, [id])).toHaveLength(1)
    expect(await world.offers.listByIds({ ...scope, seesCareLeaversOnly: false }, [id])).toEqual([])
  })
}
