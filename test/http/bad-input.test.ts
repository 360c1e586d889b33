import { beforeEach, describe, expect, it } from 'vitest'
import { randomId } from '../../src/auth/secrets'
import { listRoutes } from '../../src/cli/app-without-data'
import { createBrowser } from '../support/browser'
import { testDatabase } from '../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
} from '../support/givens'
import { createWorld, TEST_ORIGIN, type World } from '../support/world'

const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data; boundary=----edge'
const KB = 1024

let world: World

beforeEach(() => {
  world = createWorld(testDatabase())
})

const postBody = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  world.app.request(`${TEST_ORIGIN}${path}`, {
    method: 'POST',
    body,
    headers: { host: 'localhost:3000', origin: TEST_ORIGIN, 'content-type': FORM, ...headers },
    // Node asks for it when a body is a stream.
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit)

const faults = () => world.log.filter((line) => line.includes('"fault"'))

describe('a body that cannot be read', () => {
  const BROKEN: readonly [string, string, string][] = [
    ['multipart without a boundary', 'multipart/form-data', 'key=a'],
    ['multipart with a boundary that never comes', MULTIPART, 'key=a'],
    [
      'multipart that is cut off',
      MULTIPART,
      '------edge\r\nContent-Disposition: form-data; name="key"\r\n\r\nabc',
    ],
    [
      'multipart with a part that has no name',
      MULTIPART,
      '------edge\r\nContent-Disposition: form-data\r\n\r\nabc\r\n------edge--\r\n',
    ],
    ['multipart with an empty body', MULTIPART, ''],
    ['a form type that is not one', 'multipart/form-data-x; boundary=a', '--a--'],
  ]

  it.each(BROKEN)('is a 400: %s', async (_name, type, body) => {
    expect((await postBody('/sign-in', body, { 'content-type': type })).status).toBe(400)
    expect(faults()).toEqual([])
  })

  it.each([
    ['none', 'email=a'],
    ['empty', 'key=&email=a'],
    ['too short', `key=${'a'.repeat(31)}`],
    ['too long', `key=${'a'.repeat(33)}`],
    ['capitals', `key=${'A'.repeat(32)}`],
    ['not hexadecimal', `key=${'g'.repeat(32)}`],
    ['with a line end', `key=${'a'.repeat(32)}%0A`],
  ])('is a 400 without a good key: %s', async (_name, body) => {
    expect((await postBody('/sign-in', body)).status).toBe(400)
  })

  it('is a 400 when the key is a file', async () => {
    const body = new FormData()
    body.set('key', new File([randomId()], 'key.txt'))
    const response = await world.app.request(`${TEST_ORIGIN}/sign-in`, {
      method: 'POST',
      body,
      headers: { host: 'localhost:3000', origin: TEST_ORIGIN },
    })
    expect(response.status).toBe(400)
  })
})

describe('a body that is too big', () => {
  const sized = (bytes: number) => {
    const start = `key=${randomId()}&email=`
    return start + 'a'.repeat(bytes - start.length)
  }

  const streamed = (text: string) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        const bytes = new TextEncoder().encode(text)
        for (let from = 0; from < bytes.length; from += 8 * KB)
          controller.enqueue(bytes.slice(from, from + 8 * KB))
        controller.close()
      },
    })

  it('is refused over 64 KB, and read up to that', async () => {
    expect((await postBody('/sign-in', sized(64 * KB))).status).toBe(422)
    expect((await postBody('/sign-in', sized(64 * KB + 1))).status).toBe(413)
  })

  it('is refused when it does not say how long it is', async () => {
    expect((await postBody('/sign-in', streamed(sized(64 * KB)))).status).toBe(422)
    expect((await postBody('/sign-in', streamed(sized(64 * KB + 1)))).status).toBe(413)
    expect(faults()).toEqual([])
  })

  it('is refused by every route, before anybody is asked who they are', async () => {
    const routes = listRoutes().filter(
      ({ method, path }) =>
        method === 'POST' && !/^\/(manage|champion|team)\/import/.test(path) && !path.startsWith('/demo'),
    )
    const body = sized(64 * KB + 1)
    const wrong: string[] = []
    for (const { path } of routes) {
      const { status } = await postBody(
        path.replace(/:[a-z]+(\{[^}]*\})?/g, () => randomId()),
        body,
      )
      if (status !== 413) wrong.push(`${path}: ${status}`)
    }
    expect(wrong).toEqual([])
  })

  it('may be 1 MB where a file is sent, and nowhere that only looks like it', async () => {
    for (const path of ['/manage/import', '/champion/import/confirm', '/team/import']) {
      expect([path, (await postBody(path, sized(512 * KB))).status]).toEqual([path, 303])
      expect([path, (await postBody(path, sized(1024 * KB + 1))).status]).toEqual([path, 413])
    }
    for (const path of ['/manage/importing', '/champion/import.csv', '/team/imports/x']) {
      expect([path, (await postBody(path, sized(64 * KB + 1))).status]).toEqual([path, 413])
    }
  })
})

