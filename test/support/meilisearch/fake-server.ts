import type { Document } from './filter'
import { FilterFault, search, SearchFault, type SearchRequest, type Settings } from './search'

/**
 * A stand-in for a Meilisearch server: keys, indexes, tasks that are taken at once and done later, and everything that
 * can go wrong with one. What it answers is held against answers of a real one by a test.
 */
export type FakeRequest = { method: string; path: string; key: string | null; body?: unknown }
export type FakeResponse = { status: number; body: unknown; text?: string; location?: string }

/** What is wrong with it at the moment. */
export type FakeFault =
  | 'none'
  | 'down'
  | 'slow'
  | 'unauthorised'
  | 'forbidden'
  | 'broken'
  | 'html'
  | 'half-answers'
  | 'redirects'
  | 'accepts-and-drops'
  | 'fails-tasks'
  | 'loses-tasks'
  | 'never-finishes'
  | 'foreign-ids'

type Index = { uid: string; primaryKey: string | null; settings: Settings; documents: Map<string, Document> }
type Task = {
  uid: number
  indexUid: string | null
  type: string
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed' | 'canceled'
  details: unknown
  error: { code: string; type: string; message: string } | null
  looks: number
  run: (() => unknown) | null
}
export type FakeKey = {
  key: string
  uid: string
  actions: string[]
  indexes: string[]
  expiresAt: string | null
}

const DEFAULTS: Settings = {
  displayedAttributes: ['*'],
  searchableAttributes: ['*'],
  filterableAttributes: [],
  sortableAttributes: [],
  rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
  stopWords: [],
  nonSeparatorTokens: [],
  separatorTokens: [],
  dictionary: [],
  synonyms: {},
  distinctAttribute: null,
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: [],
    disableOnNumbers: false,
  },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: 1000 },
}

const NOT_WORKING = new Set(['unauthorised', 'forbidden', 'broken', 'html', 'half-answers', 'redirects'])

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code)
  }
}

const refusal = (status: number, code: string): FakeResponse => ({
  status,
  body: {
    message: code,
    code,
    type: status === 401 || status === 403 ? 'auth' : 'invalid_request',
    link: `https://docs.meilisearch.com/errors#${code}`,
  },
})

export class FakeMeilisearch {
  readonly indexes = new Map<string, Index>()
  readonly keys: FakeKey[] = []
  readonly requests: FakeRequest[] = []
  fault: FakeFault = 'none'
  private tasks: Task[] = []
  private nextTask = 0

