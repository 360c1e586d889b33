import { describe, expect, it } from 'vitest'
import type { FindableRow } from '../../../db/queries/findable'
import type { OpportunityId } from '../../../src/domain/ids'
import { createClient, type Fetch, SEARCH_TIMEOUT_MS } from '../../../src/search/meilisearch/client'
import { createMeilisearchIndex } from '../../../src/search/meilisearch/find-offers'
import { areSettingsOther, SETTINGS } from '../../../src/search/meilisearch/settings'
import { createMeilisearchWriter } from '../../../src/search/meilisearch/write-offers'
import { IndexFault, type IndexQuestion } from '../../../src/search/search-index'
import { testDatabase } from '../../support/database'
import { fakeIndex } from '../../support/meilisearch/fake-index'
import { type Recording, readRecordings } from '../../support/meilisearch/recordings'
import { EVERYTHING, loadCorpus } from '../../support/search-corpus'

const HOST = 'http://meili.test'
const ALL = [
  'server',
  'index',
  'documents',
  'search',
  'filters',
  'sort-page-facets',
  'multi-search',
  'keys',
  'tasks',
]
const recordings = ALL.flatMap(readRecordings)
const recorded = (name: string) => recordings.find((one) => one.name === name) as Recording

const answer = ({ status, body }: { status: number; body: unknown }) =>
  new Response(body === null ? null : JSON.stringify(body), { status })

/** A question about offers with the ids of the corpus. */
function ask(overrides: Partial<IndexQuestion> = {}): IndexQuestion {
  const offers = Array.from({ length: 72 }, (_, index) => ({
    id: `opp-${String(index + 1).padStart(3, '0')}`,
  }))
  return { ...EVERYTHING, terms: [], offers: offers as unknown as FindableRow[], ...overrides }
}

const term = (typed: string) => ({ typed, meant: [typed], forms: [], isWeak: false })

function indexOver(fetch: Fetch, standing = { epoch: 'ours', behind: 0 }) {
  const client = createClient({ url: HOST, key: 'search', fetch, timeoutMs: SEARCH_TIMEOUT_MS })
  return createMeilisearchIndex({ client, uid: 'opportunity', standing: async () => standing })
}

const SENTINEL = { indexUid: 'opportunity', hits: [{ stamp: 'ours' }], query: '', estimatedTotalHits: 1 }