describe('an address nobody meant', () => {
  it.each([
    '/%',
    '/%E0%A4%A',
    '/opportunities/%',
    '/opportunities/%00',
    '/join/%ff',
    '/opportunities/..%2f..%2fetc',
    '/%2e%2e/',
    '//evil.example',
    '/opportunities?words=%E0%A4%A&page=%',
    '/opportunities?words=%ED%A0%80',
  ])('%s is answered without a fault', async (path) => {
    const { status } = await createBrowser(world).get(path)
    expect(status).toBeLessThan(500)
    expect(faults()).toEqual([])
  })

  const WRONG_IDS = [
    'x',
    'a'.repeat(31),
    'a'.repeat(33),
    'A'.repeat(32),
    'g'.repeat(32),
    ' ',
    '%00',
    `${'a'.repeat(32)}%0a`,
    "1'--",
    '1e31',
    '-1',
    '__proto__',
  ]

  it.each(WRONG_IDS)('does not exist with the id %s, on any page that takes one', async (id) => {
    const manager = await givenSignedIn(world, 'manager')
    const champion = await givenSignedIn(world, 'champion', {
      organisationId: (await givenOrganisation(world)).id,
    })
    const person = await givenSignedIn(world, 'care-leaver')
    const broker = await givenSignedIn(world, 'broker')
    const adviser = await givenSignedIn(world, 'adviser')
    const asked: readonly [typeof manager, string][] = [
      [manager, `/opportunities/${id}`],
      [manager, `/manage/accounts/${id}`],
      [manager, `/manage/organisations/${id}`],
      [champion, `/champion/opportunities/${id}`],
      [champion, `/champion/pledges/${id}`],
      [champion, `/champion/introductions/${id}`],
      [person, `/my/offers/${id}`],
      [broker, `/team/opportunities/${id}`],
      [broker, `/team/matches/${id}`],
      [broker, `/team/people/${id}`],
      [broker, `/team/interests/${id}`],
      [adviser, `/adviser/people/${id}`],
    ]
    const wrong: string[] = []
    for (const [who, path] of asked) {
      const { status } = await who.get(path)
      if (status !== 404) wrong.push(`${path}: ${status}`)
    }
    expect(wrong).toEqual([])
  })

  it.each(['constructor', '__proto__', 'toString', 'x', '%00', '0', '5', '-1', '1e1', '13.0'])(
    'does not exist by the name %s, on any page that takes one',
    async (word) => {
      const champion = await givenSignedIn(world, 'champion', {
        organisationId: (await givenOrganisation(world)).id,
      })
      const offer = await givenPublished(world, { id: champion.id, organisationId: champion.organisationId })
      const [young, broker, adviser] = [
        await givenYoungPerson(world),
        await givenSignedIn(world, 'broker'),
        await givenSignedIn(world, 'adviser'),
      ]
      const person = await givenCareLeaver(world, { adviserId: adviser.id })
      const asked = [
        await young.get(`/my/answers/${word}`),
        await young.post(`/my/answers/${word}`),
        await champion.get(`/champion/opportunities/${offer.id}/sections/${word}`),
        await champion.post(`/champion/opportunities/${offer.id}/sections/${word}`),
        await champion.post(`/champion/opportunities/${offer.id}/${word}`),
        await adviser.get(`/adviser/people/${person.id}/answers/${word}`),
        await adviser.get(`/adviser/people/${person.id}/facts/${word}`),
        await adviser.post(`/adviser/people/${person.id}/facts/${word}`),
        await broker.get(`/team/history/${word}/${offer.id}`),
        await broker.post(`/team/matches/${randomId()}/outcomes/${word}`),
      ]
      expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 404))
      expect(faults()).toEqual([])
    },
  )

  it('looks the same for an id that is wrong, unknown, or not for the one who asks', async () => {
    const { id: organisationId } = await givenOrganisation(world)
    const owner = await givenAccount(world, 'champion', { organisationId })
    const hidden = await givenPublished(
      world,
      { id: owner.id, organisationId },
      { visibility: 'care-leavers-only' },
    )
    const visitor = createBrowser(world)
    const pages = await Promise.all(
      [hidden.id, randomId(), 'x'].map(async (id) => {
        const response = await visitor.get(`/opportunities/${id}`)
        const headers = [...response.headers].filter(([name]) => name !== 'x-request-id')
        return [response.status, headers, (await response.text()).replace(/[0-9a-f]{32}/g, '')]
      }),
    )
    expect(pages[0]?.[0]).toBe(404)
    expect(pages[1]).toEqual(pages[0])
    expect(pages[2]).toEqual(pages[0])
  })
})

