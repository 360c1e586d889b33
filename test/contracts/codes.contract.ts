import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../db/database'
import { findInvitation } from '../../db/queries/accounts'
import { randomId, sha256 } from '../../src/auth/secrets'
import { revokeInvitation, suspendAccount } from '../../src/commands/accounts/change-account'
import { type InviteOutcome, inviteAccount } from '../../src/commands/accounts/invite-account'
import { SYSTEM_ACTOR_ID, type Role } from '../../src/domain/account'
import type { AccountId } from '../../src/domain/ids'
import { type Browser, createBrowser } from '../support/browser'
import { everythingStored } from '../support/everything-stored'
import { givenAccount, givenSignedIn } from '../support/givens'
import { createWorld, DAY, type World } from '../support/world'

const MINUTE = 60_000
const COOKIE = '__Host-sid'
const ASKING = '__Host-asking'

/** What signing in by code and accepting an invitation promise, on either database. */
export function codesContract(open: () => Promise<Database>) {
  let world: World

  beforeEach(async () => {
    world = createWorld(await open())
  })

  const newEmail = () => `${randomId()}@kent.example`

  const mailTo = async (email: string) => (await world.sentMail()).filter(({ to }) => to === email)

  /** The newest code that came to an address, after the drain. */
  async function codeFor(email: string): Promise<string> {
    await world.drain()
    return /\b\d{6}\b/.exec((await mailTo(email))[0]?.body ?? '')?.[0] ?? ''
  }

  /** Somebody who has asked for a code and has read it. */
  async function asked(role: Role = 'broker') {
    const account = await givenAccount(world, role)
    const browser = createBrowser(world)
    await browser.post('/sign-in', { email: account.email })
    return { ...account, browser, code: await codeFor(account.email) }
  }

  const otherThan = (code: string, step = 1) => String((Number(code) + step) % 1_000_000).padStart(6, '0')

  const isSignedIn = async (browser: Browser) => (await browser.get('/account')).status === 200

  /** What a page says, without what differs each time. */
  const wordsOf = async (response: Response) => (await response.text()).replace(/[0-9a-f]{32}/g, '')

  const requestsOf = (accountId: AccountId) =>
    world.db.query.selectFrom('sign_in_request').selectAll().where('account_id', '=', accountId).execute()

  describe('a code', () => {
    it('lets five be tried, and not even the right one after that', async () => {
      const { browser, code } = await asked()
      for (let count = 1; count <= 5; count += 1) {
        const answer = await browser.post('/sign-in/code', { code: otherThan(code, count) })
        expect([answer.status, await answer.text()]).toEqual([
          422,
          expect.stringContaining('That code is not right'),
        ])
      }
      const answer = await browser.post('/sign-in/code', { code })
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('no longer works')])
      expect(await isSignedIn(browser)).toBe(false)
    })

    it('works on the fifth try', async () => {
      const { browser, code } = await asked()
      for (let count = 1; count <= 4; count += 1)
        await browser.post('/sign-in/code', { code: otherThan(code, count) })
      expect((await browser.post('/sign-in/code', { code })).status).toBe(303)
    })

    it('lets five be tried when fifty come at once', async () => {
      const { browser, code, id } = await asked()
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, count) =>
          browser.post('/sign-in/code', { code: otherThan(code, count + 1) }),
        ),
      )
      const texts = await Promise.all(answers.map((answer) => answer.text()))
      expect(texts.filter((text) => text.includes('That code is not right'))).toHaveLength(5)
      expect(texts.filter((text) => text.includes('no longer works'))).toHaveLength(45)
      expect((await requestsOf(id)).map(({ tries }) => tries)).toEqual([5])
      expect((await browser.post('/sign-in/code', { code })).status).toBe(422)
    })

    it('signs in once when the right one comes twenty times at once', async () => {
      const { browser, code, id } = await asked()
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => browser.post('/sign-in/code', { code })),
      )
      expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
      expect(answers.filter(({ status }) => status >= 500)).toEqual([])
      const sessions = await world.db.query
        .selectFrom('session')
        .select('id')
        .where('account_id', '=', id)
        .execute()
      expect(sessions).toHaveLength(1)
    })

    it('works for ten minutes from the asking, to the millisecond', async () => {
      const [early, late] = [await asked(), await asked()]
      world.wait(10 * MINUTE - 1)
      expect((await early.browser.post('/sign-in/code', { code: early.code })).status).toBe(303)
      world.wait(1)
      expect((await late.browser.post('/sign-in/code', { code: late.code })).status).toBe(422)
    })

    it('is dead when a newer one was asked for, from wherever', async () => {
      const { browser, code, email } = await asked()
      world.wait(1000)
      await createBrowser(world).post('/sign-in', { email })
      expect((await browser.post('/sign-in/code', { code })).status).toBe(422)
    })

    it('is dead when a newer one was asked for in the same millisecond or after the clock went back', async () => {
      for (const step of [0, -5 * MINUTE]) {
        const { browser, code, email } = await asked()
        world.wait(step)
        const newer = createBrowser(world)
        await newer.post('/sign-in', { email })
        await world.drain()
        expect((await browser.post('/sign-in/code', { code })).status).toBe(422)
        const codes = (await mailTo(email)).map(({ body }) => /\b\d{6}\b/.exec(body)?.[0] ?? '')
        for (const one of codes.filter((sent) => sent !== code))
          await newer.post('/sign-in/code', { code: one })
        expect(await isSignedIn(newer)).toBe(true)
      }
    })

    it('is mailed for the newest of several requests only', async () => {
      const { email } = await givenAccount(world, 'broker')
      const browser = createBrowser(world)
      for (let count = 0; count < 3; count += 1) await browser.post('/sign-in', { email })
      await world.drain()
      expect(await mailTo(email)).toHaveLength(1)
      await browser.post('/sign-in/code', { code: await codeFor(email) })
      expect(await isSignedIn(browser)).toBe(true)
    })

    it('works only in the browser that asked, and a try elsewhere does not count', async () => {
      const { browser, code, id } = await asked()
      const requestId = (browser.cookies.get(ASKING) ?? '').split('.')[0]
      const forged = [
        undefined,
        'x',
        `${requestId}.${'a'.repeat(43)}.`,
        `${requestId}..`,
        `${randomId()}.${'a'.repeat(43)}.`,
        '%E0%A4%A',
      ]
      for (const cookie of forged) {
        const other = createBrowser(world)
        if (cookie !== undefined) other.cookies.set(ASKING, cookie)
        const { status } = await other.post('/sign-in/code', { code })
        expect([cookie, [303, 422].includes(status), await isSignedIn(other)]).toEqual([cookie, true, false])
      }
      expect((await requestsOf(id)).map(({ tries }) => tries)).toEqual([0])
      expect((await browser.post('/sign-in/code', { code })).status).toBe(303)
    })

    it('does not work in another browser that asked for somebody else', async () => {
      const [first, second] = [await asked(), await asked()]
      expect((await second.browser.post('/sign-in/code', { code: first.code })).status).toBe(
        first.code === second.code ? 303 : 422,
      )
    })

    it('is used once, though the browser keeps its cookie', async () => {
      const { browser, code } = await asked()
      const cookie = browser.cookies.get(ASKING) ?? ''
      expect((await browser.post('/sign-in/code', { code })).status).toBe(303)
      const again = createBrowser(world)
      again.cookies.set(ASKING, cookie)
      expect((await again.post('/sign-in/code', { code })).status).toBe(422)
      expect(await isSignedIn(again)).toBe(false)
    })

    it('may be typed with spaces, and is asked for again when it is not six numbers', async () => {
      const { browser, code, id } = await asked()
      for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６', '-12345', '1e5000']) {
        expect([typed, (await browser.post('/sign-in/code', { code: typed })).status]).toEqual([typed, 422])
      }
      expect((await requestsOf(id)).map(({ tries }) => tries)).toEqual([0])
      expect(
        (await browser.post('/sign-in/code', { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })).status,
      ).toBe(303)
    })

    it('is in no table and no log line, only in the mail', async () => {
      const { browser, code, email } = await asked()
      await browser.post('/sign-in/code', { code })
      const alone = new RegExp(`(?<![0-9a-f])${code}(?![0-9a-f])`)
      expect(await everythingStored(world.db)).not.toMatch(alone)
      expect(world.log.join('\n')).not.toMatch(alone)
      expect(world.log.join('\n')).not.toContain(email)
      expect((await mailTo(email))[0]?.body).toMatch(alone)
    })

    it('is not stored as a hash that another request’s code could have', async () => {
      const [first, second] = [await asked(), await asked()]
      const hash = async (requestId: string) => world.secrets.hash('code', `${requestId}:${first.code}`)
      const [mine, theirs] = [(await requestsOf(first.id))[0], (await requestsOf(second.id))[0]]
      expect(mine?.code_hash).toBe(await hash(mine?.id ?? ''))
      expect(mine?.code_hash).not.toBe(await hash(theirs?.id ?? ''))
    })
  })

  describe('the drain', () => {
    it('sends a code up to two minutes late and not after that', async () => {
      const [early, late] = [await givenAccount(world, 'broker'), await givenAccount(world, 'broker')]
      await createBrowser(world).post('/sign-in', { email: early.email })
      world.wait(2 * MINUTE)
      await world.drain()
      expect(await mailTo(early.email)).toHaveLength(1)
      await createBrowser(world).post('/sign-in', { email: late.email })
      world.wait(2 * MINUTE + 1)
      await world.drain()
      expect(await mailTo(late.email)).toEqual([])
      expect((await requestsOf(late.id)).map(({ code_hash: hash }) => hash)).toEqual([null])
    })

    it('sends a message that gives nothing away on a lock screen', async () => {
      const { email } = await asked('care-leaver')
      const [mail] = await mailTo(email)
      expect(mail?.subject).toBe('Your code')
      expect(`${mail?.subject} ${mail?.body}`).not.toMatch(
        /care|leaver|waymark|kent|council|social|offer|sam|field|http/i,
      )
    })
  })

  describe('who asks', () => {
    const KINDS = ['unknown', 'suspended', 'invited', 'closed'] as const

    async function addressOf(kind: (typeof KINDS)[number]): Promise<string> {
      if (kind === 'unknown') return newEmail()
      const { id, email } = await givenAccount(world, 'broker')
      await world.db.commit([world.db.query.updateTable('account').set({ state: kind }).where('id', '=', id)])
      return email
    }

    /** Everything of an answer but the values of cookies and the request's number. */
    async function shapeOf(response: Response) {
      const headers = [...response.headers].filter(
        ([name]) => name !== 'set-cookie' && name !== 'x-request-id',
      )
      const cookies = response.headers
        .getSetCookie()
        .map((line) => line.replace(/=[^;]*/, (value) => `=${value.length}`))
      return { status: response.status, headers, cookies, body: await wordsOf(response) }
    }

    it.each(KINDS)(
      'gets the same answers with an address that is %s as with one that may sign in',
      async (kind) => {
        const [known, other] = [createBrowser(world), createBrowser(world)]
        const { email } = await givenAccount(world, 'broker')
        const strange = await addressOf(kind)
        expect(await shapeOf(await other.post('/sign-in', { email: strange }))).toEqual(
          await shapeOf(await known.post('/sign-in', { email })),
        )
        const code = await codeFor(email)
        expect(await mailTo(strange)).toEqual([])
        for (let count = 1; count <= 6; count += 1) {
          const wrong = { code: otherThan(code, count) }
          expect(await shapeOf(await other.post('/sign-in/code', wrong))).toEqual(
            await shapeOf(await known.post('/sign-in/code', wrong)),
          )
        }
      },
    )

    it('finds the account however the address is spelled', async () => {
      const { email } = await givenAccount(world, 'broker')
      await createBrowser(world).post('/sign-in', { email: `  ${email.toUpperCase()} ` })
      expect(await codeFor(email)).toMatch(/^\d{6}$/)
    })

    it.each(['known', 'unknown'])(
      'is asked to wait at the sixth time in 15 minutes, %s or not',
      async (kind) => {
        const email = kind === 'known' ? (await givenAccount(world, 'broker')).email : newEmail()
        const ask = async () => (await createBrowser(world).post('/sign-in', { email })).status
        for (let count = 1; count <= 5; count += 1) {
          expect(await ask()).toBe(303)
          world.wait(1000)
        }
        expect(await ask()).toBe(429)
        world.wait(15 * MINUTE - 5001)
        expect(await ask()).toBe(429)
        world.wait(1)
        expect(await ask()).toBe(303)
      },
    )

    it('makes one request with a form sent twice, and keeps its cookie', async () => {
      const { email, id } = await givenAccount(world, 'broker')
      const [browser, key] = [createBrowser(world), randomId()]
      const first = await browser.post('/sign-in', { email }, key)
      const second = await browser.post('/sign-in', { email }, key)
      expect([second.status, second.headers.get('location')]).toEqual([
        first.status,
        first.headers.get('location'),
      ])
      expect(await requestsOf(id)).toHaveLength(1)
      await browser.post('/sign-in/code', { code: await codeFor(email) })
      expect(await isSignedIn(browser)).toBe(true)
    })

    it('makes one request with a form sent ten times at once, and its cookie is the one that works', async () => {
      const { email, id } = await givenAccount(world, 'broker')
      const [browser, key] = [createBrowser(world), randomId()]
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => browser.post('/sign-in', { email }, key)),
      )
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303))
      expect(answers.filter(({ headers }) => headers.getSetCookie().length > 0)).toHaveLength(1)
      expect(await requestsOf(id)).toHaveLength(1)
      await browser.post('/sign-in/code', { code: await codeFor(email) })
      expect(await isSignedIn(browser)).toBe(true)
    })
  })

  describe('a suspended account', () => {
    const context = () => {
      const { db, now, secrets } = world
      return { db, now, secrets, newId: randomId, actor: { id: SYSTEM_ACTOR_ID } }
    }

    it('gets no code, though it asked before it was suspended', async () => {
      const { email, id } = await givenAccount(world, 'broker')
      await createBrowser(world).post('/sign-in', { email })
      await suspendAccount(context(), id, 'Left')
      expect(await codeFor(email)).toBe('')
    })

    it('cannot use the code it has', async () => {
      const { browser, code, id } = await asked()
      await suspendAccount(context(), id, 'Left')
      expect((await browser.post('/sign-in/code', { code })).status).toBe(422)
      expect(browser.cookies.has(COOKIE)).toBe(false)
    })
  })

  describe('an invitation', () => {
    const context = () => {
      const { db, now, secrets } = world
      return { db, now, secrets, newId: randomId, actor: { id: SYSTEM_ACTOR_ID } }
    }

    const invite = (email: string, role: Role = 'broker'): Promise<InviteOutcome> =>
      inviteAccount(context(), { email, name: 'Nia Brook', role, organisationId: null })

    /** The token of the newest link that came to an address. */
    async function tokenFor(email: string): Promise<string> {
      await world.drain()
      const [mail] = (await mailTo(email)).filter(({ subject }) => subject === 'Your invitation')
      return /\/join\/([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? ''
    }

    async function invited() {
      const email = newEmail()
      expect(await invite(email)).toBe('committed')
      return { email, token: await tokenFor(email), browser: createBrowser(world) }
    }

    async function accept(email: string, browser: Browser, token: string) {
      await browser.post('/join', { token })
      world.wait(1)
      return browser.post('/sign-in/code', { code: await codeFor(email) })
    }

    const stateOf = async (email: string) =>
      (await world.db.query
        .selectFrom('account')
        .select(['state', 'role'])
        .where('email', '=', email)
        .executeTakeFirst()) ?? null

    const invitationOf = (email: string) =>
      world.db.query
        .selectFrom('invitation')
        .innerJoin('account', 'account.id', 'invitation.account_id')
        .where('account.email', '=', email)
        .select(['invitation.id', 'invitation.state', 'invitation.token_hash'])
        .orderBy('invitation.created_at', 'desc')
        .executeTakeFirstOrThrow()

    it('makes the account of the role it was for, and signs in', async () => {
      const { email, token, browser } = await invited()
      expect(await stateOf(email)).toEqual({ state: 'invited', role: 'broker' })
      expect((await accept(email, browser, token)).headers.get('location')).toBe('/team')
      expect(await stateOf(email)).toEqual({ state: 'active', role: 'broker' })
      expect(await isSignedIn(browser)).toBe(true)
    })

    it('has a token of 128 bits that is kept as a hash only', async () => {
      const { email, token } = await invited()
      expect(token).toMatch(/^[\w-]{22}$/)
      expect((await invitationOf(email)).token_hash).toBe(await sha256(token))
      expect(await everythingStored(world.db)).not.toContain(token)
      expect(world.log.join('\n')).not.toContain(token)
    })

    it('works once', async () => {
      const { email, token, browser } = await invited()
      await accept(email, browser, token)
      world.wait(MINUTE)
      const again = createBrowser(world)
      expect((await again.post('/join', { token })).status).toBe(404)
      expect(again.cookies.has(ASKING)).toBe(false)
    })

    it('is accepted once when two browsers have asked for its code', async () => {
      const { email, token } = await invited()
      const [one, two] = [createBrowser(world), createBrowser(world)]
      await one.post('/join', { token })
      world.wait(1000)
      const first = await codeFor(email)
      await two.post('/join', { token })
      const second = await codeFor(email)
      const answers = await Promise.all([
        one.post('/sign-in/code', { code: first }),
        two.post('/sign-in/code', { code: second }),
      ])
      expect(answers.map(({ status }) => status)).toEqual([422, 303])
    })

    it('works for 48 hours, to the millisecond', async () => {
      const [early, late] = [await invited(), await invited()]
      world.wait(2 * DAY - 1)
      expect((await early.browser.post('/join', { token: early.token })).status).toBe(303)
      world.wait(1)
      expect((await late.browser.post('/join', { token: late.token })).status).toBe(404)
      const code = await codeFor(early.email)
      expect((await early.browser.post('/sign-in/code', { code })).status).toBe(422)
      expect(await stateOf(early.email)).toMatchObject({ state: 'invited' })
    })

    it('is not sent when its time ended before the drain came', async () => {
      const email = newEmail()
      await invite(email)
      world.wait(2 * DAY)
      await world.drain()
      expect(await mailTo(email)).toEqual([])
    })

    it('is dead when it was revoked, before or after its code was asked for', async () => {
      const [before, after] = [await invited(), await invited()]
      await revokeInvitation(context(), (await invitationOf(before.email)).id)
      expect((await before.browser.post('/join', { token: before.token })).status).toBe(404)

      await after.browser.post('/join', { token: after.token })
      const code = await codeFor(after.email)
      await revokeInvitation(context(), (await invitationOf(after.email)).id)
      expect((await after.browser.post('/sign-in/code', { code })).status).toBe(422)
      expect(await stateOf(after.email)).toMatchObject({ state: 'invited' })
    })

    it('is dead when a manager took it back on its page', async () => {
      const { email, token, browser } = await invited()
      const manager = await givenSignedIn(world, 'manager')
      const { id } = await invitationOf(email)
      expect((await manager.post(`/manage/invitations/${id}/revoke`)).status).toBe(303)
      expect((await browser.post('/join', { token })).status).toBe(404)
    })

    it('is dead when a second was made, and the second works', async () => {
      const { email, token, browser } = await invited()
      const first = await invitationOf(email)
      world.wait(MINUTE)
      expect(await invite(email)).toBe('committed')
      const second = await tokenFor(email)
      expect((await findInvitation(world.db, first.id))?.state).toBe('revoked')
      expect((await browser.post('/join', { token })).status).toBe(404)
      expect((await accept(email, browser, second)).status).toBe(303)
      expect(
        await world.db.query.selectFrom('account').select('id').where('email', '=', email).execute(),
      ).toHaveLength(1)
    })

    it('is not made a second time for an account that is in use or for another role', async () => {
      const { email, token, browser } = await invited()
      expect(await invite(email, 'manager')).toBe('address-in-use')
      await accept(email, browser, token)
      expect(await invite(email)).toBe('address-in-use')
    })

    it('has its code sent to the invited address, wherever the link was opened', async () => {
      const { email, token } = await invited()
      const stranger = createBrowser(world)
      const before = (await world.sentMail()).length
      expect(
        (await stranger.post('/join', { token, email: 'stranger@mail.example', to: 'stranger@mail.example' }))
          .status,
      ).toBe(303)
      await world.drain()
      expect((await world.sentMail()).length).toBe(before + 1)
      expect((await mailTo(email)).filter(({ subject }) => subject === 'Your code')).toHaveLength(1)
      expect((await stranger.post('/sign-in/code', { code: '000000' })).status).toBe(422)
      expect(await stateOf(email)).toMatchObject({ state: 'invited' })
    })

    it('when dead says nothing about whom it was for, or whether it ever was', async () => {
      const [used, revoked, ended] = [await invited(), await invited(), await invited()]
      await accept(used.email, used.browser, used.token)
      await revokeInvitation(context(), (await invitationOf(revoked.email)).id)
      world.wait(2 * DAY)
      const stranger = createBrowser(world)
      const invented = 'A'.repeat(22)
      for (const method of ['GET', 'POST'] as const) {
        const open = async (token: string) => {
          const response = await (method === 'GET'
            ? stranger.get(`/join/${token}`)
            : stranger.post('/join', { token }))
          return [response.status, (await wordsOf(response)).replaceAll(token, '')]
        }
        const pages = [
          await open(used.token),
          await open(revoked.token),
          await open(ended.token),
          await open('short'),
        ]
        const nobody = await open(invented)
        for (const page of pages) expect(page).toEqual(nobody)
        expect(String(nobody[1])).not.toMatch(/Nia|Brook|@kent/)
      }
    })

    it('asks to wait when its code is asked for a sixth time in 15 minutes', async () => {
      const { token } = await invited()
      const ask = async () => (await createBrowser(world).post('/join', { token })).status
      for (let count = 1; count <= 5; count += 1) expect(await ask()).toBe(303)
      expect(await ask()).toBe(429)
    })

    it('makes one request with a form sent twice', async () => {
      const { email, token, browser } = await invited()
      const key = randomId()
      await Promise.all(Array.from({ length: 5 }, () => browser.post('/join', { token }, key)))
      await browser.post('/join', { token }, key)
      await browser.post('/sign-in/code', { code: await codeFor(email) })
      expect(await isSignedIn(browser)).toBe(true)
      const id = (
        await world.db.query
          .selectFrom('account')
          .select('id')
          .where('email', '=', email)
          .executeTakeFirstOrThrow()
      ).id
      expect(await requestsOf(id)).toHaveLength(1)
    })
  })
}
