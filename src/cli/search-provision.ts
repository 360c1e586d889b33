import { INDEX_UID } from '../search-deps'
import { createClient, WRITE_TIMEOUT_MS } from '../search/meilisearch/client'
import { provisionKeys } from '../search/meilisearch/provision'
import { IndexFault } from '../search/search-index'

/** Makes the two keys that the service has, from the master key that it never has. Run again to change them. */
const { MEILI_URL: url, MEILI_MASTER_KEY: key } = process.env
if (!url || !key) {
  console.error('Usage: MEILI_URL=… MEILI_MASTER_KEY=… npm run -s search:provision')
  process.exit(64)
}
try {
  const client = createClient({ url, key, fetch, timeoutMs: WRITE_TIMEOUT_MS })
  const { search, writer, expiresAt, removed } = await provisionKeys(client, INDEX_UID, new Date())
  console.log(`MEILI_SEARCH_KEY=${search}\nMEILI_WRITER_KEY=${writer}`)
  console.error(
    `They end on ${expiresAt.toISOString().slice(0, 10)}. Those made last time work until then too; ${removed} older removed.`,
  )
} catch (error) {
  if (!(error instanceof IndexFault)) throw error
  console.error(`No keys were made: ${error.reason}`)
  process.exit(1)
}