describe('what nobody types', () => {
  it('ignores columns that the form does not have', async () => {
    const manager = await givenSignedIn(world, 'manager')
    const fields = { name: 'Nia Brook', email: 'nia@kent.gov.uk', role: 'broker' }
    const extra = {
      id: randomId(),
      state: 'active',
      auth_epoch: '9',
      version: '9',
      __proto__x: 'x',
      constructor: 'x',
      'role[]': 'manager',
    }
    expect((await manager.post('/manage/accounts/invite', { ...fields, ...extra })).status).toBe(303)
    const row = await world.db.query
      .selectFrom('account')
      .selectAll()
      .where('email', '=', 'nia@kent.gov.uk')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ role: 'broker', state: 'invited', auth_epoch: 1, version: 1 })
    expect(row.id).not.toBe(extra.id)
  })

  it('takes the last of a field that comes twice, and text only', async () => {
    const manager = await givenSignedIn(world, 'manager')
    await manager.post('/manage/accounts/invite', {
      name: ['First', 'Nia Brook'],
      email: 'nia@kent.gov.uk',
      role: ['manager', 'broker'],
    })
    const row = await world.db.query
      .selectFrom('account')
      .select(['name', 'role'])
      .where('email', '=', 'nia@kent.gov.uk')
      .executeTakeFirst()
    expect(row).toEqual({ name: 'Nia Brook', role: 'broker' })

    const body = new FormData()
    body.set('key', randomId())
    body.set('email', new File(['amy@mail.example'], 'email.txt'))
    const response = await world.app.request(`${TEST_ORIGIN}/sign-in`, {
      method: 'POST',
      body,
      headers: { host: 'localhost:3000', origin: TEST_ORIGIN },
    })
    expect(response.status).toBe(422)
  })

  it('takes control characters out, NUL among them, and keeps the text', async () => {
    const manager = await givenSignedIn(world, 'manager')
    const typed = {
      name: '\u0000Ni\u0007a \u001b[31mBrook\u007f\r',
      email: ' nia@kent.gov.uk\u0000 ',
      role: 'broker',
    }
    expect((await manager.post('/manage/accounts/invite', typed)).status).toBe(303)
    const row = await world.db.query
      .selectFrom('account')
      .select(['name', 'email'])
      .where('name', 'like', 'Ni%')
      .executeTakeFirst()
    expect(row).toEqual({ name: 'Nia [31mBrook', email: 'nia@kent.gov.uk' })
  })

  it('shows what was typed as text, never as markup', async () => {
    const typed = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const answer = await createBrowser(world).post('/sign-in', { email: typed })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('<img')
    expect(text).toContain('&lt;script&gt;alert(1)')
    const search = await createBrowser(world).text(`/opportunities?words=${encodeURIComponent(typed)}`)
    expect(search).not.toContain('<script>alert')
  })

  it.each(['\u0000', 'a\u0000b', '"\u0000"', '\u202e', '\ufeff', '🙂'.repeat(300), 'é'.repeat(10_000)])(
    'searches for %j without a fault',
    async (words) => {
      const { id: organisationId } = await givenOrganisation(world)
      await givenPublished(world, {
        id: (await givenAccount(world, 'champion', { organisationId })).id,
        organisationId,
      })
      const { status } = await createBrowser(world).get(`/opportunities?words=${encodeURIComponent(words)}`)
      expect(status).toBe(200)
      expect(faults()).toEqual([])
    },
  )

  it('reads an address with values that are not on any list as if they were not there', async () => {
    const odd =
      'kind=x&kind=job&outcome=&district=E99&within=-5&paid=maybe&remote=1&starts=9&sort=price&page=-1&page=2&__proto__=1'
    expect((await createBrowser(world).get(`/opportunities?${odd}`)).status).toBe(200)
    expect((await createBrowser(world).get(`/opportunities?${'kind=job&'.repeat(5000)}`)).status).toBe(200)
  })
})

