import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config'
import { searchDeps } from '../../src/search-deps'
import { testDatabase } from '../support/database'

describe('the end of a process', () => {
  it('waits for whoever keeps the index, though another found it kept meanwhile', async () => {
    const { config, secrets } = readConfig({
      APP_ENV: 'test',
      SEARCH_ENGINE: 'meilisearch',
      MEILI_URL: 'http://meili.test',
      MEILI_SEARCH_KEY: 'search-key-of-the-test',
      MEILI_WRITER_KEY: 'writer-key-of-the-test',
    })
    let answer: (response: Response) => void = () => {}
    const { upkeep } = searchDeps({
      config,
      secrets,
      db: testDatabase(),
      now: () => new Date('2026-11-23T10:00:00.000Z'),
      log: () => {},
      fetch: () => new Promise((resolve) => (answer = resolve)),
    })
    const order: string[] = []
    const first = upkeep?.keep().then(() => order.push('kept'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await upkeep?.keep()).toBe('held-by-another')
    const stopped = upkeep?.stop().then(() => order.push('stopped'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    answer(new Response('{}', { status: 503 }))
    await Promise.all([first, stopped])
    expect(order).toEqual(['kept', 'stopped'])
  })
})
