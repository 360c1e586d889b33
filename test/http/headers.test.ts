import { beforeAll, describe, expect, it } from 'vitest'
import { BusyError } from '../../db/database'
import { randomId } from '../../src/auth/secrets'
import { createBrowser } from '../support/browser'
import { testDatabase } from '../support/database'
import { givenSignedIn } from '../support/givens'
import { createWorld, TEST_ORIGIN, type World } from '../support/world'
import { breakableDatabase } from './breakable-database'

const EXPECTED = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='; style-src 'self'; " +
    "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; " +
    "frame-ancestors 'none'; object-src 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cache-control': 'no-store',
}

const FORM = { origin: TEST_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' }

/** What a fault's message and its stack could hold, none of which may reach a page. */
const SECRET_WORDS = 'SELECT secret FROM account WHERE email = amy@mail.example'

type Case = { status: number; name: string; ask: () => Promise<Response> | Response }

let world: World
let cases: Case[]

beforeAll(async () => {
  const { db, faults } = breakableDatabase(testDatabase())
  world = createWorld(db)
  const manager = await givenSignedIn(world, 'manager')
  const visitor = createBrowser(world)
  const post = (path: string, body: string, headers: Record<string, string> = FORM) =>
    visitor.send(path, { method: 'POST', body, headers })
  const during = async (fault: typeof faults, ask: () => Promise<Response>) => {
    Object.assign(faults, fault)
    try {
      return await ask()
    } finally {
      delete faults.read
      delete faults.write
    }
  }
  const full = Object.assign(new Error(SECRET_WORDS), { code: 'SQLITE_FULL' })
  const tooOften = async () => {
    for (let count = 0; count < 5; count += 1)
      await createBrowser(world).post('/sign-in', { email: 'often@kent.example' })
    return createBrowser(world).post('/sign-in', { email: 'often@kent.example' })
  }
  cases = [
    { status: 200, name: 'a page', ask: () => visitor.get('/') },
    { status: 200, name: 'a signed-in page', ask: () => manager.get('/manage/accounts') },
    { status: 200, name: 'a health check', ask: () => visitor.get('/healthz') },
    { status: 200, name: 'a file to keep', ask: () => manager.get('/manage/import/template.csv') },
    { status: 200, name: 'a page that is kept', ask: () => createBrowser(world).get('/opportunities') },
    { status: 200, name: 'a kept page', ask: () => createBrowser(world).get('/opportunities') },
    { status: 200, name: 'HEAD', ask: () => visitor.send('/', { method: 'HEAD' }) },
    { status: 303, name: 'a page for people signed in', ask: () => visitor.get('/account') },
    {
      status: 303,
      name: 'a form that worked',
      ask: () => visitor.post('/sign-in', { email: 'amy@mail.example' }),
    },
    { status: 400, name: 'a form without its key', ask: () => post('/sign-in', 'email=a') },
    {
      status: 403,
      name: 'a form from elsewhere',
      ask: () => post('/sign-in', '', { ...FORM, origin: 'https://evil.example' }),
    },
    { status: 403, name: 'a page for another role', ask: () => manager.get('/my') },
    { status: 404, name: 'an unknown address', ask: () => visitor.get('/nowhere') },
    {
      status: 404,
      name: 'an unknown method',
      ask: () => visitor.send('/', { method: 'DELETE', headers: { origin: TEST_ORIGIN } }),
    },
    {
      status: 409,
      name: 'a form that came too late',
      ask: () => manager.post(`/manage/accounts/${manager.id}/suspend`, { reason: 'x' }),
    },
    {
      status: 413,
      name: 'a body too big',
      ask: () => post('/sign-in', `key=${randomId()}&email=${'a'.repeat(70_000)}`),
    },
    {
      status: 415,
      name: 'a body that is no form',
      ask: () => post('/sign-in', '{}', { ...FORM, 'content-type': 'application/json' }),
    },
    {
      status: 422,
      name: 'a form filled in wrongly',
      ask: () => visitor.post('/sign-in', { email: 'nobody' }),
    },
    { status: 429, name: 'too many tries', ask: tooOften },
    {
      status: 500,
      name: 'a fault of ours',
      ask: () => during({ read: new Error(SECRET_WORDS) }, () => visitor.get('/opportunities')),
    },
    {
      status: 500,
      name: 'a fault before a kept page',
      ask: () => during({ read: new Error(SECRET_WORDS) }, () => createBrowser(world).get('/opportunities')),
    },
    {
      status: 500,
      name: 'a fault in a form',
      ask: () =>
        during({ write: new TypeError(SECRET_WORDS) }, () =>
          visitor.post('/sign-in', { email: 'amy@mail.example' }),
        ),
    },
    {
      status: 503,
      name: 'a locked database',
      ask: () =>
        during({ write: new BusyError(SECRET_WORDS) }, () =>
          visitor.post('/sign-in', { email: 'amy@mail.example' }),
        ),
    },
    {
      status: 503,
      name: 'a full disk',
      ask: () => during({ write: full }, () => visitor.post('/sign-in', { email: 'amy@mail.example' })),
    },
  ]
})

/** `it.each` needs its table before the world exists, so the cases are taken by number. */
const NUMBERS = Array.from({ length: 24 }, (_, index) => index)

describe('every kind of answer', () => {
  it.each(NUMBERS)('carries every header: case %i', async (number) => {
    expect(cases).toHaveLength(NUMBERS.length)
    const { status, name, ask } = cases[number] as Case
    const response = await ask()
    expect([name, response.status]).toEqual([name, status])
    const found = Object.fromEntries(
      Object.keys(EXPECTED).map((header) => [header, response.headers.get(header)]),
    )
    expect(found).toEqual(EXPECTED)
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/)
    expect(response.headers.get('retry-after')).toBe(status === 503 ? '5' : null)
    expect(response.headers.get('x-powered-by')).toBeNull()
    expect(response.headers.get('server')).toBeNull()
    const cookies = response.headers.getSetCookie()
    expect(cookies.filter((line) => !/^__Host-.*; Secure/.test(line))).toEqual([])
  })

  it.each(NUMBERS)('shows nothing technical: case %i', async (number) => {
    const { status, ask } = cases[number] as Case
    const text = await (await ask()).text()
    expect(text).not.toContain(SECRET_WORDS)
    expect(text).not.toMatch(
      /amy@mail\.example|node_modules|\.tsx?\b|SQLITE|\bat .*:\d+:\d+|[A-Z]\w+Error\b|stack/,
    )
    if (status >= 400) expect(text).toMatch(/<h1[^>]*>[^<]+<\/h1>/)
  })

  it('writes where a fault was to the log, and not what was typed', async () => {
    world.log.length = 0
    const fault = cases.find(({ name }) => name === 'a fault in a form') as Case
    const response = await fault.ask()
    const lines = world.log.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.find(({ event }) => event === 'fault')).toMatchObject({
      level: 'error',
      requestId: response.headers.get('x-request-id'),
      error: expect.stringMatching(/^TypeError/),
    })
    expect(await response.text()).toContain(response.headers.get('x-request-id'))
    expect(world.log.join('\n')).not.toContain('amy@mail.example')
  })

  it('is a fault in the log only when it is one of ours', async () => {
    world.log.length = 0
    for (const { status, ask } of cases) if (status < 500) await ask()
    expect(world.log.filter((line) => line.includes('"fault"'))).toEqual([])
  })
})

describe('HEAD', () => {
  it.each(['/', '/opportunities', '/healthz', '/readyz', '/nowhere', '/account'])(
    'answers %s like GET, without a body',
    async (path) => {
      const visitor = createBrowser(world)
      const [get, head] = [await visitor.get(path), await visitor.send(path, { method: 'HEAD' })]
      expect(head.status).toBe(get.status)
      expect(await head.text()).toBe('')
      const shown = (response: Response) => [...response.headers].filter(([name]) => name !== 'x-request-id')
      expect(shown(head)).toEqual(shown(get))
    },
  )
})