describe('where to go on to', () => {
  const EVIL = [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'https://evil.example',
    'https:evil.example',
    'HTTPS:/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'evil.example',
    '@evil.example',
    '/%2f/evil.example',
    '/%5cevil.example',
    '/account?next=//evil.example',
    '/account#//evil.example',
    '/a@evil.example',
    '',
  ]

  async function landing(next: string) {
    const { email } = await givenAccount(world, 'broker')
    const browser = createBrowser(world)
    const shown = await (await browser.get(`/sign-in?next=${encodeURIComponent(next)}`)).text()
    await browser.post('/sign-in', { email, next })
    await world.drain()
    const code = /\d{6}/.exec((await world.sentMail()).find(({ to }) => to === email)?.body ?? '')?.[0] ?? ''
    const location = (await browser.post('/sign-in/code', { code })).headers.get('location')
    return { shown, location }
  }

  it.each(EVIL)('is home after signing in, not %j', async (next) => {
    const { shown, location } = await landing(next)
    expect(location).toBe('/team')
    expect(shown).not.toContain('evil.example')
  })

  it('is home when the cookie was changed to lead away', async () => {
    const { email } = await givenAccount(world, 'broker')
    const browser = createBrowser(world)
    await browser.post('/sign-in', { email, next: '/team/people' })
    await world.drain()
    const code = /\d{6}/.exec((await world.sentMail())[0]?.body ?? '')?.[0] ?? ''
    const [requestId, secret] = (browser.cookies.get('__Host-asking') ?? '').split('.')
    browser.cookies.set('__Host-asking', `${requestId}.${secret}.//evil`)
    expect((await browser.post('/sign-in/code', { code })).headers.get('location')).toBe('/team')
  })

  it('is the page that was asked for, when it is ours', async () => {
    expect((await landing('/team/people')).location).toBe('/team/people')
  })

  it('is never read from the Host header or an absolute target', async () => {
    const { email } = await givenAccount(world, 'broker')
    const response = await world.app.request('http://evil.example/sign-in', {
      method: 'POST',
      body: `key=${randomId()}&email=${encodeURIComponent(email)}`,
      headers: { host: 'evil.example', origin: 'http://evil.example', 'content-type': FORM },
    })
    expect(response.headers.get('location') ?? '/').toMatch(/^\//)
    await world.drain()
    expect(JSON.stringify(await world.sentMail())).not.toContain('evil')
  })
})
