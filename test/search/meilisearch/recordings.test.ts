import { beforeAll, describe, expect, it } from 'vitest'
import { type Recording, readRecordings } from '../../support/meilisearch/recordings'
import { FakeMeilisearch, type FakeResponse } from '../../support/meilisearch/fake-server'
import documents from '../corpus.json'

// The stand-in for the server is asked what a real one was asked, in the same order. Where words are ranked it answers
// in its own order; statuses, codes, shapes, counts of filters and the life of a task must be the real one's.

const FILES = [
  'server',
  'index',
  'documents',
  'search',
  'filters',
  'sort-page-facets',
  'multi-search',
  'keys',
  'tasks',
] as const

/** What the stand-in does not pretend to know: it is never asked this. */
const NOT_ASKED = new Set([
  'search by GET',
  'facet search',
  'distinct',
  'facet counts of everything allowed',
  'ranking scores',
  // Cancelled on a queue that was kept busy for it.
  'a task in a busy queue',
  'cancel it',
  'cancel: its task',
  'the task that was cancelled (or was quicker)',
  'no content type',
  'a content type it does not take',
  'a body that is not JSON',
  'an empty body',
])

const NAMED_BODIES: Record<string, unknown> = {
  'corpus.json, all of it': documents,
  'ten documents of corpus.json': documents.slice(0, 10),
  'one document': [documents[0]],
}

describe('the stand-in for Meilisearch', () => {
  let time = '2026-11-22T16:32:21.000Z'
  const server = new FakeMeilisearch('master', () => new Date(time))
  const keys: Record<string, string | null> = { master: 'master', wrong: 'wrong', none: null }
  const tasks = new Map<number, number>()
  const uids = new Map<string, string>()
  let settings: unknown
  const answers: { file: string; recording: Recording; answer: FakeResponse }[] = []

  beforeAll(() => {
    for (const file of FILES)
      for (const recording of readRecordings(file)) {
        if (NOT_ASKED.has(recording.name) || recording.request.path.startsWith('/no-such')) continue
        answers.push({ file, recording, answer: ask(recording) })
      }
  })

  function ask({ name, request, response }: Recording): FakeResponse {
    const { key, method, path, body } = request
    if (name === 'it has ended') time = '2026-11-22T16:32:33.000Z'
    if (method === 'PATCH' && response.status === 202 && typeof body === 'object') settings = body
    const sent =
      body === 'the settings above' ? settings : typeof body === 'string' ? NAMED_BODIES[body] : body
    const answer = server.handle({
      method,
      path: ours(path),
      key: keys[key] ?? null,
      ...(sent === undefined ? {} : { body: sent }),
    })
    remember(response.body, answer.body)
    // A real server has done its work by the time its next answer was written down.
    for (let looks = 0; looks < 2; looks += 1) server.handle({ method: 'GET', path: '/health', key: null })
    return answer
  }

  const ours = (path: string) =>
    path
      .replace(
        /(tasks\/|uids=)(\d+)/,
        (_all, start: string, uid: string) => `${start}${tasks.get(Number(uid)) ?? 999_999}`,
      )
      .replace(/[0-9a-f-]{36}$/, (uid) => uids.get(uid) ?? uid)

  /** Their numbers and keys are not ours. */
  function remember(theirs: unknown, ours: unknown) {
    const [one, other] = [theirs, ours] as [Record<string, never> | null, Record<string, never> | null]
    if (one?.taskUid !== undefined && other?.taskUid !== undefined) tasks.set(one.taskUid, other.taskUid)
    const named = /^<(\w+) key>$/.exec(String(one?.key ?? ''))?.[1]
    if (named && other?.key) {
      keys[named] = other.key
      uids.set(String(one?.uid), String(other.uid))
    }
  }

  it('is asked nearly everything that was written down', () => {
    expect(answers.length).toBeGreaterThan(200)
  })

  it.each(FILES)('answers with the status and the code of the real one: %s', (file) => {
    const told = (body: unknown, status: number) => [status, (body as { code?: string } | null)?.code ?? null]
    const own = answers.filter((one) => one.file === file)
    expect(own.map(({ recording, answer }) => [recording.name, ...told(answer.body, answer.status)])).toEqual(
      own.map(({ recording }) => [
        recording.name,
        ...told(recording.response.body, recording.response.status),
      ]),
    )
  })

  it('takes a task at once, ends it later, and says how', () => {
    const own = answers.filter(
      ({ recording }) =>
        /^\/tasks\/\d+$/.test(recording.request.path) &&
        recording.name !== 'its task, at once' &&
        !/busy|quicker/.test(recording.name),
    )
    const ended = (body: unknown) => {
      const { status, error } = body as { status?: string; error?: { code: string } | null }
      return [status, error?.code ?? null]
    }
    expect(own.length).toBeGreaterThan(15)
    expect(own.map(({ recording, answer }) => [recording.name, ...ended(answer.body)])).toEqual(
      own.map(({ recording }) => [recording.name, ...ended(recording.response.body)]),
    )
  })

  it('keeps what filters keep', () => {
    const own = answers.filter(({ file, answer }) => file === 'filters' && answer.status === 200)
    const ids = (body: unknown) => (body as { hits: { id: string }[] }).hits.map(({ id }) => id)
    expect(own.length).toBeGreaterThan(12)
    for (const { recording, answer } of own)
      expect([recording.name, ids(answer.body)]).toEqual([recording.name, ids(recording.response.body)])
  })

  it('counts pages and facets as the real one does', () => {
    const counted = answers.filter(
      ({ file, recording, answer }) =>
        answer.status === 200 && file === 'sort-page-facets' && !(recording.request.body as { q?: string }).q,
    )
    for (const { recording, answer } of counted) {
      const [theirs, own] = [recording.response.body, answer.body] as [
        Record<string, unknown>,
        Record<string, unknown>,
      ]
      expect([recording.name, own.estimatedTotalHits]).toEqual([recording.name, theirs.estimatedTotalHits])
      expect([recording.name, own.facetDistribution]).toEqual([recording.name, theirs.facetDistribution])
    }
  })

  it('gives every answer the fields of the real one that ours reads', () => {
    const READ = [
      'hits',
      'totalHits',
      'facetDistribution',
      'results',
      'taskUid',
      'status',
      'error',
      'key',
      'uid',
      'actions',
      'indexes',
      'expiresAt',
    ]
    const fields = (body: unknown) =>
      READ.filter((field) => body !== null && typeof body === 'object' && field in body)
    for (const { recording, answer } of answers)
      expect([recording.name, fields(answer.body)]).toEqual([recording.name, fields(recording.response.body)])
  })
})
