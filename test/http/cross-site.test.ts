import { UnfoundWords } from '../../src/search/unfound-words'
import { beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config'
import { createApp } from '../../src/app'
import { randomId } from '../../src/auth/secrets'
import { listRoutes } from '../../src/cli/app-without-data'
import { everythingStored } from '../support/everything-stored'
import { testDatabase } from '../support/database'
import { givenSignedIn } from '../support/givens'
import { createWorld, TEST_ORIGIN, type World } from '../support/world'

/** Every route that may change something. Each is asked with ids of nothing: the answer must come before any lookup. */
const ROUTES = listRoutes().filter(({ method, path }) => method !== 'GET' && !path.startsWith('/demo'))

const FORM = 'application/x-www-form-urlencoded'

const FROM_ELSEWHERE: readonly [string, Record<string, string>][] = [
  ['without Origin and Sec-Fetch-Site', {}],
  ['from another site', { origin: 'https://evil.example' }],
  [
    'from another site, as the browser says too',
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  ],
  ['from a sandboxed frame', { origin: 'null' }],
  ['from a sandboxed frame that claims to be ours', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
  ['from a sister site', { origin: 'http://other.localhost:3000', 'sec-fetch-site': 'same-site' }],
  ['with our Origin but from a sister site', { origin: TEST_ORIGIN, 'sec-fetch-site': 'same-site' }],
  ['with our Origin but from across sites', { origin: TEST_ORIGIN, 'sec-fetch-site': 'cross-site' }],
  ['typed into the address bar', { 'sec-fetch-site': 'none' }],
  ['from another port', { origin: 'http://localhost:3001' }],
  ['from a name that starts like ours', { origin: 'http://localhost:3000.evil.example' }],
  ['from a name that ends like ours', { origin: 'http://evil-localhost:3000' }],
  ['with an Origin that cannot be read', { origin: 'localhost:3000' }],
]

let world: World
let cookie: string

beforeAll(async () => {
  world = createWorld(testDatabase())
  const { cookies } = await givenSignedIn(world, 'manager')
  cookie = `__Host-sid=${cookies.get('__Host-sid')}`
})

const idsIn = (path: string) => path.replace(/:[a-z]+(\{[^}]*\})?/g, () => randomId())

const send = (
  path: string,
  headers: Record<string, string>,
  body = `key=${randomId()}&email=a%40b.example&reason=x`,
) =>
  world.app.request(`${TEST_ORIGIN}${idsIn(path)}`, {
    method: 'POST',
    body,
    headers: { host: 'localhost:3000', 'content-type': FORM, cookie, ...headers },
  })

describe('a form sent from elsewhere', () => {
  it('is known to each of the routes that change something', () => {
    expect(ROUTES.length).toBeGreaterThan(40)
    expect(ROUTES.filter(({ method }) => method !== 'POST')).toEqual([])
  })

  it.each(FROM_ELSEWHERE)('is refused by every route: %s', async (_name, headers) => {
    const before = await everythingStored(world.db)
    const wrong: string[] = []
    for (const { path } of ROUTES) {
      const { status } = await send(path, headers)
      if (status !== 403) wrong.push(`${path}: ${status}`)
    }
    expect(wrong).toEqual([])
    expect(await everythingStored(world.db)).toBe(before)
  })

  it.each(['PUT', 'PATCH', 'DELETE'])('is refused whatever its method: %s', async (method) => {
    const response = await world.app.request(`${TEST_ORIGIN}/account`, {
      method,
      headers: { host: 'localhost:3000', cookie },
    })
    expect(response.status).toBe(403)
  })

  it.each([
    ['text/plain', 'key=a'],
    ['application/json', '{"key":"a"}'],
    ['application/xml', '<key/>'],
    ['', 'key=a'],
    ['text/plain; application/x-www-form-urlencoded', 'key=a'],
  ])('is refused by every route when it is no form: %s', async (type, body) => {
    const wrong: string[] = []
    for (const { path } of ROUTES) {
      const { status } = await send(path, { origin: TEST_ORIGIN, 'content-type': type }, body)
      if (status !== 415) wrong.push(`${path}: ${status}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('a form of our own page', () => {
  it.each([
    ['by its Origin', { origin: TEST_ORIGIN }],
    ['by both', { origin: TEST_ORIGIN, 'sec-fetch-site': 'same-origin' }],
    ['by what the browser says, where it sends no Origin', { 'sec-fetch-site': 'same-origin' }],
  ])('is let through: %s', async (_name, headers) => {
    expect((await send('/sign-in', headers)).status).toBe(303)
  })

  it('is let through behind a proxy that asks us by another name', async () => {
    const { config } = readConfig({
      APP_ENV: 'test',
      BASE_URL: 'https://offers.kent.example',
      MAIL_TRANSPORT: 'table',
    })
    const app = createApp({
      ...depsOf(world),
      config,
    })
    const post = (origin: string) =>
      app.request('http://10.0.0.7:3000/sign-in', {
        method: 'POST',
        body: `key=${randomId()}&email=a%40b.example`,
        headers: { host: '10.0.0.7:3000', 'content-type': FORM, origin },
      })
    expect((await post('https://offers.kent.example')).status).toBe(303)
    expect((await post('https://evil.example')).status).toBe(403)
  })
})

describe('in production', () => {
  it('no page is ours because a request names its host as ours', async () => {
    const { config } = readConfig({
      APP_ENV: 'production',
      BASE_URL: 'https://offers.kent.example',
      SECRET_KEYS: 'cross-site-tests-only-key-0123456789',
      MAIL_TRANSPORT: 'table',
    })
    const app = createApp({ ...depsOf(world), config })
    const post = (host: string, origin: string) =>
      app.request(`https://${host}/sign-in`, {
        method: 'POST',
        body: `key=${randomId()}&email=a%40b.example`,
        headers: { host, 'content-type': FORM, origin },
      })
    expect((await post('evil.example', 'https://evil.example')).status).toBe(403)
    expect((await post('offers.kent.example', 'https://offers.kent.example')).status).toBe(303)
  })
})

/** What an app of one's own needs, over the same database. */
function depsOf({
  db,
  secrets,
  sessions,
  now,
  offers,
  cohort,
}: World): Omit<Parameters<typeof createApp>[0], 'config'> {
  return {
    db,
    secrets,
    sessions,
    now,
    offers,
    cohort,
    newId: randomId,
    search: {
      search: async () => ({
        ids: [],
        total: 0,
        counts: { kinds: {}, outcomes: {}, districts: {}, isPaid: 0, isRemote: 0 },
        rescue: [],
        totalWithAllWords: 0,
        understood: [],
        corrected: [],
        terms: [],
        leftOut: [],
        elsewhere: null,
        isExact: true,
        isStandIn: false,
        standsWith: null,
      }),
    },
    searchHealth: async () => ({ engine: 'fts5', isWell: true }),
    unfoundWords: new UnfoundWords(),
    rounds: { pairsMax: 0, computeSoon: () => {} },
    assets: { stylesheet: '', script: '', favicon: '', font: '' },
    log: () => {},
    drainSoon: () => {},
    demo: null,
    isReady: async () => true,
  }
}
