import { beforeEach, describe, expect, it } from 'vitest'
import { enqueue } from '../../db/statements/record'
import { leaseOutboxRow } from '../../db/statements/outbox'
import { createSecrets, randomId } from '../../src/auth/secrets'
import type { Mail } from '../../src/notify/notifier'
import { drain, type DrainContext } from '../../src/outbox/drain'
import { testDatabase } from '../support/database'
import { givenAccount } from '../support/givens'
import { createWorld, type World } from '../support/world'

const SECOND = 1000

let world: World
let sent: Mail[]
/** What the mail server does with a message, before it takes it. */
let onSend: (mail: Mail) => Promise<void>

beforeEach(() => {
  world = createWorld(testDatabase())
  sent = []
  onSend = async () => {}
})

function context(overrides: Partial<DrainContext> = {}): DrainContext {
  const notifier = {
    async send(mail: Mail) {
      await onSend(mail)
      sent.push(mail)
    },
  }
  const log = (line: object) => void world.log.push(JSON.stringify(line))
  const secrets = createSecrets(['test-only-key-0123456789abcdef-0123'])
  return {
    db: world.db,
    notifier,
    secrets,
    now: world.now,
    newId: randomId,
    log,
    serviceName: 'Waymark',
    baseUrl: 'http://localhost:3000',
    ...overrides,
  }
}

const refuse = () => Promise.reject(new Error('421 try again, amy@mail.example'))

/** News for somebody with an account. */
async function news(topic = 'person.updated'): Promise<{ id: string; email: string }> {
  const { id: accountId, email } = await givenAccount(world, 'care-leaver')
  const id = randomId()
  await world.db.commit([enqueue(world.db, id, world.now().toISOString(), topic, { accountId })])
  return { id, email }
}

const rowOf = (id: string) =>
  world.db.query.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('the drain', () => {
  it('sends what is waiting, once, and says how much', async () => {
    const { id, email } = await news()
    expect(await drain(context())).toBe(1)
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([[email, 'You have an update']])
    expect(await rowOf(id)).toMatchObject({ state: 'done', attempts: 1, done_at: world.now().toISOString() })
    expect(await drain(context())).toBe(0)
    expect(sent).toHaveLength(1)
  })

  it('sends the oldest first, and more than one batch', async () => {
    const emails: string[] = []
    for (let count = 0; count < 60; count += 1) {
      emails.push((await news()).email)
      world.wait(1)
    }
    expect(await drain(context())).toBe(60)
    expect(sent.map(({ to }) => to)).toEqual(emails)
  })

  it('sends once when two run at once', async () => {
    const rows = [await news(), await news(), await news()]
    const counts = await Promise.all([drain(context()), drain(context()), drain(context())])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3)
    expect(sent.map(({ to }) => to).sort()).toEqual(rows.map(({ email }) => email).sort())
  })

  it('leaves a row alone that another worker holds, until the lease ends', async () => {
    const { id } = await news()
    await world.db.commit([
      leaseOutboxRow(world.db, { id, fence: 0 }, new Date(world.now().getTime() + 60 * SECOND).toISOString()),
    ])
    world.wait(60 * SECOND - 1)
    expect(await drain(context())).toBe(0)
    world.wait(1)
    expect(await drain(context())).toBe(1)
    expect(sent).toHaveLength(1)
    expect(await rowOf(id)).toMatchObject({ state: 'done', fence: 2, attempts: 2 })
  })

  it('lets a worker that lost its lease change nothing', async () => {
    const { id } = await news()
    // The first is stopped for a minute in the middle of sending, while a second takes the row over and fails.
    onSend = async () => {
      onSend = refuse
      world.wait(61 * SECOND)
      await drain(context())
    }
    await drain(context())
    const second = await rowOf(id)
    expect(second).toMatchObject({ state: 'pending', fence: 2, lease_until: null })
    expect(second.next_at > world.now().toISOString()).toBe(true)
  })

  it('takes a row from nobody by failing after its lease has gone', async () => {
    const { id } = await news()
    const held = new Date(world.now().getTime() + 200 * SECOND).toISOString()
    onSend = async () => {
      world.wait(61 * SECOND)
      await world.db.commit([leaseOutboxRow(world.db, { id, fence: 1 }, held)])
      throw new Error('connection reset')
    }
    expect(await drain(context())).toBe(0)
    expect(await rowOf(id)).toMatchObject({ state: 'pending', fence: 2, lease_until: held })
    onSend = async () => {}
    expect(await drain(context())).toBe(0)
    expect(sent).toEqual([])
  })

  it('tries again after 1 second, doubling to 5 minutes, and leaves it to a human after ten tries', async () => {
    const { id } = await news()
    onSend = refuse
    const waits: number[] = []
    for (let tries = 1; tries <= 10; tries += 1) {
      expect(await drain(context())).toBe(0)
      const row = await rowOf(id)
      expect(row.attempts).toBe(tries)
      if (tries === 10) break
      expect(row.state).toBe('pending')
      const wait = Date.parse(row.next_at) - world.now().getTime()
      waits.push(wait / SECOND)
      world.wait(wait - 1)
      await drain(context())
      expect((await rowOf(id)).attempts).toBe(tries)
      world.wait(1)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256])
    expect((await rowOf(id)).state).toBe('dead')
    onSend = async () => {}
    world.wait(3600 * SECOND)
    expect(await drain(context())).toBe(0)
    expect(sent).toEqual([])
  })

  it('goes on with the others when one fails', async () => {
    const [bad, good] = [await news(), await news()]
    onSend = async ({ to }) => {
      if (to === bad.email) await refuse()
    }
    expect(await drain(context())).toBe(1)
    expect(sent.map(({ to }) => to)).toEqual([good.email])
    expect((await rowOf(bad.id)).state).toBe('pending')
  })

  it('logs a failure by its topic, without what the mail server said', async () => {
    await news()
    onSend = refuse
    await drain(context())
    const lines = world.log.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines).toEqual([
      {
        level: 'warn',
        event: 'outbox.failed',
        topic: 'person.updated',
        error: expect.stringMatching(/^Error/),
      },
    ])
    expect(world.log.join('')).not.toContain('amy@')
  })

  it.each(['nobody.knows.this', 'match.accepted'])(
    'is done with news that leads to nothing: %s',
    async (topic) => {
      const { id } = await news(topic)
      expect(await drain(context())).toBe(1)
      expect(sent).toEqual([])
      expect((await rowOf(id)).state).toBe('done')
    },
  )

  it('is done with news for somebody who is gone', async () => {
    const id = randomId()
    await world.db.commit([
      enqueue(world.db, id, world.now().toISOString(), 'person.updated', { accountId: randomId() }),
    ])
    expect(await drain(context())).toBe(1)
    expect(sent).toEqual([])
  })

  it('writes to nobody who is suspended', async () => {
    const { email } = await news()
    await world.db.commit([
      world.db.query.updateTable('account').set({ state: 'suspended' }).where('email', '=', email),
    ])
    expect(await drain(context())).toBe(1)
    expect(sent).toEqual([])
  })

  it('keeps no address and no text in the outbox', async () => {
    const { id, email } = await news()
    const row = JSON.stringify(await rowOf(id))
    expect(row).not.toContain(email)
    expect(Object.keys(JSON.parse((await rowOf(id)).payload) as object)).toEqual(['accountId'])
  })
})