describe('the answers of a real server', () => {
  const { body } = recorded('disjunctive facets in one request').response
  const [hits, kinds, districts] = (body as { results: object[] }).results
  const question = ask({
    terms: [term('work')],
    kinds: ['job', 'apprenticeship'],
    districts: ['E07000110'],
    audience: { seesCareLeaversOnly: false, organisationId: null },
  })
  const counted = { indexUid: 'opportunity', hits: [], totalHits: 17 }
  const results = [counted, hits, kinds, districts, SENTINEL]

  it('are read: ids, totals, and each group without its own choice', async () => {
    const index = indexOver(async () => answer({ status: 200, body: { results } }))
    expect(await index.find(question)).toMatchObject({
      ids: ['opp-058', 'opp-061'],
      total: 2,
      totalWithAllWords: 2,
      counts: {
        kinds: (kinds as { facetDistribution: { kind: object } }).facetDistribution.kind,
        districts: (districts as { facetDistribution: { district: object } }).facetDistribution.district,
        outcomes: { 'employment-education-training': 2 },
        isPaid: 2,
        isRemote: 0,
      },
      isExact: true,
    })
  })

  it('are corrected by what the database lets this reader find, and are then not exact', async () => {
    const offers = question.offers.filter(({ id }) => id !== ('opp-058' as OpportunityId))
    const behind = indexOver(async () => answer({ status: 200, body: { results } }), {
      epoch: 'ours',
      behind: 1,
    })
    expect(await behind.find({ ...question, offers })).toMatchObject({
      ids: ['opp-061'],
      total: 1,
      isExact: false,
    })
  })

  it('are not believed when they name what the database does not have, though nothing is waiting', async () => {
    const offers = question.offers.filter(({ id }) => id !== ('opp-058' as OpportunityId))
    const index = indexOver(async () => answer({ status: 200, body: { results } }))
    await expect(index.find({ ...question, offers })).rejects.toMatchObject({ reason: 'foreign-ids' })
  })

  it('are not believed from an index of another day', async () => {
    const index = indexOver(async () => answer({ status: 200, body: { results } }), {
      epoch: 'new',
      behind: 0,
    })
    await expect(index.find(question)).rejects.toMatchObject({ reason: 'another-index' })
  })

  it.each([
    ['version without a key', 'unauthorised'],
    ['it has ended', 'unauthorised'],
    ['the search key may not search another index', 'unauthorised'],
    ['a missing index fails all', 'refused'],
    ['one bad query fails all', 'refused'],
    ['unknown path', 'refused'],
    ['wrong method', 'refused'],
  ])('“%s” is a fault: %s', async (name, reason) => {
    const index = indexOver(async () => answer(recorded(name).response))
    await expect(index.find(ask())).rejects.toMatchObject({ reason })
  })

  it('tell a document, a task and an index that are not there from a fault', async () => {
    const answers = ['a document that does not exist', 'a task that was deleted', 'missing index']
    const over = (name: string) => {
      const fetch: Fetch = async () =>
        answer(recorded(name)?.response ?? { status: 404, body: { code: 'index_not_found' } })
      return createMeilisearchWriter(
        createClient({ url: HOST, key: 'writer', fetch, timeoutMs: 1000 }),
        'opportunity',
      )
    }
    expect(await over(answers[0] as string).readEpoch()).toBeNull()
    expect(await over(answers[1] as string).readTask(25)).toBe('failed')
    expect(await over(answers[2] as string).readEpoch()).toBeNull()
    expect(await over(answers[2] as string).listStamps()).toEqual(new Map())
  })

  it.each([
    ['its task, at once', 'under-way'],
    ['a task in a busy queue', 'under-way'],
    ['swap: its task', 'succeeded'],
    ['an id with a bad character: its task', 'failed'],
    ['the task that was cancelled (or was quicker)', 'failed'],
  ])('tell what became of a task: “%s” is %s', async (name, state) => {
    const fetch: Fetch = async () => answer(recorded(name).response)
    const writer = createMeilisearchWriter(
      createClient({ url: HOST, key: 'writer', fetch, timeoutMs: 1000 }),
      'opportunity',
    )
    expect(await writer.readTask(1)).toBe(state)
  })

  it('show settings that are not ours, and ours whatever else the server adds', () => {
    const theirs = recorded('the settings as set').response.body as object
    expect(areSettingsOther(theirs)).toBe(true)
    expect(
      areSettingsOther({
        ...theirs,
        ...structuredClone(SETTINGS),
        typoTolerance: { ...SETTINGS.typoTolerance, disableOnNumbers: false },
      } as object),
    ).toBe(false)
    expect(
      areSettingsOther({ ...theirs, ...SETTINGS, rankingRules: SETTINGS.rankingRules.toReversed() }),
    ).toBe(true)
    const { synonyms } = SETTINGS
    expect(areSettingsOther({ ...theirs, ...SETTINGS, synonyms: { ...synonyms, uni: ['college'] } })).toBe(
      true,
    )
  })
})

