import { describe, expect, it } from 'vitest'
import { createBrowser } from '../support/browser'
import { testDatabase } from '../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
} from '../support/givens'
import { createWorld } from '../support/world'

const FIELDS = [
  'level',
  'event',
  'requestId',
  'method',
  'route',
  'status',
  'milliseconds',
  'role',
  'topic',
  'error',
  'count',
]

describe('the log', () => {
  it('has one line a request, with the route’s pattern and the number the answer carries', async () => {
    const world = createWorld(testDatabase())
    const manager = await givenSignedIn(world, 'manager')
    world.log.length = 0
    const response = await manager.get(`/manage/accounts/${manager.id}`)
    expect(world.log.map((line) => JSON.parse(line) as object)).toEqual([
      {
        level: 'info',
        event: 'request',
        requestId: response.headers.get('x-request-id'),
        method: 'GET',
        route: '/manage/accounts/:id',
        status: 200,
        milliseconds: 0,
        role: 'manager',
      },
    ])
  })

  it('has nothing of anybody in any line: no id, address, name, word, token or code', async () => {
    const world = createWorld(testDatabase())
    const { id: organisationId } = await givenOrganisation(world, { name: 'Zanzibar Works' })
    const owner = await givenAccount(world, 'champion', { organisationId, name: 'Quentin Zed' })
    const offer = await givenPublished(
      world,
      { id: owner.id, organisationId },
      { title: 'Xylophone mending' },
    )
    const adviser = await givenSignedIn(world, 'adviser', {
      name: 'Ottoline Zed',
      email: 'ottoline@kent.gov.uk',
    })
    const person = await givenCareLeaver(world, { name: 'Wilhelmina', adviserId: adviser.id })
    const visitor = createBrowser(world)
    await visitor.get(`/opportunities/${offer.id}`)
    await visitor.get('/opportunities?words=xylophone&kind=job')
    await visitor.get('/nowhere/wilhelmina')
    await visitor.get('/join/wilhelminawilhelmina12')
    await visitor.post('/sign-in', { email: 'wilhelmina@mail.example' })
    await visitor.post('/sign-in', { email: 'not an address' })
    await visitor.post('/where', { place: 'ME14 1XX' })
    await adviser.get(`/adviser/people/${person.id}`)
    await adviser.get(`/adviser/people/${'0'.repeat(32)}`)
    await world.drain()

    const lines = world.log.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.length).toBeGreaterThanOrEqual(10)
    expect(lines.flatMap((line) => Object.keys(line)).filter((key) => !FIELDS.includes(key))).toEqual([])
    const text = lines.map((line) => JSON.stringify({ ...line, requestId: '' })).join('\n')
    expect(text).not.toMatch(
      /zanzibar|quentin|zed|xylophone|ottoline|wilhelmina|@|ME14|[0-9a-f]{32}|[\w-]{43}|words=/i,
    )
  })

  it('forges no line from what was typed', async () => {
    const world = createWorld(testDatabase())
    await createBrowser(world).get('/nowhere%0A%7B%22event%22:%22forged%22%7D')
    await createBrowser(world).send('/', {
      headers: { 'user-agent': '{"event":"forged"}', 'x-request-id': 'forged' },
    })
    expect(world.log.join('\n')).not.toContain('forged')
  })
})
