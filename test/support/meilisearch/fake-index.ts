import type { Database } from '../../../db/database'
import { indexStandingOf } from '../../../db/queries/index-entries'
import { keepIndex } from '../../../src/outbox/keep-index'
import {
  createClient,
  type Fetch,
  SEARCH_TIMEOUT_MS,
  WRITE_TIMEOUT_MS,
} from '../../../src/search/meilisearch/client'
import { createMeilisearchIndex } from '../../../src/search/meilisearch/find-offers'
import { createMeilisearchWriter } from '../../../src/search/meilisearch/write-offers'
import { FakeMeilisearch } from './fake-server'

/** The adapters over a server, with a clock that stands still until it is moved. */
export function meilisearchOver(
  db: Database,
  server: { url: string; key: string; fetch: Fetch; uid?: string },
) {
  let time = Date.parse('2026-11-23T10:00:00.000Z')
  const now = () => new Date(time)
  const lines: object[] = []
  const { uid = 'opportunity', ...address } = server
  const writer = createMeilisearchWriter(createClient({ ...address, timeoutMs: WRITE_TIMEOUT_MS }), uid)
  const index = createMeilisearchIndex({
    client: createClient({ ...address, timeoutMs: SEARCH_TIMEOUT_MS }),
    uid,
    standing: indexStandingOf(db),
  })
  const context = { db, writer, now, wait: async () => {}, log: (line: object) => void lines.push(line) }
  return {
    index,
    writer,
    context,
    lines,
    keep: () => keepIndex(context),
    wait: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

/** The same over a server that is none. */
export function fakeIndex(db: Database) {
  const server = new FakeMeilisearch('master')
  return { server, ...meilisearchOver(db, { url: 'http://meili.test', key: 'master', fetch: server.fetch }) }
}
