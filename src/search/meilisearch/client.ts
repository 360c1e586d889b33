import { Meilisearch } from 'meilisearch'
import { IndexFault, type IndexFaultReason } from '../search-index'

/** The part of `fetch` that is used, so that tests can stand in for the network. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>

export type MeilisearchAddress = { url: string; key: string; fetch: Fetch; timeoutMs: number }

/** Searches answer within this or count as late. */
export const SEARCH_TIMEOUT_MS = 800

/** Writes are taken in at once and done later; nobody waits at a page for them. */
export const WRITE_TIMEOUT_MS = 10_000

/**
 * The library builds the requests; how they travel is ours: to the configured host only, never after a redirect, and
 * whatever goes wrong becomes a word. `redirect: 'error'` is not known on Workers, so a redirect is read and refused.
 */
export function createClient({ url, key, fetch, timeoutMs }: MeilisearchAddress): Meilisearch {
  const { origin } = new URL(url)
  return new Meilisearch({
    host: url,
    apiKey: key,
    timeout: timeoutMs,
    httpClient: (input, init) => send(fetch, origin, new URL(String(input)), init ?? {}),
  })
}

async function send(fetch: Fetch, origin: string, url: URL, init: RequestInit): Promise<unknown> {
  if (url.origin !== origin) throw new IndexFault('refused')
  const response = await fetch(url, { ...init, redirect: 'manual' })
  const text = await response.text()
  if (response.status === 404 && isNotThere(text)) return undefined
  if (!response.ok) throw new IndexFault(reasonOf(response.status))
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new IndexFault('not-understood')
  }
}

/** What is asked for by its name and is not there is an answer, not a fault. A proxy's 404 says none of these. */
const isNotThere = (text: string) => /"code":"(document|task|index)_not_found"/.test(text)

/** A missing, wrong or ended key and one without the right cannot be told apart: the keys want making anew. */
function reasonOf(status: number): IndexFaultReason {
  if (status === 401 || status === 403) return 'unauthorised'
  return status >= 500 ? 'unreachable' : 'refused'
}

/** Whatever the library threw, as a fault with a reason. */
export async function asked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw toFault(error)
  }
}

function toFault(error: unknown): IndexFault {
  if (error instanceof IndexFault) return error
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof IndexFault) return cause
  const isLate = cause instanceof Error && cause.name === 'MeilisearchRequestTimeOutError'
  return new IndexFault(isLate ? 'late' : 'unreachable')
}
