import { afterAll, describe, it } from 'vitest'
import { randomId } from '../../../src/auth/secrets'
import { createClient, WRITE_TIMEOUT_MS } from '../../../src/search/meilisearch/client'
import { searchContract } from '../../contracts/search.contract'
import { testDatabase } from '../../support/database'
import { fakeIndex, meilisearchOver } from '../../support/meilisearch/fake-index'

describe('search with Meilisearch, over a stand-in for the server', () =>
  searchContract(
    async () => testDatabase(),
    async (db) => {
      const { keep, index } = fakeIndex(db)
      await keep()
      return index
    },
  ))

const { MEILI_URL: url, MEILI_MASTER_KEY: key } = process.env

if (url === undefined || key === undefined) {
  describe('search with Meilisearch, over a real server', () =>
    it.skip('runs when MEILI_URL and MEILI_MASTER_KEY are set', () => {}))
} else {
  describe('search with Meilisearch, over a real server', () => {
    const uid = `waymark_test_${randomId().slice(0, 12)}`
    searchContract(
      async () => testDatabase(),
      async (db) => {
        const { context, index } = meilisearchOver(db, { url, key, fetch, uid })
        const { keepIndex } = await import('../../../src/outbox/keep-index')
        const wait = (milliseconds: number) =>
          new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
        await keepIndex({ ...context, wait })
        return index
      },
    )
    afterAll(async () => {
      const client = createClient({ url, key, fetch, timeoutMs: WRITE_TIMEOUT_MS })
      for (const name of [uid, `${uid}_next`]) await client.deleteIndex(name)
    })
  })
}