  constructor(
    readonly masterKey: string,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Everything is gone, as after a disk that was lost; keys stay, so that it can be filled again. */
  wipe(): void {
    this.indexes.clear()
    this.tasks = []
  }

  /** `fetch` without a network. */
  readonly fetch = async (url: URL, init: RequestInit): Promise<Response> => {
    if (this.fault === 'down') throw new TypeError('fetch failed')
    if (this.fault === 'slow') return neverUntilAborted(init.signal ?? null)
    const { status, body, text, location } = this.handle({
      method: init.method ?? 'GET',
      path: `${url.pathname}${url.search}`,
      key: new Headers(init.headers).get('authorization')?.replace(/^Bearer /, '') ?? null,
      ...(typeof init.body === 'string' ? { body: JSON.parse(init.body) as unknown } : {}),
    })
    const content = text ?? (body === null ? null : JSON.stringify(body))
    return new Response(status === 204 ? null : content, {
      status,
      headers: location ? { location } : { 'content-type': 'application/json' },
    })
  }

  handle(request: FakeRequest): FakeResponse {
    this.requests.push(request)
    this.work()
    if (NOT_WORKING.has(this.fault)) return this.faulty()
    try {
      return this.route(request)
    } catch (error) {
      if (error instanceof Refusal) return refusal(error.status, error.code)
      if (error instanceof FilterFault) return refusal(400, 'invalid_search_filter')
      if (error instanceof SearchFault) return refusal(400, error.code)
      throw error
    }
  }

  private faulty(): FakeResponse {
    if (this.fault === 'unauthorised') return refusal(401, 'missing_authorization_header')
    if (this.fault === 'forbidden') return refusal(403, 'invalid_api_key')
    if (this.fault === 'broken') return refusal(500, 'internal')
    if (this.fault === 'redirects') return { status: 302, body: null, location: 'http://elsewhere.example/' }
    if (this.fault === 'html') return { status: 200, body: null, text: '<html><body>Sign in</body></html>' }
    return { status: 200, body: null, text: '{"results": [{"hits": [{"id": "0' }
  }

  /** A task is under way for as long as somebody looked at most once after it was taken. */
  private work(): void {
    if (this.fault === 'never-finishes') return
    for (const task of this.tasks) {
      if (task.status !== 'enqueued' && task.status !== 'processing') continue
      task.looks += 1
      if (task.looks === 1) task.status = 'processing'
      else this.finish(task)
    }
  }

  private finish(task: Task): void {
    if (this.fault === 'fails-tasks') {
      task.status = 'failed'
      task.error = { code: 'internal', type: 'internal', message: 'internal' }
      return
    }
    try {
      if (this.fault !== 'accepts-and-drops') task.details = task.run?.() ?? task.details
      task.status = 'succeeded'
    } catch (error) {
      task.status = 'failed'
      const code = error instanceof Refusal ? error.code : 'internal'
      task.error = { code, type: 'invalid_request', message: code }
    }
  }

  private enqueue(indexUid: string | null, type: string, details: unknown, run: () => unknown): FakeResponse {
    const task: Task = {
      uid: this.nextTask++,
      indexUid,
      type,
      status: 'enqueued',
      details,
      error: null,
      looks: 0,
      run,
    }
    this.tasks.push(task)
    if (this.fault === 'loses-tasks') task.status = 'canceled'
    return {
      status: 202,
      body: {
        taskUid: task.uid,
        indexUid,
        status: 'enqueued',
        type,
        enqueuedAt: this.now().toISOString(),
      },
    }
  }

  private route({ method, path, key, body }: FakeRequest): FakeResponse {
    const [pathname = '', query = ''] = path.split('?')
    const asked = new URLSearchParams(query)
    const parts = pathname.split('/').filter(Boolean)
    const [area, uid, what, extra] = parts
    if (area === 'health')
      return method === 'GET' ? { status: 200, body: { status: 'available' } } : { status: 405, body: null }
    const may = (action: string, index: string | null) => this.mustHave(key, action, index)
    if (area === 'version') {
      may('version', null)
      return { status: 200, body: { commitSha: 'fake', commitDate: '', pkgVersion: '1.50.0' } }
    }
    if (area === 'keys') return this.keysRoute(method, uid, key, body)
    if (area === 'tasks') return this.tasksRoute(method, uid, key, asked)
    if (area === 'multi-search') return this.multiSearch(key, body)
    if (area === 'swap-indexes') {
      may('indexes.swap', null)
      return this.swap(body as { indexes: string[] }[])
    }
    if (area !== 'indexes') return { status: 404, body: null }
    if (uid === undefined) {
      may('indexes.create', null)
      return this.createIndex(body as { uid: string; primaryKey?: string })
    }
    if (what === undefined) {
      if (method === 'DELETE') {
        may('indexes.delete', uid)
        return this.deleteIndex(uid)
      }
      may('indexes.get', uid)
      const index = this.mustFind(uid)
      return {
        status: 200,
        body: { uid, createdAt: '', updatedAt: '', primaryKey: index.primaryKey },
      }
    }
    if (what === 'settings') return this.settingsRoute(method, uid, key, body)
    if (what === 'stats') {
      may('stats.get', uid)
      const { documents } = this.mustFind(uid)
      return {
        status: 200,
        body: { numberOfDocuments: documents.size, isIndexing: false, fieldDistribution: {} },
      }
    }
    if (what === 'search') {
      may('search', uid)
      return {
        status: 200,
        body: { ...this.searchIn(uid, (body ?? {}) as SearchRequest), requestUid: 'fake' },
      }
    }
    if (what === 'documents') return this.documentsRoute({ method, uid, extra, key, body, asked })
    return { status: 404, body: null }
  }

  private mustHave(key: string | null, action: string, index: string | null): void {
    if (key === null) throw new Refusal(401, 'missing_authorization_header')
    if (key === this.masterKey) return
    const known = this.keys.find((one) => one.key === key)
    const isLive = known && (known.expiresAt === null || known.expiresAt > this.now().toISOString())
    const isAllowed =
      isLive &&
      known.actions.includes(action) &&
      (index === null || known.indexes.some((name) => matchesName(name, index)))
    if (!isAllowed) throw new Refusal(403, 'invalid_api_key')
  }

  private mustFind(uid: string, status = 404): Index {
    const index = this.indexes.get(uid)
    if (!index) throw new Refusal(status, 'index_not_found')
    return index
  }

  private keysRoute(
    method: string,
    uid: string | undefined,
    key: string | null,
    body: unknown,
  ): FakeResponse {
    if (key !== this.masterKey)
      throw key === null
        ? new Refusal(401, 'missing_authorization_header')
        : new Refusal(403, 'invalid_api_key')
    if (method === 'GET')
      return { status: 200, body: { results: this.keys, offset: 0, limit: 20, total: this.keys.length } }
    if (method === 'DELETE') {
      const at = this.keys.findIndex((one) => one.uid === uid || one.key === uid)
      if (at === -1) throw new Refusal(404, 'api_key_not_found')
      this.keys.splice(at, 1)
      return { status: 204, body: null }
    }
    const asked = body as Partial<FakeKey> & { name?: string; description?: string }
    if (asked.expiresAt === undefined) throw new Refusal(400, 'missing_api_key_expires_at')
    if (asked.expiresAt !== null && asked.expiresAt <= this.now().toISOString())
      throw new Refusal(400, 'invalid_api_key_expires_at')
    const actions = asked.actions ?? []
    if (
      actions.some(
        (action) =>
          !/^(search|version|\*|(documents|indexes|tasks|settings|stats)\.(add|get|delete|create|swap|update))$/.test(
            action,
          ),
      )
    )
      throw new Refusal(400, 'invalid_api_key_actions')
    if (actions.includes('version') && !asked.indexes?.includes('*'))
      throw new Refusal(400, 'index_scoped_api_key_with_global_action')
    const made = {
      ...asked,
      key: `key-${this.keys.length}-${this.requests.length}`,
      uid: `uid-${this.requests.length}`,
      actions,
      indexes: asked.indexes ?? [],
      expiresAt: asked.expiresAt,
      createdAt: this.now().toISOString(),
    }
    this.keys.unshift(made)
    return { status: 201, body: made }
  }

  private tasksRoute(
    method: string,
    uid: string | undefined,
    key: string | null,
    asked: URLSearchParams,
  ): FakeResponse {
    this.mustHave(key, 'tasks.get', null)
    if (uid === 'cancel' || method === 'DELETE') {
      const wanted = asked.get('uids')
      if (uid === 'cancel' || wanted === null) throw new Refusal(400, 'missing_task_filters')
      const { body } = this.enqueue(null, 'taskDeletion', null, () => {
        this.tasks = this.tasks.filter((task) => task.uid !== Number(wanted))
      })
      return { status: 200, body }
    }
    if (uid === undefined) {
      const statuses = asked.get('statuses')?.split(',')
      if (
        statuses?.some((one) => !['enqueued', 'processing', 'succeeded', 'failed', 'canceled'].includes(one))
      )
        throw new Refusal(400, 'invalid_task_statuses')
      return { status: 200, body: { results: [], total: 0, limit: 20, from: null, next: null } }
    }
    const task = this.tasks.find((one) => one.uid === Number(uid))
    if (!task || this.fault === 'loses-tasks') throw new Refusal(404, 'task_not_found')
    const { looks: _looks, run: _run, ...shown } = task
    return {
      status: 200,
      body: {
        ...shown,
        batchUid: task.uid,
        canceledBy: null,
        duration: null,
        enqueuedAt: '',
        startedAt: null,
        finishedAt: null,
      },
    }
  }

  private createIndex({ uid, primaryKey }: { uid: string; primaryKey?: string }): FakeResponse {
    if (!/^[\w-]+$/.test(uid)) throw new Refusal(400, 'invalid_index_uid')
    return this.enqueue(uid, 'indexCreation', { primaryKey: primaryKey ?? null }, () => {
      if (this.indexes.has(uid)) throw new Refusal(400, 'index_already_exists')
      this.indexes.set(uid, {
        uid,
        primaryKey: primaryKey ?? null,
        settings: structuredClone(DEFAULTS),
        documents: new Map(),
      })
    })
  }

  private deleteIndex(uid: string): FakeResponse {
    return this.enqueue(uid, 'indexDeletion', { deletedDocuments: 0 }, () => {
      this.mustFind(uid)
      this.indexes.delete(uid)
    })
  }

  private swap(swaps: { indexes: string[] }[]): FakeResponse {
    return this.enqueue(null, 'indexSwap', { swaps }, () => {
      for (const { indexes } of swaps) {
        const [one, other] = indexes.map((uid) => this.mustFind(uid)) as [Index, Index]
        this.indexes.set(one.uid, { ...other, uid: one.uid })
        this.indexes.set(other.uid, { ...one, uid: other.uid })
      }
    })
  }

  private settingsRoute(method: string, uid: string, key: string | null, body: unknown): FakeResponse {
    this.mustHave(key, method === 'GET' ? 'settings.get' : 'settings.update', uid)
    if (method === 'GET') return { status: 200, body: this.mustFind(uid).settings }
    const wanted = body as Partial<Settings>
    const known = [
      ...Object.keys(DEFAULTS),
      'embedders',
      'searchCutoffMs',
      'localizedAttributes',
      'facetSearch',
      'prefixSearch',
      'proximityPrecision',
    ]
    if (Object.keys(wanted).some((name) => !known.includes(name))) throw new Refusal(400, 'bad_request')
    const rules = [
      'words',
      'typo',
      'sort',
      'proximity',
      'attribute',
      'exactness',
      'attributeRank',
      'wordPosition',
    ]
    if (wanted.rankingRules?.some((rule) => !rules.includes(rule) && !/^\w+:(asc|desc)$/.test(rule)))
      throw new Refusal(400, 'invalid_settings_ranking_rules')
    if (wanted.stopWords !== undefined && !Array.isArray(wanted.stopWords))
      throw new Refusal(400, 'invalid_settings_stop_words')
    return this.enqueue(uid, 'settingsUpdate', wanted, () => {
      Object.assign(this.mustFind(uid).settings, structuredClone(wanted))
    })
  }

  private multiSearch(key: string | null, body: unknown): FakeResponse {
    const { queries } = body as { queries: (SearchRequest & { indexUid: string })[] }
    for (const { indexUid } of queries) this.mustHave(key, 'search', indexUid)
    const results = queries.map(({ indexUid, ...request }) => {
      this.mustFind(indexUid, 400)
      return { indexUid, ...this.searchIn(indexUid, request), requestUid: 'fake' }
    })
    return { status: 200, body: { results } }
  }

  private searchIn(uid: string, request: SearchRequest) {
    const { documents, settings } = this.mustFind(uid)
    const searchable = settings.searchableAttributes.includes('*')
      ? {
          ...settings,
          searchableAttributes: ['title', 'summary', 'organisation', 'town', 'kind', 'description'],
        }
      : settings
    const result = search([...documents.values()], searchable, request)
    if (this.fault !== 'foreign-ids' || request.attributesToRetrieve?.includes('stamp')) return result
    return { ...result, hits: result.hits.map((_hit, index) => ({ id: `${index}`.padStart(32, 'f') })) }
  }

  private documentsRoute(call: {
    method: string
    uid: string
    extra: string | undefined
    key: string | null
    body: unknown
    asked: URLSearchParams
  }): FakeResponse {
    const { method, uid, extra, key, body, asked } = call
    if (method === 'GET' || extra === 'fetch') {
      this.mustHave(key, 'documents.get', uid)
      const { documents } = this.mustFind(uid)
      if (method === 'GET' && extra !== undefined) {
        const document = documents.get(extra)
        if (!document) throw new Refusal(404, 'document_not_found')
        return { status: 200, body: fieldsOf(document, asked.get('fields')?.split(',')) }
      }
      const query = method === 'GET' ? Object.fromEntries(asked) : (body as Record<string, unknown>)
      return { status: 200, body: this.fetchDocuments(uid, query) }
    }
    if (method === 'DELETE' || extra === 'delete-batch' || extra === 'delete') {
      this.mustHave(key, 'documents.delete', uid)
      return this.enqueue(uid, 'documentDeletion', null, () => {
        const { documents, settings } = this.mustFind(uid)
        const ids =
          extra === 'delete'
            ? search([...documents.values()], settings, {
                filter: (body as { filter: unknown }).filter,
                limit: 1000,
                attributesToRetrieve: ['*'],
              }).hits.map((hit) => String(hit.id))
            : extra === 'delete-batch'
              ? (body as string[])
              : [extra ?? '']
        const there = ids.filter((id) => documents.delete(id))
        return { providedIds: ids.length, deletedDocuments: there.length, originalFilter: null }
      })
    }
    this.mustHave(key, 'documents.add', uid)
    return this.enqueue(
      uid,
      'documentAdditionOrUpdate',
      { receivedDocuments: (body as unknown[]).length, indexedDocuments: null },
      () => {
        if (!this.indexes.has(uid))
          this.indexes.set(uid, {
            uid,
            primaryKey: 'id',
            settings: structuredClone(DEFAULTS),
            documents: new Map(),
          })
        const { documents } = this.mustFind(uid)
        const sent = body as Document[]
        for (const document of sent) {
          if (document.id === undefined) throw new Refusal(400, 'missing_document_id')
          if (!/^[\w-]{1,511}$/.test(document.id)) throw new Refusal(400, 'invalid_document_id')
          const point = document._geo as { lat: unknown } | undefined
          if (point && typeof point.lat !== 'number') throw new Refusal(400, 'invalid_document_geo_field')
        }
        for (const document of sent)
          documents.set(
            document.id,
            method === 'PUT' ? { ...documents.get(document.id), ...document } : document,
          )
        return { receivedDocuments: sent.length, indexedDocuments: sent.length }
      },
    )
  }

  private fetchDocuments(uid: string, query: Record<string, unknown>) {
    const { documents, settings } = this.mustFind(uid)
    const ids = query.ids as string[] | undefined
    const [offset, limit] = [Number(query.offset ?? 0), Number(query.limit ?? 20)]
    const found = search(
      [...documents.values()],
      { ...settings, rankingRules: [] },
      { filter: query.filter, limit: 100_000, attributesToRetrieve: ['*'] },
    ).hits as Document[]
    const all = found.filter(({ id }) => !ids || ids.includes(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
    const fields =
      typeof query.fields === 'string' ? query.fields.split(',') : (query.fields as string[] | undefined)
    return {
      results: all.slice(offset, offset + limit).map((one) => fieldsOf(one, fields)),
      offset,
      limit,
      total: all.length,
    }
  }
}

const matchesName = (pattern: string, name: string) =>
  pattern === name || (pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)))

const fieldsOf = (document: Document, fields: readonly string[] | undefined) =>
  fields ? Object.fromEntries(Object.entries(document).filter(([name]) => fields.includes(name))) : document

/** Until whoever asked gives up; it holds no timer of its own. */
function neverUntilAborted(signal: AbortSignal | null): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal?.aborted) reject(signal.reason as Error)
    signal?.addEventListener('abort', () => reject(signal.reason as Error))
  })
}
