import { describe, expect, it } from 'vitest'
import { paths } from '../../src/paths'
import { testDatabase } from '../support/database'
import { givenYoungPerson } from '../support/givens'
import { createWorld } from '../support/world'

const QUARTER_HOUR = 16 * 60_000

/** Somebody who has written to their private list for longer than a code is fresh. */
async function aSlowWriter() {
  const world = createWorld(testDatabase())
  const young = await givenYoungPerson(world)
  world.wait(QUARTER_HOUR)
  const typed = { kind: 'person', person: 'Uncle <b>Vic</b>', email: '', organisationId: '' }
  const send = (more: Record<string, string> = {}) => young.post(paths.my.notTold, { ...typed, ...more })
  const entries = () => world.db.query.selectFrom('not_told').select('id').execute()
  const newestCode = async () => {
    await world.drain()
    const mail = (await world.sentMail()).find(({ to }) => to === young.account.email)
    return /\d{6}/.exec(mail?.body ?? '')?.[0] ?? ''
  }
  return { world, young, send, entries, newestCode }
}

describe('a form that wants a fresh code', () => {
  it('asks for the code on a page that keeps what was typed, and stores nothing yet', async () => {
    const { send, entries } = await aSlowWriter()
    const asked = await send()
    expect(asked.status).toBe(422)
    const page = await asked.text()
    expect(page).toContain('Nothing you typed is lost')
    expect(page).toContain('value="Uncle &lt;b&gt;Vic&lt;/b&gt;"')
    expect(page).toContain(`action="${paths.my.notTold}"`)
    expect(await entries()).toEqual([])
  })

  it('goes through with the code, in a new session', async () => {
    const { young, send, entries, newestCode } = await aSlowWriter()
    await send()
    const before = young.cookies.get('__Host-sid')
    const done = await send({ 'fresh-code': await newestCode() })
    expect([done.status, done.headers.get('location')]).toEqual([303, paths.my.notTold])
    expect(await entries()).toHaveLength(1)
    expect(young.cookies.get('__Host-sid')).not.toBe(before)
    expect((await young.get(paths.my.notTold)).status).toBe(200)
  })

  it('keeps everything when the code is wrong, and works with the right one then', async () => {
    const { send, entries, newestCode } = await aSlowWriter()
    await send()
    const code = await newestCode()
    const wrong = await send({ 'fresh-code': code === '111111' ? '222222' : '111111' })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('That code is not right')
    expect(page).toContain('Uncle &lt;b&gt;Vic')
    expect(await entries()).toEqual([])
    expect((await send({ 'fresh-code': code })).status).toBe(303)
  })

  it('sends another code when asked, and only the newest works', async () => {
    const { send, entries, newestCode } = await aSlowWriter()
    await send()
    const first = await newestCode()
    await send({ 'fresh-code': '', 'new-code': 'yes' })
    const second = await newestCode()
    if (first !== second) expect((await send({ 'fresh-code': first })).status).toBe(422)
    expect((await send({ 'fresh-code': second })).status).toBe(303)
    expect(await entries()).toHaveLength(1)
  })

  it('never takes somebody else’s code', async () => {
    const { world, send, entries, young } = await aSlowWriter()
    const other = await givenYoungPerson(world, { name: 'Sky' })
    await other.post(paths.signIn, { email: other.account.email })
    await world.drain()
    const mail = (await world.sentMail()).find(({ to }) => to === other.account.email)
    const code = /\d{6}/.exec(mail?.body ?? '')?.[0] ?? ''
    await send()
    young.cookies.set('__Host-asking', other.cookies.get('__Host-asking') ?? '')
    expect((await send({ 'fresh-code': code })).status).toBe(422)
    expect(await entries()).toEqual([])
  })
})
