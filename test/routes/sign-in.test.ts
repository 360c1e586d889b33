import { describe, expect, it } from 'vitest'
import { createBrowser } from '../support/browser'
import { testDatabase } from '../support/database'
import { givenAccount } from '../support/givens'
import { createWorld } from '../support/world'

describe('signing in', () => {
  it('sends a code and lets the browser in that asked', async () => {
    const world = createWorld(testDatabase())
    const { email } = await givenAccount(world, 'broker')
    const browser = createBrowser(world)
    const response = await browser.signIn(email)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/team')
    expect((await browser.get('/account')).status).toBe(200)
  })

  it('gives an unknown address the same answer and sends nothing', async () => {
    const world = createWorld(testDatabase())
    const { email } = await givenAccount(world, 'broker')
    const known = await createBrowser(world).post('/sign-in', { email })
    const unknown = await createBrowser(world).post('/sign-in', { email: 'nobody@kent.example' })
    await world.drain()
    expect([unknown.status, unknown.headers.get('location')]).toEqual([
      known.status,
      known.headers.get('location'),
    ])
    expect((await world.sentMail()).map((mail) => mail.to)).toEqual([email])
  })

  it('refuses the code in another browser', async () => {
    const world = createWorld(testDatabase())
    const { email } = await givenAccount(world, 'broker')
    const asker = createBrowser(world)
    await asker.post('/sign-in', { email })
    await world.drain()
    const code = /\d{6}/.exec((await world.sentMail())[0]?.body ?? '')?.[0] ?? ''
    const other = createBrowser(world)
    expect((await other.post('/sign-in/code', { code })).headers.get('location')).toBe('/sign-in')
  })
})