describe('what goes over the wire', () => {
  it.each([
    ['a refused connection', async () => Promise.reject(new TypeError('fetch failed')), 'unreachable'],
    ['a server error', async () => answer({ status: 500, body: { code: 'internal' } }), 'unreachable'],
    [
      'a redirect',
      async () => new Response(null, { status: 302, headers: { location: 'http://other.test/' } }),
      'refused',
    ],
    ['a page', async () => new Response('<html></html>', { status: 200 }), 'not-understood'],
    ['half an answer', async () => new Response('{"results": [{"hi', { status: 200 }), 'not-understood'],
    [
      'an answer to something else',
      async () => answer({ status: 200, body: { results: [] } }),
      'not-understood',
    ],
    ['nothing', async () => new Response(null, { status: 204 }), 'not-understood'],
  ] as const)('%s is a fault', async (_name, fetch, reason) => {
    const fault = await indexOver(fetch as Fetch)
      .find(ask())
      .catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(IndexFault)
    expect((fault as IndexFault).reason).toBe(reason)
  })

  it('is late after 800 milliseconds, and the request is given up', async () => {
    let wasGivenUp = false
    const fetch: Fetch = (_url, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          wasGivenUp = true
          reject(signal.reason as Error)
        })
      })
    await expect(indexOver(fetch).find(ask())).rejects.toMatchObject({ reason: 'late' })
    expect(wasGivenUp).toBe(true)
    expect(SEARCH_TIMEOUT_MS).toBe(800)
  })

  it('never follows a redirect, and carries the key', async () => {
    const inits: RequestInit[] = []
    const fetch: Fetch = async (_url, init) => {
      inits.push(init)
      return answer({ status: 500, body: null })
    }
    await indexOver(fetch)
      .find(ask())
      .catch(() => {})
    expect(inits.map(({ redirect }) => redirect)).toEqual(['manual'])
    expect(new Headers(inits[0]?.headers).get('authorization')).toBe('Bearer search')
  })
})

/** A request as the kind of thing it is: the names of indexes, documents and tasks do not matter. */
const kindOf = (method: string, path: string) =>
  `${method} ${path
    .split('?')[0]
    ?.replace(/indexes\/\w+/, 'indexes/:uid')
    .replace(/documents\/(?!fetch|delete)[\w-]+/, 'documents/:id')
    .replace(/tasks\/\d+/, 'tasks/:uid')}`

const fieldsOf = (body: unknown): string[] => {
  if (Array.isArray(body)) return body.flatMap(fieldsOf)
  if (body === null || typeof body !== 'object') return []
  const { queries } = body as { queries?: unknown }
  return queries === undefined ? Object.keys(body) : fieldsOf(queries)
}

describe('every request', () => {
  /** Fields of settings and documents are ours to choose; queries, swaps and keys are the server's language. */
  const isOurs = (kind: string) => /settings|documents$/.test(kind)

  it('is of a kind and with fields that a real server took', async () => {
    const db = testDatabase()
    await loadCorpus(db)
    const { server, keep, index } = fakeIndex(db)
    expect(await keep()).toBe('level')
    const offers = ask().offers
    const from = { cellEast: 615, cellNorth: 158 }
    const questions: Partial<IndexQuestion>[] = [
      {},
      { terms: [term('work'), term('chef')], kinds: ['job'], isPaid: true, isRemote: true },
      { from, withinKm: 5, sort: 'nearest', startsWithinDays: 30, outcomes: ['health'] },
      { sort: 'closing', audience: { seesCareLeaversOnly: false, organisationId: 'a'.repeat(32) as never } },
      { sort: 'newest', terms: [term('zzyzx'), term('gardener')] },
    ]
    for (const question of questions) await index.find(ask({ ...question, offers })).catch(() => {})

    const known = new Map<string, Set<string>>()
    for (const { request, response } of recordings) {
      if (response.status >= 300) continue
      const kind = kindOf(request.method, request.path)
      const fields = known.get(kind) ?? new Set<string>()
      for (const field of fieldsOf(request.body)) fields.add(field)
      known.set(kind, fields)
    }
    // A query of a multi-search is a search.
    const queries = new Set([
      ...(known.get('POST /multi-search') ?? []),
      ...(known.get('POST /indexes/:uid/search') ?? []),
    ])
    known.set('POST /multi-search', queries)
    const strange = server.requests.flatMap(({ method, path, body }) => {
      const kind = kindOf(method, path)
      const fields = known.get(kind)
      if (!fields) return [kind]
      return isOurs(kind)
        ? []
        : fieldsOf(body).flatMap((field) => (fields.has(field) ? [] : [`${kind}: ${field}`]))
    })
    expect([...new Set(strange)]).toEqual([])
  })
})
