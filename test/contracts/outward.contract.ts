import { expect, it } from 'vitest'
import type { Database } from '../../db/database'
import { randomId } from '../../src/auth/secrets'
import { LOCAL_OFFER_HEADINGS } from '../../src/domain/taxonomy'
import { toUuid } from '../../src/domain/uuid'
import type { OpportunityContent } from '../../src/domain/opportunity'
import { SECURITY_HEADERS } from '../../src/http/security-headers'
import { paths } from '../../src/paths'
import { createBrowser } from '../support/browser'
import {
  givenAccount,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
} from '../support/givens'
import { createWorld, TEST_ORIGIN } from '../support/world'

/** Everything that public offers go out by. Each must hold the title of one that is live. */
const OUTLETS = (id: string) => ({
  sitemap: paths.sitemap,
  feed: paths.feed,
  json: paths.api.opportunities,
  services: paths.api.services,
  service: paths.api.service(toUuid(id)),
  'local offer': paths.localOffer,
  calendar: paths.calendar(id),
})

/** Those that say whether they changed. */
const TAGGED = ['sitemap', 'feed', 'json', 'services', 'service'] as const

const HOSTILE = `<script>alert(1)</script>]]>&amp;"'\u0000\u0007\u202Eמילה\uD800`

/** What goes out is what a visitor may find at this moment, in whatever form it goes. */
export function outwardContract(open: () => Promise<Database>) {
  async function anOffer(values: Partial<OpportunityContent> = {}) {
    const world = createWorld(await open())
    const mark = `Otters${randomId()}`
    const organisation = await givenOrganisation(world, { name: `Parks ${randomId()}` })
    const owner = await givenAccount(world, 'champion', { organisationId: organisation.id })
    const given = { title: mark, closesOn: '2027-03-01', ...values }
    const { id, content } = await givenPublished(
      world,
      { id: owner.id, organisationId: organisation.id },
      given,
    )
    const set = (columns: object) =>
      world.db.commit([world.db.query.updateTable('opportunity').set(columns).where('id', '=', id)])
    const visitor = createBrowser(world)
    const ask = (path: string, headers: Record<string, string> = {}) => visitor.send(path, { headers })
    /** What an outlet names the offer by. */
    const named = (text: string) => text.includes(mark) || text.includes(`/opportunities/${id}`)
    return { world, id, set, ask, visitor, organisation, named, places: content.places, outlets: OUTLETS(id) }
  }

  it('names a public offer that is live, and says nothing changed until something does', async () => {
    const { ask, named, outlets } = await anOffer()
    for (const [name, path] of Object.entries(outlets)) {
      const response = await ask(path)
      expect([name, response.status, named(await response.text())]).toEqual([name, 200, true])
    }
    for (const name of TAGGED) {
      const first = await ask(outlets[name])
      const tag = first.headers.get('etag') ?? ''
      expect(first.headers.get('cache-control')).toBe('no-cache')
      const again = await ask(outlets[name], { 'if-none-match': `"other", W/${tag}` })
      expect([name, again.status, await again.text()]).toEqual([name, 304, ''])
      expect(again.headers.get('etag')).toBe(tag)
    }
  })

  type Offer = Awaited<ReturnType<typeof anOffer>>

  const GONE: readonly (readonly [why: string, change: (offer: Offer) => unknown])[] = [
    ['withdrawn', ({ set }) => set({ state: 'withdrawn' })],
    ['paused', ({ set }) => set({ state: 'paused' })],
    ['closed', ({ set }) => set({ state: 'closed' })],
    ['expired', ({ set }) => set({ state: 'expired' })],
    ['past its last day', ({ world }) => world.setTime('2027-03-02T00:30:00.000Z')],
    ['full', ({ set, places }) => set({ places_taken: places, places_filled: places })],
    ['for care leavers only', ({ set }) => set({ visibility: 'care-leavers-only' })],
  ]

  it.each(GONE)('is gone with the next request when it is %s, even with its tag', async (_why, change) => {
    const offer = await anOffer()
    const { ask, named, outlets } = offer
    const tags = new Map<string, string>()
    for (const [name, path] of Object.entries(outlets))
      tags.set(name, (await ask(path)).headers.get('etag') ?? '"none"')
    await change(offer)
    for (const [name, path] of Object.entries(outlets)) {
      const response = await ask(path, { 'if-none-match': tags.get(name) ?? '' })
      const isAboutOne = name === 'service' || name === 'calendar'
      expect([name, response.status]).toEqual([name, isAboutOne ? 404 : 200])
      expect([name, named(await response.text())]).toEqual([name, false])
    }
  })

  it('does not stir when a place is held: only a filled one shows', async () => {
    const { ask, set, outlets } = await anOffer()
    const answers = async () =>
      Promise.all(
        TAGGED.map(async (name) => {
          const response = await ask(outlets[name])
          return [response.headers.get('etag'), await response.text()]
        }),
      )
    const before = await answers()
    await set({ places_taken: 1 })
    expect(await answers()).toEqual(before)
  })

  it('shows nobody an offer for care leavers only, whoever they are; its day they may have', async () => {
    const { world, ask, named, outlets, organisation } = await anOffer({ visibility: 'care-leavers-only' })
    const { calendar, service, ...lists } = outlets
    const young = await givenYoungPerson(world)
    const broker = await givenSignedIn(world, 'broker')
    const champion = await givenSignedIn(world, 'champion', { organisationId: organisation.id })
    for (const reader of [young, broker, champion]) {
      for (const [name, path] of Object.entries(lists))
        expect([name, named(await reader.text(path))]).toEqual([name, false])
      expect((await reader.get(service)).status).toBe(404)
      const day = await reader.get(calendar)
      expect([day.status, day.headers.get('cache-control')]).toEqual([200, 'no-store'])
    }
    expect((await ask(calendar)).status).toBe(404)
  })

  it('gives whoever is signed in what it gives a visitor', async () => {
    const { world, ask, outlets } = await anOffer()
    const young = await givenYoungPerson(world)
    for (const name of TAGGED)
      expect(await young.text(outlets[name])).toBe(await (await ask(outlets[name])).text())
  })

  it('holds no title that could break out of it', async () => {
    const { ask, id, outlets } = await anOffer({ title: HOSTILE, summary: HOSTILE, placeOfWork: HOSTILE })
    const xml = await (await ask(outlets.feed)).text()
    expect(xml).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;]]&gt;&amp;amp;&quot;&apos;\u202Eמילה</title>',
    )
    expect(xml).not.toMatch(/<script|\]\]>|[^\P{Cc}\n]|\uFFFD/u)
    const { opportunities } = (await (await ask(outlets.json)).json()) as {
      opportunities: { id: string; title: string }[]
    }
    expect(opportunities.find((one) => one.id === id)?.title).toBe(HOSTILE)
    const page = await (await ask(outlets['local offer'])).text()
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect(page).not.toContain('<script>alert')
    const lines = (await (await ask(outlets.calendar)).text()).split('\r\n')
    expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([])
    expect(lines.join('')).not.toMatch(/\p{Cc}/u)
  })

  it('is open to pages of other sites, and to nothing of whoever is signed in', async () => {
    const { ask, visitor, outlets } = await anOffer()
    for (const path of [...TAGGED.map((name) => outlets[name]), paths.robots, paths.api.openApi]) {
      const { headers } = await ask(path, { origin: 'https://elsewhere.example' })
      expect([path, headers.get('access-control-allow-origin')]).toEqual([path, '*'])
      expect(headers.get('access-control-allow-credentials')).toBeNull()
      expect(headers.get('set-cookie')).toBeNull()
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers.get(name)).toBe(value)
      const head = await visitor.send(path, { method: 'HEAD' })
      expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([
        200,
        headers.get('etag'),
        '',
      ])
    }
    for (const path of [paths.browse, outlets['local offer'], outlets.calendar])
      expect((await ask(path)).headers.get('access-control-allow-origin')).toBeNull()
  })

  it('puts every offer under its heading of the Local Offer', async () => {
    const { ask, id, outlets } = await anOffer({ heading: 'accommodation' })
    const terms = (await (await ask(paths.api.terms)).json()) as { contents: { id: string; code: string }[] }
    expect(terms.contents.map(({ code }) => code)).toEqual([...LOCAL_OFFER_HEADINGS])
    const under = async (code: string) => {
      const term = terms.contents.find((one) => one.code === code)?.id
      const list = await (await ask(`${outlets.services}?taxonomy_term_id=${term}`)).text()
      return list.includes(toUuid(id))
    }
    expect([await under('accommodation'), await under('employment')]).toEqual([true, false])
  })

  it('says where it is found by the address that is configured, not by the one it was asked at', async () => {
    const { ask, outlets } = await anOffer()
    for (const path of [outlets.sitemap, outlets.json, outlets.feed]) {
      const text = await (await ask(path, { host: 'evil.example' })).text()
      expect(text).toContain(TEST_ORIGIN)
      expect(text).not.toContain('evil.example')
    }
  })
}
