import { beforeEach, describe, expect, it } from 'vitest'
import { BusyError, type Database } from '../../db/database'
import { createSessionService } from '../../src/auth/session'
import { createBrowser } from '../support/browser'
import { givenAccount, givenSignedIn } from '../support/givens'
import { createWorld, type World } from '../support/world'

const MINUTE = 60_000
const HOUR = 3_600_000

/** What `security.md` asks of sessions, whichever library keeps them and whichever database they lie in. */
export function sessionsContract(open: () => Promise<Database>) {
  let world: World

  beforeEach(async () => {
    world = createWorld(await open())
  })

  const start = async (role: 'broker' | 'care-leaver', isOwnDevice = false) => {
    const { id } = await givenAccount(world, role)
    return { id, token: await world.sessions.start({ accountId: id, role, device: 'Phone', isOwnDevice }) }
  }

  const rowsOf = (accountId: string) =>
    world.db.query
      .selectFrom('session')
      .selectAll()
      .where('account_id', '=', accountId as never)
      .execute()

  describe('creation', () => {
    it('makes a new token every time and keeps only its hash', async () => {
      const { id } = await givenAccount(world, 'broker')
      const tokens = new Set<string>()
      for (let index = 0; index < 20; index += 1)
        tokens.add(
          await world.sessions.start({ accountId: id, role: 'broker', device: 'Phone', isOwnDevice: false }),
        )
      expect(tokens.size).toBe(20)
      const stored = JSON.stringify(await world.db.query.selectFrom('session').selectAll().execute())
      for (const token of tokens) {
        expect(token).toMatch(/^[\w-]{43}$/)
        expect(stored).not.toContain(token)
      }
    })

    it('keeps five sessions and drops the oldest', async () => {
      const { id, token: first } = await start('broker')
      const later: string[] = []
      for (let index = 0; index < 5; index += 1) {
        world.wait(1000)
        later.push(
          await world.sessions.start({ accountId: id, role: 'broker', device: 'Phone', isOwnDevice: false }),
        )
      }
      expect(await world.sessions.read(first)).toBeNull()
      for (const token of later) expect(await world.sessions.read(token)).not.toBeNull()
    })
  })

  describe('reading', () => {
    it.each(['', 'x', 'a'.repeat(42), 'a'.repeat(44), '%E0%A4%A', '../'.repeat(15), 'a'.repeat(10_000)])(
      'takes %j for nobody',
      async (token) => {
        expect(await world.sessions.read(token)).toBeNull()
      },
    )

    it('is not disturbed by broken cookies beside its own', async () => {
      const browser = await givenSignedIn(world, 'broker')
      browser.cookies.set('other', '%E0%A4%A')
      expect((await browser.get('/account')).status).toBe(200)
      browser.cookies.set('__Host-sid', '%E0%A4%A')
      expect((await browser.get('/account')).status).toBe(303)
    })

    it('answers a hundred reads at once', async () => {
      const { token } = await start('broker')
      const reads = await Promise.all(Array.from({ length: 100 }, () => world.sessions.read(token)))
      expect(reads.every((session) => session !== null)).toBe(true)
    })
  })

  describe('expiry', () => {
    it('ends after 30 minutes without use, and not a moment before', async () => {
      const { token } = await start('broker')
      world.wait(30 * MINUTE - 2000)
      expect(await world.sessions.read(token)).not.toBeNull()
      world.wait(30 * MINUTE + 2000)
      expect(await world.sessions.read(token)).toBeNull()
    })

    it.each([
      ['broker', false, 8 * HOUR],
      ['care-leaver', false, 12 * HOUR],
    ] as const)('ends for a %s at its absolute limit however much it is used', async (role, isOwn, limit) => {
      const { token } = await start(role, isOwn)
      for (let passed = 0; passed < limit - 20 * MINUTE; passed += 20 * MINUTE) {
        world.wait(20 * MINUTE)
        expect(await world.sessions.read(token)).not.toBeNull()
      }
      world.wait(20 * MINUTE + 1000)
      expect(await world.sessions.read(token)).toBeNull()
    })

    it('lasts seven days on a young person’s own phone, and not on a broker’s', async () => {
      const own = await start('care-leaver', true)
      const staff = await start('broker', true)
      world.wait(7 * 24 * HOUR - MINUTE)
      expect(await world.sessions.read(own.token)).not.toBeNull()
      expect(await world.sessions.read(staff.token)).toBeNull()
      world.wait(2 * MINUTE)
      expect(await world.sessions.read(own.token)).toBeNull()
    })

    it('survives a clock that goes back, and revives nothing when it comes forward again', async () => {
      const { id, token } = await start('broker')
      world.wait(-HOUR)
      expect(await world.sessions.read(token)).not.toBeNull()
      await world.sessions.end((await world.sessions.list(id))[0]?.id ?? '')
      world.wait(HOUR)
      expect(await world.sessions.read(token)).toBeNull()
    })

    it('writes "last seen" at most once a minute', async () => {
      const { id, token } = await start('broker')
      const seen = async () => (await rowsOf(id))[0]?.last_seen_at
      const first = await seen()
      world.wait(59_000)
      await world.sessions.read(token)
      expect(await seen()).toBe(first)
      world.wait(2000)
      await world.sessions.read(token)
      expect(await seen()).not.toBe(first)
    })

    it('deletes what has expired', async () => {
      const { id } = await start('broker')
      world.wait(31 * MINUTE)
      await world.sessions.deleteExpired()
      expect(await rowsOf(id)).toEqual([])
    })
  })

  describe('rotation and fixation', () => {
    it('gives a new token at sign-in and kills the one the browser had', async () => {
      const browser = await givenSignedIn(world, 'broker')
      const before = browser.cookies.get('__Host-sid') ?? ''
      await browser.signIn(browser.email)
      const after = browser.cookies.get('__Host-sid') ?? ''
      expect(after).not.toBe(before)
      expect(await world.sessions.read(before)).toBeNull()
    })

    it('does not take over a token that was planted', async () => {
      const { email } = await givenAccount(world, 'broker')
      const browser = createBrowser(world)
      browser.cookies.set('__Host-sid', 'a'.repeat(43))
      await browser.signIn(email)
      expect(browser.cookies.get('__Host-sid')).not.toBe('a'.repeat(43))
      expect(await world.sessions.read('a'.repeat(43))).toBeNull()
    })
  })

  describe('revocation', () => {
    it('is signing out: the row goes, the cookie goes, the browser is told to forget', async () => {
      const browser = await givenSignedIn(world, 'broker')
      const token = browser.cookies.get('__Host-sid') ?? ''
      const response = await browser.post('/sign-out')
      expect(response.headers.get('clear-site-data')).toContain('"cache"')
      expect(browser.cookies.has('__Host-sid')).toBe(false)
      expect(await world.sessions.read(token)).toBeNull()
      expect(await rowsOf(browser.id)).toEqual([])
    })

    it('ends one session of one’s own and never somebody else’s', async () => {
      const browser = await givenSignedIn(world, 'broker')
      const second = createBrowser(world)
      await second.signIn(browser.email)
      const [other] = (await world.sessions.list(browser.id)).filter(({ createdAt }) => createdAt !== '')
      const stranger = await givenSignedIn(world, 'broker')
      await stranger.post(`/account/sessions/${other?.id}/end`)
      expect((await rowsOf(browser.id)).length).toBe(2)
      await browser.post(`/account/sessions/${other?.id}/end`)
      expect((await rowsOf(browser.id)).length).toBe(1)
    })

    it('ends all of them at once', async () => {
      const browser = await givenSignedIn(world, 'broker')
      const second = createBrowser(world)
      await second.signIn(browser.email)
      await browser.post('/account/sessions/end-all')
      expect(await rowsOf(browser.id)).toEqual([])
      expect((await second.get('/account')).status).toBe(303)
    })

    it('comes with a suspension, in the same write', async () => {
      const manager = await givenSignedIn(world, 'manager')
      const browser = await givenSignedIn(world, 'broker')
      const token = browser.cookies.get('__Host-sid') ?? ''
      expect((await manager.post(`/manage/accounts/${browser.id}/suspend`, { reason: 'Left' })).status).toBe(
        303,
      )
      expect(await world.sessions.read(token)).toBeNull()
      expect(await rowsOf(browser.id)).toEqual([])
      await browser.signIn(browser.email)
      expect((await browser.get('/team')).status).toBe(303)
    })

    it('holds for a session made with an older epoch of its account', async () => {
      const { id, token } = await start('broker')
      await world.db.commit([
        world.db.query.updateTable('account').set({ auth_epoch: 2 }).where('id', '=', id),
      ])
      expect(await world.sessions.read(token)).toBeNull()
    })
  })

  describe('the cookie', () => {
    const lineOf = async (device: 'shared' | 'own') => {
      const { email } = await givenAccount(world, 'care-leaver')
      const browser = createBrowser(world)
      await browser.post('/sign-in', { email, device })
      await world.drain()
      const mail = (await world.sentMail()).find(({ to }) => to === email)
      const response = await browser.post('/sign-in/code', {
        code: /\d{6}/.exec(mail?.body ?? '')?.[0] ?? '',
      })
      return response.headers.getSetCookie().find((line) => line.startsWith('__Host-sid=')) ?? ''
    }

    it('is for this host only, unreadable for scripts, and ends with a shared browser', async () => {
      const line = await lineOf('shared')
      for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
        expect(line).toContain(attribute)
      expect(line).not.toMatch(/Max-Age|Expires|Domain/i)
    })

    it('lasts on somebody’s own phone', async () => {
      expect(await lineOf('own')).toContain(`Max-Age=${7 * 24 * 3600}`)
    })
  })

  it('goes on when the disk is full or locked: only "last seen" is lost', async () => {
    const { token } = await start('broker')
    world.wait(2 * MINUTE)
    for (const fault of [
      new BusyError('locked'),
      Object.assign(new Error('full'), { code: 'SQLITE_FULL' }),
    ]) {
      const failing: Database = { query: world.db.query, commit: () => Promise.reject(fault) }
      const sessions = createSessionService({ db: failing, now: world.now, newToken: () => '' })
      expect(await sessions.read(token)).not.toBeNull()
    }
  })
}
