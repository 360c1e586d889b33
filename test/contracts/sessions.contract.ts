import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BusyError, type Database } from '../../db/database'
import { raiseAuthEpoch } from '../../db/statements/accounts'
import { sha256 } from '../../src/auth/secrets'
import { suspendAccount } from '../../src/commands/accounts/change-account'
import type { Role } from '../../src/domain/account'
import type { AccountId } from '../../src/domain/ids'
import { type Browser, createBrowser } from '../support/browser'
import { everythingStored } from '../support/everything-stored'
import { givenAccount, givenSignedIn, givenYoungPerson } from '../support/givens'
import { createWorld, DAY, TEST_ORIGIN, type World } from '../support/world'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const COOKIE = '__Host-sid'

/** What sessions promise, whichever library and database keep them. */
export function sessionsContract(open: () => Promise<Database>) {
  let world: World

  beforeEach(async () => {
    world = createWorld(await open())
  })

  async function begin(
    role: Role = 'broker',
    options: { isOwnDevice?: boolean; accountId?: AccountId } = {},
  ) {
    const accountId = options.accountId ?? (await givenAccount(world, role)).id
    const isOwnDevice = options.isOwnDevice ?? false
    const token = await world.sessions.start({ accountId, role, device: 'Computer', isOwnDevice })
    return { accountId, token }
  }

  const isAlive = async (token: string) => (await world.sessions.read(token)) !== null

  const rowsOf = (accountId: AccountId) =>
    world.db.query.selectFrom('session').selectAll().where('account_id', '=', accountId).execute()

  const tokenOf = (browser: Pick<Browser, 'cookies'>) => browser.cookies.get(COOKIE) ?? ''

  /** Asks for a page that only somebody signed in gets: 200, or 303 to sign in. */
  const askWith = (headers: Record<string, string>, path = '/account') =>
    world.app.request(`${TEST_ORIGIN}${path}`, { headers: { host: 'localhost:3000', ...headers } })

  describe('creation', () => {
    it('draws tokens of 256 bits that never repeat', () => {
      const tokens = Array.from({ length: 10_000 }, () => world.secrets.randomToken(32))
      expect(new Set(tokens).size).toBe(10_000)
      expect(tokens.filter((token) => !/^[A-Za-z0-9_-]{43}$/.test(token))).toEqual([])
      // Each of the first 42 places holds 6 whole bits: all 64 signs turn up there, none of them rarely.
      for (const place of [0, 20, 41]) {
        const counts = new Map<string, number>()
        for (const token of tokens)
          counts.set(token.charAt(place), (counts.get(token.charAt(place)) ?? 0) + 1)
        expect(counts.size).toBe(64)
        expect(Math.min(...counts.values())).toBeGreaterThan(70)
      }
    })

    it('stores the hash of a token and never the token', async () => {
      const { token, accountId } = await begin()
      await world.sessions.read(token)
      expect((await rowsOf(accountId)).map(({ id }) => id)).toEqual([await sha256(token)])
      expect(await everythingStored(world.db)).not.toContain(token)
      expect(world.log.join('\n')).not.toContain(token)
    })

    it('keeps the kind of device and nothing finer', async () => {
      const { email, id } = await givenAccount(world, 'broker')
      const browser = createBrowser(world)
      const agent =
        'Mozilla/5.0 (Linux; Android 14; SM-A546B) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36'
      await browser.post('/sign-in', { email })
      await world.drain()
      const code =
        /\d{6}/.exec((await world.sentMail()).find(({ to }) => to === email)?.body ?? '')?.[0] ?? ''
      const key = '0'.repeat(32 - 6) + code
      await browser.send('/sign-in/code', {
        method: 'POST',
        body: new URLSearchParams({ key, code }).toString(),
        headers: {
          origin: TEST_ORIGIN,
          'content-type': 'application/x-www-form-urlencoded',
          'user-agent': agent,
        },
      })
      expect((await rowsOf(id)).map(({ device }) => device)).toEqual(['Phone, Chrome'])
    })

    it('gives a young person one factor and staff two until second factors exist', async () => {
      const [person, broker] = [await begin('care-leaver'), await begin('broker')]
      expect((await rowsOf(person.accountId)).map(({ assurance }) => assurance)).toEqual([1])
      expect((await rowsOf(broker.accountId)).map(({ assurance }) => assurance)).toEqual([2])
    })
  })

  describe('reading', () => {
    it('takes whatever is not a token of ours for no token, never for a fault', async () => {
      const { token } = await begin()
      const values = [
        '',
        'x',
        token.slice(1),
        `${token}a`,
        `"${token.slice(1)}`,
        token.replace(/.$/, '%'),
        `${token.slice(3)}%zz`,
        '%E0%A4%A',
        '%00',
        'a'.repeat(43),
        'a'.repeat(100_000),
        await sha256(token),
        `${token} ${token}`,
        '../../etc/passwd',
        "' OR 1=1 --",
      ]
      for (const value of values) {
        const { status } = await askWith({ cookie: `${COOKIE}=${value}` })
        expect([value.slice(0, 50), status]).toEqual([value.slice(0, 50), 303])
      }
      expect((await askWith({})).status).toBe(303)
      expect((await askWith({ cookie: `${COOKIE}=${token}` })).status).toBe(200)
    })

    it('is not disturbed by other cookies, however broken', async () => {
      const { token } = await begin()
      const junk = '__Host-where=%E0%A4%A; __Host-notice=%; __Host-asking=%ff.%; =; ;;; a; b=é'.replace(
        'é',
        '%C3',
      )
      const response = await askWith({ cookie: `${junk}; ${COOKIE}=${token}` })
      expect(response.status).toBe(200)
      expect((await askWith({ cookie: junk })).status).toBe(303)
      expect((await askWith({ cookie: junk }, '/opportunities?sort=nearest')).status).toBe(200)
      expect((await askWith({ cookie: junk }, '/sign-in/code')).status).toBe(303)
    })

    it('answers without a fault when the cookie comes twice', async () => {
      const { token } = await begin()
      for (const pair of [
        [token, 'a'.repeat(43)],
        ['a'.repeat(43), token],
        ['%', token],
      ]) {
        const { status } = await askWith({ cookie: pair.map((value) => `${COOKIE}=${value}`).join('; ') })
        expect([200, 303]).toContain(status)
      }
    })

    it('takes a token from the cookie and from nowhere else', async () => {
      const { token } = await begin()
      const id = await sha256(token)
      expect((await askWith({}, `/account?sid=${token}&session=${id}`)).status).toBe(303)
      expect(
        (await askWith({ authorization: `Bearer ${token}`, 'x-session': token, sid: token })).status,
      ).toBe(303)
      expect((await askWith({ cookie: `sid=${token}; __Secure-sid=${token}; session=${id}` })).status).toBe(
        303,
      )
      expect(
        (await createBrowser(world).post('/account/sessions/end-all', { sid: token })).headers.get(
          'location',
        ),
      ).toBe('/sign-in')
      expect(await isAlive(token)).toBe(true)
    })
  })

  describe('expiry', () => {
    // lucia compares with the real clock: it has to stand still too, for an edge of one millisecond.
    beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }))
    afterEach(() => void vi.useRealTimers())

    const EDGES: readonly [string, Role, boolean, number][] = [
      ['30 minutes unused', 'broker', false, 30 * MINUTE],
      ['30 minutes unused by a young person on a shared device', 'care-leaver', false, 30 * MINUTE],
      ['7 days on a young person’s own device', 'care-leaver', true, 7 * DAY],
      ['30 minutes unused by staff, whatever they say of the device', 'manager', true, 30 * MINUTE],
    ]

    it.each(EDGES)('ends after %s, to the millisecond', async (_name, role, isOwnDevice, length) => {
      const [early, late] = [await begin(role, { isOwnDevice }), await begin(role, { isOwnDevice })]
      world.wait(length - 1)
      expect(await isAlive(early.token)).toBe(true)
      world.wait(1)
      expect(await isAlive(late.token)).toBe(false)
    })

    const ABSOLUTE: readonly [string, Role, number][] = [
      ['8 hours for staff', 'adviser', 8 * HOUR],
      ['12 hours for a young person', 'care-leaver', 12 * HOUR],
    ]

    it.each(ABSOLUTE)('ends %s after sign-in, however busy it is', async (_name, role, length) => {
      const { token } = await begin(role)
      for (let passed = 0; passed < length - 20 * MINUTE; passed += 20 * MINUTE) {
        expect(await isAlive(token)).toBe(true)
        world.wait(20 * MINUTE)
      }
      expect(await isAlive(token)).toBe(true)
      world.wait(20 * MINUTE - 1)
      expect(await isAlive(token)).toBe(true)
      world.wait(1)
      expect(await isAlive(token)).toBe(false)
    })

    it('counts the idle time from the last use', async () => {
      const { token } = await begin()
      for (const minutes of [29, 29, 29]) {
        world.wait(minutes * MINUTE)
        expect(await isAlive(token)).toBe(true)
      }
      world.wait(30 * MINUTE)
      expect(await isAlive(token)).toBe(false)
    })

    it('does not come back when the clock goes back', async () => {
      const { token, accountId } = await begin()
      world.wait(DAY)
      expect(await isAlive(token)).toBe(false)
      world.wait(-DAY)
      expect(await isAlive(token)).toBe(false)
      expect(await rowsOf(accountId)).toEqual([])
    })

    it('lives through a clock that goes back and catches up', async () => {
      const { token } = await begin()
      world.wait(-HOUR)
      expect(await isAlive(token)).toBe(true)
      world.wait(HOUR + 29 * MINUTE)
      expect(await isAlive(token)).toBe(true)
    })

    it('stays ended when it was ended while the clock was back', async () => {
      const { token } = await begin()
      world.wait(-HOUR)
      await world.sessions.end(await sha256(token))
      world.wait(HOUR)
      expect(await isAlive(token)).toBe(false)
    })

    it('leaves no expired row behind, and no living one out', async () => {
      const [old, young] = [await begin(), await begin()]
      world.wait(20 * MINUTE)
      await world.sessions.read(young.token)
      world.wait(15 * MINUTE)
      expect(await world.sessions.list(old.accountId)).toEqual([])
      await world.runDue()
      expect(await rowsOf(old.accountId)).toEqual([])
      expect(await isAlive(young.token)).toBe(true)
    })
  })

  describe('last seen', () => {
    it('is written at most once a minute', async () => {
      const counted = countingCommits(world.db)
      world = createWorld(counted.db)
      const { token, accountId } = await begin()
      const start = world.now().toISOString()
      counted.reset()
      for (const wait of [0, 30_000, 29_999]) {
        world.wait(wait)
        await world.sessions.read(token)
      }
      expect(counted.commits()).toBe(0)
      expect((await rowsOf(accountId))[0]?.last_seen_at).toBe(start)
      world.wait(1)
      for (let reads = 0; reads < 5; reads += 1) await world.sessions.read(token)
      expect(counted.commits()).toBe(1)
      expect((await rowsOf(accountId))[0]?.last_seen_at).toBe(world.now().toISOString())
    })
  })

  describe('rotation', () => {
    it('gives a new token at every sign-in and ends the old one with the same answer', async () => {
      const { email, id } = await givenAccount(world, 'broker')
      const browser = createBrowser(world)
      await browser.signIn(email)
      const first = tokenOf(browser)
      world.wait(MINUTE)
      const response = await browser.signIn(email)
      expect(response.status).toBe(303)
      expect(tokenOf(browser)).not.toBe(first)
      expect(await isAlive(first)).toBe(false)
      expect(await isAlive(tokenOf(browser))).toBe(true)
      expect(await rowsOf(id)).toHaveLength(1)
    })

    it('ends the session of whoever used the browser before', async () => {
      const before = await givenSignedIn(world, 'adviser')
      const token = tokenOf(before)
      const { email } = await givenAccount(world, 'broker')
      await before.signIn(email)
      expect(await isAlive(token)).toBe(false)
      expect(await before.text('/account')).not.toContain(before.email)
    })
  })

  describe('revocation', () => {
    it('at sign-out deletes the row, clears the cookies and the browser’s stores', async () => {
      const person = await givenSignedIn(world, 'broker')
      const token = tokenOf(person)
      const response = await person.post('/sign-out')
      expect(response.status).toBe(303)
      expect(await rowsOf(person.id)).toEqual([])
      const cleared = response.headers.getSetCookie().find((line) => line.startsWith(`${COOKIE}=;`))
      expect(cleared).toMatch(/Max-Age=0/)
      expect(cleared).toMatch(/Path=\//)
      expect(cleared).toMatch(/Secure/)
      expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"')
      expect((await askWith({ cookie: `${COOKIE}=${token}` })).status).toBe(303)
    })

    it('ends one session and leaves the others', async () => {
      const { email, id } = await givenAccount(world, 'broker')
      const [here, there] = [createBrowser(world), createBrowser(world)]
      await here.signIn(email)
      world.wait(MINUTE)
      await there.signIn(email)
      await here.post(`/account/sessions/${await sha256(tokenOf(there))}/end`)
      expect(await isAlive(tokenOf(there))).toBe(false)
      expect(await isAlive(tokenOf(here))).toBe(true)
      expect(await rowsOf(id)).toHaveLength(1)
    })

    it('ends every session of an account and no other', async () => {
      const { email, id } = await givenAccount(world, 'broker')
      const [here, there] = [createBrowser(world), createBrowser(world)]
      await here.signIn(email)
      world.wait(MINUTE)
      await there.signIn(email)
      const other = await begin()
      const response = await here.post('/account/sessions/end-all')
      expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"')
      expect(await rowsOf(id)).toEqual([])
      expect(await isAlive(other.token)).toBe(true)
    })

    it('lets nobody end another account’s session, and does not say whether there is one', async () => {
      const [person, other] = [await givenSignedIn(world, 'broker'), await begin()]
      const real = await person.post(`/account/sessions/${await sha256(other.token)}/end`)
      const invented = await person.post(`/account/sessions/${'0'.repeat(64)}/end`)
      expect(await isAlive(other.token)).toBe(true)
      expect([real.status, real.headers.get('location')]).toEqual([
        invented.status,
        invented.headers.get('location'),
      ])
    })

    it('comes with a suspension, in the same write', async () => {
      const counted = countingCommits(world.db)
      world = createWorld(counted.db)
      const { token, accountId } = await begin('adviser')
      const manager = await givenAccount(world, 'manager')
      counted.reset()
      const { db, now, secrets } = world
      const ctx = { db, now, secrets, newId: () => '0'.repeat(32), actor: manager }
      expect(await suspendAccount(ctx, accountId, 'Left the council')).toBe('committed')
      expect(counted.commits()).toBe(1)
      expect(await rowsOf(accountId)).toEqual([])
      expect(await isAlive(token)).toBe(false)
    })

    it('comes with a suspension on the manager’s page, and stays when the account is back', async () => {
      const [manager, adviser] = [
        await givenSignedIn(world, 'manager'),
        await givenSignedIn(world, 'adviser'),
      ]
      expect((await manager.post(`/manage/accounts/${adviser.id}/suspend`, { reason: 'Left' })).status).toBe(
        303,
      )
      expect((await adviser.get('/adviser')).status).toBe(303)
      expect((await manager.post(`/manage/accounts/${adviser.id}/reinstate`)).status).toBe(303)
      expect((await adviser.get('/adviser')).status).toBe(303)
    })

    it('reaches every session by the account’s epoch, rows or no rows', async () => {
      const { token, accountId } = await begin()
      await world.db.commit([raiseAuthEpoch(world.db, accountId)])
      expect(await world.sessions.list(accountId)).toEqual([])
      expect(await isAlive(token)).toBe(false)
      expect(await isAlive((await begin('broker', { accountId })).token)).toBe(true)
    })

    it('leaves a session dead that is begun for a suspended account', async () => {
      const { id } = await givenAccount(world, 'broker')
      await world.db.commit([
        world.db.query.updateTable('account').set({ state: 'suspended' }).where('id', '=', id),
      ])
      expect(await isAlive((await begin('broker', { accountId: id })).token)).toBe(false)
    })
  })

  describe('fixation', () => {
    it('never takes over a session cookie that was planted', async () => {
      const planted = 'p'.repeat(43)
      const { email } = await givenAccount(world, 'broker')
      const browser = createBrowser(world)
      browser.cookies.set(COOKIE, planted)
      await browser.signIn(email)
      expect(tokenOf(browser)).not.toBe(planted)
      expect((await browser.get('/account')).status).toBe(200)
      expect((await askWith({ cookie: `${COOKIE}=${planted}` })).status).toBe(303)
    })

    it('never leaves somebody in an attacker’s session that was planted', async () => {
      const [attacker, victim] = [
        await givenSignedIn(world, 'broker'),
        await givenAccount(world, 'broker', { name: 'Vic Tor' }),
      ]
      const planted = tokenOf(attacker)
      const browser = createBrowser(world)
      browser.cookies.set(COOKIE, planted)
      await browser.signIn(victim.email)
      expect((await world.sessions.read(tokenOf(browser)))?.accountId).toBe(victim.id)
      expect(await isAlive(planted)).toBe(false)
    })

    it('lets a planted request for a code lead nobody into another account', async () => {
      const [attacker, victim] = [await givenAccount(world, 'broker'), await givenAccount(world, 'broker')]
      const [theirs, browser] = [createBrowser(world), createBrowser(world)]
      await browser.post('/sign-in', { email: victim.email })
      await theirs.post('/sign-in', { email: attacker.email })
      await world.drain()
      const code =
        /\d{6}/.exec((await world.sentMail()).find(({ to }) => to === victim.email)?.body ?? '')?.[0] ?? ''
      browser.cookies.set('__Host-asking', theirs.cookies.get('__Host-asking') ?? '')
      expect((await browser.post('/sign-in/code', { code })).status).toBe(422)
      expect(browser.cookies.has(COOKIE)).toBe(false)
    })

    it('gives no session before the code, and drops the request’s cookie after it', async () => {
      const { email } = await givenAccount(world, 'broker')
      const browser = createBrowser(world)
      await browser.post('/sign-in', { email })
      expect([...browser.cookies.keys()]).toEqual(['__Host-asking'])
      world.wait(1000)
      await browser.signIn(email)
      expect(browser.cookies.has('__Host-asking')).toBe(false)
    })
  })

  describe('limits', () => {
    it('keeps five sessions a person; the sixth ends the oldest', async () => {
      const { id: accountId } = await givenAccount(world, 'broker')
      const tokens: string[] = []
      for (let count = 0; count < 6; count += 1) {
        tokens.push((await begin('broker', { accountId })).token)
        world.wait(1000)
      }
      expect(await Promise.all(tokens.map(isAlive))).toEqual([false, true, true, true, true, true])
    })
  })

  describe('the cookie', () => {
    async function cookieLine(email: string, device: 'own' | 'shared') {
      const browser = createBrowser(world)
      await browser.post('/sign-in', { email, device })
      await world.drain()
      const code =
        /\d{6}/.exec((await world.sentMail()).find(({ to }) => to === email)?.body ?? '')?.[0] ?? ''
      const response = await browser.post('/sign-in/code', { code })
      return response.headers.getSetCookie().find((line) => line.startsWith(`${COOKIE}=`)) ?? ''
    }

    it('is bound to this host, unseen by scripts and other sites, and ends with the browser', async () => {
      const { email } = await givenAccount(world, 'broker')
      const parts = (await cookieLine(email, 'shared')).split('; ')
      expect(parts[0]).toMatch(/^__Host-sid=[\w-]{43}$/)
      expect(parts.slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'])
    })

    it('outlives the browser on a young person’s own device, for seven days', async () => {
      const { account } = await givenYoungPerson(world)
      world.wait(MINUTE)
      expect((await cookieLine(account.email, 'own')).split('; ').slice(1).sort()).toEqual([
        'HttpOnly',
        'Max-Age=604800',
        'Path=/',
        'SameSite=Lax',
        'Secure',
      ])
    })

    it('ends with the browser for staff, whatever they say of the device', async () => {
      const { email } = await givenAccount(world, 'manager')
      expect(await cookieLine(email, 'own')).not.toMatch(/Max-Age|Expires/i)
    })
  })

  describe('at the same moment', () => {
    it('reads one session a hundred times', async () => {
      const { token } = await begin()
      world.wait(16 * MINUTE)
      const reads = await Promise.all(Array.from({ length: 100 }, () => isAlive(token)))
      expect(reads.filter(Boolean)).toHaveLength(100)
    })

    it('signs out while it is read, without a fault', async () => {
      const { token, accountId } = await begin()
      world.wait(16 * MINUTE)
      const id = await sha256(token)
      await Promise.all(
        Array.from({ length: 40 }, (_, index) => (index % 4 === 0 ? world.sessions.end(id) : isAlive(token))),
      )
      expect(await isAlive(token)).toBe(false)
      expect(await rowsOf(accountId)).toEqual([])
    })
  })

  describe('a database that cannot be written to', () => {
    const FAULTS: readonly [string, unknown][] = [
      ['full', Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })],
      ['full, as D1 says it', new Error('D1_ERROR: database or disk is full: SQLITE_FULL')],
      [
        'read-only',
        Object.assign(new Error('attempt to write a readonly database'), { code: 'SQLITE_READONLY' }),
      ],
      ['locked', new BusyError('The database stayed locked')],
    ]

    it.each(FAULTS)('that is %s signs nobody out', async (_name, fault) => {
      const { token } = await begin()
      const refusing: Database = { query: world.db.query, commit: () => Promise.reject(fault) }
      const broken = createWorld(refusing)
      broken.wait(61_000)
      expect(await broken.sessions.read(token)).not.toBeNull()
      broken.wait(20 * MINUTE)
      expect(await broken.sessions.read(token)).not.toBeNull()
      broken.wait(DAY)
      expect(await broken.sessions.read(token)).toBeNull()
    })

    it('does not hide a fault of ours', async () => {
      const { token } = await begin()
      const broken = createWorld({
        query: world.db.query,
        commit: () => Promise.reject(new Error('no such column')),
      })
      broken.wait(61_000)
      await expect(broken.sessions.read(token)).rejects.toThrow('no such column')
    })
  })
}

/** The database, counting what is committed. */
function countingCommits(db: Database) {
  let count = 0
  const counted: Database = {
    query: db.query,
    commit: (statements) => {
      count += 1
      return db.commit(statements)
    },
  }
  return { db: counted, commits: () => count, reset: () => void (count = 0) }
}
