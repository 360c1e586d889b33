import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../db/database'
import { randomId } from '../../src/auth/secrets'
import { inviteAccount } from '../../src/commands/accounts/invite-account'
import { SYSTEM_ACTOR_ID } from '../../src/domain/account'
import { type Browser, createBrowser } from '../support/browser'
import { givenAccount, givenSignedIn } from '../support/givens'
import { createWorld, type World } from '../support/world'

const MINUTE = 60_000

/** Sign-in codes and invitations, on whichever database. */
export function codesContract(open: () => Promise<Database>) {
  let world: World

  beforeEach(async () => {
    world = createWorld(await open())
  })

  async function asked(): Promise<{ browser: Browser; email: string; code: string }> {
    const { email } = await givenAccount(world, 'broker')
    const browser = createBrowser(world)
    await browser.post('/sign-in', { email })
    return { browser, email, code: await codeFor(email) }
  }

  async function codeFor(email: string): Promise<string> {
    await world.drain()
    const mail = (await world.sentMail()).find(({ to, subject }) => to === email && subject === 'Your code')
    return /\d{6}/.exec(mail?.body ?? '')?.[0] ?? ''
  }

  const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

  describe('a sign-in code', () => {
    it('takes five tries, and no more when fifty come at once', async () => {
      const { browser, code } = await asked()
      await Promise.all(
        Array.from({ length: 50 }, () => browser.post('/sign-in/code', { code: wrong(code) })),
      )
      const [row] = await world.db.query
        .selectFrom('sign_in_request')
        .select('tries')
        .orderBy('asked_at', 'desc')
        .limit(1)
        .execute()
      expect(row?.tries).toBe(5)
      expect((await browser.post('/sign-in/code', { code })).status).toBe(422)
    })

    it('works on the fifth try', async () => {
      const { browser, code } = await asked()
      for (let index = 0; index < 4; index += 1) await browser.post('/sign-in/code', { code: wrong(code) })
      expect((await browser.post('/sign-in/code', { code })).status).toBe(303)
    })

    it('works for ten minutes', async () => {
      const early = await asked()
      const late = await asked()
      world.wait(10 * MINUTE - 1000)
      expect((await early.browser.post('/sign-in/code', { code: early.code })).status).toBe(303)
      world.wait(2000)
      expect((await late.browser.post('/sign-in/code', { code: late.code })).status).toBe(422)
    })

    it('is the newest only', async () => {
      const { browser, email, code } = await asked()
      world.wait(1000)
      await createBrowser(world).post('/sign-in', { email })
      expect((await browser.post('/sign-in/code', { code })).status).toBe(422)
    })

    it('is used once', async () => {
      const { browser, code } = await asked()
      const asking = browser.cookies.get('__Host-asking') ?? ''
      expect((await browser.post('/sign-in/code', { code })).status).toBe(303)
      browser.cookies.set('__Host-asking', asking)
      expect((await browser.post('/sign-in/code', { code })).status).toBe(422)
    })

    it('may be pasted with spaces', async () => {
      const { browser, code } = await asked()
      expect(
        (await browser.post('/sign-in/code', { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })).status,
      ).toBe(303)
    })

    it('lies in no table in clear and in no log line', async () => {
      const { code, email } = await asked()
      const tables = ['sign_in_request', 'outbox', 'session', 'idempotency'] as const
      const rows = await Promise.all(
        tables.map((table) => world.db.query.selectFrom(table).selectAll().execute()),
      )
      const stored = JSON.stringify(rows).replace(
        /"(id|key|browser_hash|email_hash|code_hash|body_hash|account_id|requestId|payload)":"[^"]*"/g,
        '',
      )
      expect(stored).not.toContain(code)
      expect(world.log.join('\n')).not.toContain(email)
      expect(world.log.join('\n')).not.toContain(code)
    })

    it('is not sent when the drain comes two minutes late', async () => {
      const { email } = await givenAccount(world, 'broker')
      await createBrowser(world).post('/sign-in', { email })
      world.wait(2 * MINUTE + 1000)
      expect(await codeFor(email)).toBe('')
    })

    it('is not made for a suspended account', async () => {
      const { id, email } = await givenAccount(world, 'broker')
      await world.db.commit([
        world.db.query.updateTable('account').set({ state: 'suspended' }).where('id', '=', id),
      ])
      await createBrowser(world).post('/sign-in', { email })
      expect(await codeFor(email)).toBe('')
    })

    it('is asked for five times in a quarter of an hour, known address or not', async () => {
      const { email } = await givenAccount(world, 'broker')
      for (const address of [email, `nobody-${randomId()}@kent.example`]) {
        const browser = createBrowser(world)
        for (let index = 0; index < 5; index += 1)
          expect((await browser.post('/sign-in', { email: address })).status).toBe(303)
        expect((await browser.post('/sign-in', { email: address })).status).toBe(429)
      }
    })

    it('gives known and unknown addresses the same pages', async () => {
      const { email } = await givenAccount(world, 'broker')
      const answers = []
      for (const address of [email, `nobody-${randomId()}@kent.example`]) {
        const browser = createBrowser(world)
        const first = await browser.post('/sign-in', { email: address })
        const page = (await browser.text('/sign-in/code')).replace(/[0-9a-f]{32}/g, '')
        const refused = (await (await browser.post('/sign-in/code', { code: '123450' })).text()).replace(
          /[0-9a-f]{32}/g,
          '',
        )
        answers.push([first.status, first.headers.get('location'), page, refused])
      }
      expect(answers[0]).toEqual(answers[1])
    })

    it('is asked for once when the same form is sent twice', async () => {
      const { email } = await givenAccount(world, 'broker')
      const browser = createBrowser(world)
      const key = randomId()
      await browser.post('/sign-in', { email }, key)
      await browser.post('/sign-in', { email }, key)
      await world.drain()
      expect((await world.sentMail()).filter(({ to }) => to === email)).toHaveLength(1)
    })
  })

  describe('an invitation', () => {
    const system = () => ({
      db: world.db,
      now: world.now,
      newId: randomId,
      secrets: world.secrets,
      actor: { id: SYSTEM_ACTOR_ID },
    })

    async function invited(): Promise<{ email: string; token: string }> {
      const email = `${randomId()}@kent.example`
      await inviteAccount(system(), { email, name: 'Sam', role: 'adviser', organisationId: null })
      return { email, token: await tokenFor(email) }
    }

    async function tokenFor(email: string): Promise<string> {
      await world.drain()
      const mail = (await world.sentMail()).find(
        ({ to, subject }) => to === email && subject === 'Your invitation',
      )
      return /\/join\/([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? ''
    }

    async function accept({ email, token }: { email: string; token: string }) {
      const browser = createBrowser(world)
      const opened = await browser.post('/join', { token })
      if (opened.status !== 303) return opened
      return browser.post('/sign-in/code', { code: await codeFor(email) })
    }

    it('makes an account active with a code that goes to the invited address', async () => {
      const invitation = await invited()
      expect((await accept(invitation)).headers.get('location')).toBe('/adviser')
    })

    it('works once', async () => {
      const invitation = await invited()
      await accept(invitation)
      expect((await accept(invitation)).status).toBe(404)
    })

    it('works for 48 hours', async () => {
      const invitation = await invited()
      world.wait(48 * 60 * MINUTE + 1000)
      expect((await accept(invitation)).status).toBe(404)
    })

    it('stops working when a manager takes it back', async () => {
      const invitation = await invited()
      const manager = await givenSignedIn(world, 'manager')
      const row = await world.db.query
        .selectFrom('invitation')
        .innerJoin('account', 'account.id', 'invitation.account_id')
        .where('account.email', '=', invitation.email)
        .select('invitation.id')
        .executeTakeFirstOrThrow()
      expect((await manager.post(`/manage/invitations/${row.id}/revoke`)).status).toBe(303)
      expect((await accept(invitation)).status).toBe(404)
    })

    it('is replaced by a second one', async () => {
      const first = await invited()
      world.wait(1000)
      await inviteAccount(system(), {
        email: first.email,
        name: 'Sam',
        role: 'adviser',
        organisationId: null,
      })
      const second = { email: first.email, token: await tokenFor(first.email) }
      expect(second.token).not.toBe(first.token)
      expect((await accept(first)).status).toBe(404)
      expect((await accept(second)).status).toBe(303)
    })

    it('says nothing of whom it is for, alive or dead, and its token is stored as a hash', async () => {
      const { email, token } = await invited()
      const browser = createBrowser(world)
      const alive = await browser.text(`/join/${token}`)
      const dead = await (await browser.post('/join', { token: 'A'.repeat(22) })).text()
      expect(alive + dead).not.toContain(email)
      expect(
        JSON.stringify(await world.db.query.selectFrom('invitation').selectAll().execute()),
      ).not.toContain(token)
    })
  })
}
