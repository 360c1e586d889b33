import { describe, expect, it } from 'vitest'
import { createClient, WRITE_TIMEOUT_MS } from '../../../src/search/meilisearch/client'
import { provisionKeys } from '../../../src/search/meilisearch/provision'
import { FakeMeilisearch } from '../../support/meilisearch/fake-server'
import { readRecordings } from '../../support/meilisearch/recordings'

const DAY_MS = 86_400_000

function aServer() {
  let time = Date.parse('2026-11-26T10:00:00.000Z')
  const server = new FakeMeilisearch('master', () => new Date(time))
  const client = createClient({
    url: 'http://meili.test',
    key: 'master',
    fetch: server.fetch,
    timeoutMs: WRITE_TIMEOUT_MS,
  })
  const make = () => provisionKeys(client, 'opportunity', new Date(time))
  const may = (key: string, method: string, path: string) =>
    server.handle({ method, path, key, body: method === 'POST' ? {} : undefined }).status < 400
  return { server, make, may, wait: (days: number) => void (time += days * DAY_MS) }
}

describe('provisioning', () => {
  it('asks for exactly what a real server granted', async () => {
    const { server, make } = aServer()
    await make()
    const asked = server.requests.filter(({ method, path }) => method === 'POST' && path === '/keys')
    const granted = ['make a search key', 'make a writer key'].map(
      (name) =>
        readRecordings('keys').find((one) => one.name === name)?.request.body as Record<string, unknown>,
    )
    expect(asked.map(({ body }) => body as Record<string, unknown>)).toEqual(
      granted.map(({ actions, indexes }) => expect.objectContaining({ actions, indexes }) as unknown),
    )
  })

  it('makes a key that searches and cannot write, and one that writes and cannot search', async () => {
    const { server, make, may } = aServer()
    server.handle({ method: 'POST', path: '/indexes', key: 'master', body: { uid: 'opportunity' } })
    for (let looks = 0; looks < 2; looks += 1) server.handle({ method: 'GET', path: '/health', key: null })
    const { search, writer } = await make()
    expect(may(search, 'POST', '/indexes/opportunity/search')).toBe(true)
    expect(may(search, 'GET', '/indexes/opportunity/settings')).toBe(false)
    expect(may(writer, 'GET', '/indexes/opportunity/settings')).toBe(true)
    expect(may(writer, 'POST', '/indexes/opportunity/search')).toBe(false)
    expect(may(writer, 'GET', '/indexes/another/settings')).toBe(false)
  })

  it('lets them end after 90 days', async () => {
    const { make, may, wait } = aServer()
    const { search, expiresAt } = await make()
    expect(expiresAt.toISOString()).toBe('2027-02-24T10:00:00.000Z')
    wait(91)
    expect(may(search, 'POST', '/indexes/opportunity/search')).toBe(false)
  })

  it('leaves the last keys until the service has the new ones, and removes those before', async () => {
    const { server, make, wait } = aServer()
    const made = []
    for (let time = 0; time < 3; time += 1) {
      made.push(await make())
      wait(1)
    }
    expect(made.map(({ removed }) => removed)).toEqual([0, 0, 2])
    const left = server.keys.map(({ key }) => key)
    expect(left).toHaveLength(4)
    expect(left).not.toContain(made[0]?.search)
    expect(left).toContain(made[1]?.search)
  })
})
