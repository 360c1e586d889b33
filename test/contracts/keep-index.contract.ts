import { describe, expect, it } from 'vitest'
import type { Database } from '../../db/database'
import {
  countIndexEntries,
  listDeadEntries,
  listIndexableStamps,
  readIndexKeeper,
} from '../../db/queries/index-entries'
import { askToReconcile, reviveIndexEntries } from '../../db/statements/index-entries'
import { randomId } from '../../src/auth/secrets'
import type { OpportunityId } from '../../src/domain/ids'
import { keepIndex, type KeepIndexOutcome } from '../../src/outbox/keep-index'
import type { IndexWriter } from '../../src/search/index-writer'
import { IndexFault } from '../../src/search/search-index'
import { givenAccount, givenOrganisation, givenPublished } from '../support/givens'
import { fakeIndex } from '../support/meilisearch/fake-index'
import type { FakeFault } from '../support/meilisearch/fake-server'
import { createWorld } from '../support/world'

const HOUR = 3_600_000

/** An index beside the database has what the database has, after whatever happens to either. */
export function keepIndexContract(open: () => Promise<Database>) {
  /** A database with three live offers, a server with nothing, and nobody keeping the index. */
  async function aScene() {
    const db = await open()
    // Some databases are shared by the tests of a file: what others left waiting is not ours.
    await db.commit([
      db.query.updateTable('opportunity').set({ state: 'closed' }).where('state', '=', 'published'),
      db.query.deleteFrom('index_entry'),
      db.query
        .updateTable('index_keeper')
        .set({ lease_until: '', next_at: '', faults: 0, fault: '', reconciled_at: null, drift: 0 }),
    ])
    const world = createWorld(db)
    const { id: organisationId } = await givenOrganisation(world, { name: `Parks ${randomId()}` })
    const owner = await givenAccount(world, 'champion', { organisationId })
    const publish = async (title: string, more: object = {}) =>
      (await givenPublished(world, { id: owner.id, organisationId }, { title, ...more })).id
    const ids = [
      await publish('Otter watching'),
      await publish('Badger watching'),
      await publish('Owl watching'),
    ]
    const fake = fakeIndex(db)
    const set = (columns: object, id = ids[0] as OpportunityId) =>
      db.commit([db.query.updateTable('opportunity').set(columns).where('id', '=', id)])
    const retitle = async (title: string, id = ids[0] as OpportunityId) => {
      const { content } = await db.query
        .selectFrom('opportunity')
        .select('content')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      await set({ title, content: JSON.stringify({ ...JSON.parse(content as string), title }) }, id)
    }
    const documents = () => [...(fake.server.indexes.get('opportunity')?.documents.values() ?? [])]
    const titles = () =>
      documents()
        .filter(({ id }) => id !== 'sentinel')
        .map(({ title }) => title)
        .sort()
    const isTrue = async () => {
      const stamps = new Map(
        documents()
          .filter(({ id }) => id !== 'sentinel')
          .map(({ id, stamp }) => [id, stamp]),
      )
      expect(stamps).toEqual(await listIndexableStamps(db))
    }
    /** Keeps, and lets time pass, until all is told. */
    const level = async (tries = 60) => {
      let outcome: KeepIndexOutcome = await fake.keep()
      for (let count = 0; outcome !== 'level' && count < tries; count += 1) {
        fake.wait(10_000)
        outcome = await fake.keep()
      }
      return outcome
    }
    return {
      ...fake,
      db,
      world,
      ids,
      organisationId,
      publish,
      set,
      retitle,
      titles,
      documents,
      isTrue,
      level,
    }
  }

  describe('the first time', () => {
    it('fills an index, sets it and signs it', async () => {
      const { keep, titles, documents, server, db, isTrue } = await aScene()
      expect(await keep()).toBe('level')
      expect(titles()).toEqual(['Badger watching', 'Otter watching', 'Owl watching'])
      const { epoch, reconciledAt, levelAt } = await readIndexKeeper(db)
      expect(documents().find(({ id }) => id === 'sentinel')).toMatchObject({
        stamp: epoch,
        visibility: 'nobody',
      })
      expect([reconciledAt, levelAt]).not.toContain(null)
      expect(server.indexes.get('opportunity')?.settings.rankingRules[0]).toBe('sort')
      await isTrue()
      expect(server.indexes.has('opportunity_next')).toBe(false)
    })

    it('never holds a person, a hold or an address of the web', async () => {
      const { keep, documents } = await aScene()
      await keep()
      const names = new Set(documents().flatMap((document) => Object.keys(document)))
      expect([...names].sort()).toEqual(
        [
          '_geo',
          'closes_at',
          'description',
          'district',
          'id',
          'kind',
          'organisation',
          'organisation_id',
          'outcomes',
          'paid',
          'priority',
          'published_at',
          'remote',
          'roots',
          'stamp',
          'starts_at',
          'summary',
          'title',
          'town',
          'version',
          'visibility',
        ].filter((name) => names.has(name)),
      )
    })
  })

  describe('a change', () => {
    it.each<[string, (scene: Awaited<ReturnType<typeof aScene>>) => Promise<unknown>, string[]]>([
      ['another title', ({ retitle }) => retitle('Newts'), ['Badger watching', 'Newts', 'Owl watching']],
      ['withdrawn', ({ set }) => set({ state: 'withdrawn' }), ['Badger watching', 'Owl watching']],
      ['paused', ({ set }) => set({ state: 'paused' }), ['Badger watching', 'Owl watching']],
      [
        'full',
        ({ set }) => set({ places: 1, places_taken: 1, places_filled: 1 }),
        ['Badger watching', 'Owl watching'],
      ],
      [
        'a new one',
        ({ publish }) => publish('Stoats'),
        ['Badger watching', 'Otter watching', 'Owl watching', 'Stoats'],
      ],
    ])('is told: %s', async (_name, change, expected) => {
      const scene = await aScene()
      await scene.keep()
      await change(scene)
      expect((await countIndexEntries(scene.db)).waiting).toBe(1)
      expect(await scene.keep()).toBe('level')
      expect(scene.titles()).toEqual(expected)
      await scene.isTrue()
    })

    it('of an organisation’s name is told for each of its offers', async () => {
      const { keep, db, documents, organisationId } = await aScene()
      const name = `Woods ${randomId()}`
      await keep()
      await db.commit([db.query.updateTable('organisation').set({ name }).where('id', '=', organisationId)])
      expect(await keep()).toBe('level')
      expect(documents().flatMap(({ organisation }) => organisation ?? [])).toEqual([name, name, name])
    })

    it('that is only a hold is not told: it would point at a person', async () => {
      const { keep, db, set } = await aScene()
      await keep()
      await set({ places_taken: 1 })
      expect((await countIndexEntries(db)).waiting).toBe(0)
    })

    it('is sent in batches, and nothing that has not changed goes with it', async () => {
      const { keep, server, retitle, ids } = await aScene()
      await keep()
      server.requests.length = 0
      await retitle('Newts')
      await keep()
      const sent = server.requests.filter(
        ({ method, path }) => method === 'POST' && path.includes('/documents?'),
      )
      expect(sent.map(({ body }) => (body as { id: string }[]).map(({ id }) => id))).toEqual([[ids[0]]])
    })
  })

  describe('a server that is not well', () => {
    it.each<FakeFault>(['down', 'unauthorised', 'forbidden', 'broken', 'html', 'half-answers', 'redirects'])(
      'is asked again soon, costs no offer a try, and is made level when it is back: %s',
      async (fault) => {
        const { keep, server, db, retitle, wait, level, titles, isTrue } = await aScene()
        await keep()
        await retitle('Newts')
        server.fault = fault
        for (let count = 0; count < 12; count += 1) {
          expect(await keep()).toBe('not-well')
          wait(20_000)
        }
        const attempts = await db.query
          .selectFrom('index_entry')
          .select('attempts')
          .where('attempts', '>', 0)
          .execute()
        expect(attempts).toEqual([])
        expect((await readIndexKeeper(db)).fault).not.toBe('')
        server.fault = 'none'
        expect(await level(3)).toBe('level')
        expect(titles()).toContain('Newts')
        expect((await readIndexKeeper(db)).fault).toBe('')
        await isTrue()
      },
    )

    it.each<FakeFault>(['accepts-and-drops', 'fails-tasks', 'loses-tasks', 'never-finishes'])(
      'is not believed when it took something and did not do it: %s',
      async (fault) => {
        const { keep, server, db, retitle, wait, level, titles, isTrue } = await aScene()
        await keep()
        await retitle('Newts')
        server.fault = fault
        expect(await keep()).toBe('behind')
        wait(30_000)
        await keep()
        expect((await countIndexEntries(db)).waiting).toBe(1)
        expect(titles()).not.toContain('Newts')
        server.fault = 'none'
        expect(await level()).toBe('level')
        expect(titles()).toContain('Newts')
        await isTrue()
      },
    )

    it('is given up on after ten tries of one offer, aloud, and tried again when somebody says so', async () => {
      const { keep, server, db, retitle, wait, lines, titles, ids } = await aScene()
      await keep()
      await retitle('Newts')
      server.fault = 'fails-tasks'
      for (let count = 0; count < 11; count += 1) {
        await keep()
        wait(300_000)
      }
      expect(await countIndexEntries(db)).toEqual({ waiting: 0, dead: 1 })
      expect(await listDeadEntries(db)).toEqual([
        { id: ids[0], title: 'Newts', attempts: 9, fault: 'task-failed' },
      ])
      expect(lines).toContainEqual({ level: 'error', event: 'index.dead', error: 'task-failed', count: 1 })
      server.fault = 'none'
      await db.commit([reviveIndexEntries(db)])
      expect(await keep()).toBe('level')
      expect(titles()).toContain('Newts')
    })

    it('that lost everything, or has the index of another day, is filled anew', async () => {
      const { keep, server, wait, titles, isTrue, documents } = await aScene()
      await keep()
      server.wipe()
      wait(10_000)
      expect(await keep()).toBe('level')
      await isTrue()
      const sentinel = documents().find(({ id }) => id === 'sentinel')
      Object.assign(sentinel ?? {}, { stamp: 'another day' })
      server.indexes.get('opportunity')?.documents.delete(String(documents()[0]?.id))
      expect(await keep()).toBe('level')
      expect(titles()).toHaveLength(3)
      await isTrue()
    })
  })

  describe('comparing', () => {
    it('finds what is missing, old or foreign, mends it and says how much it was', async () => {
      const { keep, server, db, wait, isTrue, ids } = await aScene()
      await keep()
      const documents = server.indexes.get('opportunity')?.documents
      documents?.delete(ids[0] as string)
      documents?.set(ids[1] as string, { ...(documents.get(ids[1] as string) ?? { id: '' }), stamp: 'old' })
      documents?.set('f'.repeat(32), { id: 'f'.repeat(32), title: 'Foreign', visibility: 'public' })
      expect(await keep()).toBe('level')
      expect(documents?.size).toBe(4)
      wait(HOUR)
      expect(await keep()).toBe('level')
      await isTrue()
      expect((await readIndexKeeper(db)).drift).toBe(3)
      await db.commit([askToReconcile(db)])
      expect(await keep()).toBe('level')
      expect((await readIndexKeeper(db)).drift).toBe(0)
    })

    it('does not count what is on its way already', async () => {
      const { keep, retitle, set, ids, db, wait, isTrue } = await aScene()
      await keep()
      await retitle('Newts')
      await set({ state: 'withdrawn' }, ids[1])
      wait(HOUR)
      expect(await keep()).toBe('level')
      await isTrue()
      expect((await readIndexKeeper(db)).drift).toBe(0)
    })

    it('sets an index right that somebody set otherwise', async () => {
      const { keep, server, wait } = await aScene()
      await keep()
      Object.assign(server.indexes.get('opportunity')?.settings ?? {}, { synonyms: {} })
      wait(HOUR)
      await keep()
      expect(Object.keys(server.indexes.get('opportunity')?.settings.synonyms ?? {}).length).toBeGreaterThan(
        100,
      )
    })
  })

  describe('two keepers', () => {
    it('do not keep it at once', async () => {
      const { context, keep, db } = await aScene()
      await keep()
      const seen: KeepIndexOutcome[] = []
      const writer: IndexWriter = {
        ...context.writer,
        readEpoch: async () => {
          seen.push(await keepIndex(context))
          return context.writer.readEpoch()
        },
      }
      expect(await keepIndex({ ...context, writer })).toBe('level')
      expect(seen).toEqual(['held-by-another'])
      expect((await readIndexKeeper(db)).leaseUntil).toBe('')
    })

    it('leave nothing old behind when one was stopped before sending and went on after the other had finished', async () => {
      const { context, keep, wait, retitle, titles, level, isTrue } = await aScene()
      await keep()
      await retitle('Old news')
      const slow: IndexWriter = {
        ...context.writer,
        put: async (documents) => {
          wait(120_000)
          await retitle('Newts')
          expect(await keep()).toBe('level')
          expect(titles()).toContain('Newts')
          return context.writer.put(documents)
        },
      }
      await keepIndex({ ...context, writer: slow })
      expect(await level()).toBe('level')
      expect(titles()).toContain('Newts')
      await isTrue()
    })

    it('put nothing in its place that one had begun to fill before it lost the lease', async () => {
      const { context, keep, server, wait, level, isTrue } = await aScene()
      await keep()
      server.indexes.delete('opportunity')
      const dying: IndexWriter = {
        ...context.writer,
        openNext: async () => {
          await context.writer.openNext()
          throw new IndexFault('unreachable')
        },
      }
      const slow: IndexWriter = {
        ...context.writer,
        openNext: async () => {
          const { next, task } = await context.writer.openNext()
          const put: IndexWriter['put'] = async (documents) => {
            const filled = await next.put(documents)
            wait(120_000)
            expect(await keepIndex({ ...context, writer: dying })).toBe('not-well')
            return filled
          }
          return { next: { ...next, put }, task }
        },
      }
      expect(await keepIndex({ ...context, writer: slow })).not.toBe('level')
      expect(await level()).toBe('level')
      await isTrue()
    })
  })

  describe('a keeper that dies', () => {
    class Crash extends Error {}

    /** A scene whose keeper dies at one of its calls: of the engine or of the database, before it or right after. */
    async function dyingAt(
      step: number,
      change: (scene: Awaited<ReturnType<typeof aScene>>) => Promise<unknown>,
    ) {
      const scene = await aScene()
      await scene.keep()
      await change(scene)
      let steps = 0
      const dies = () => {
        steps += 1
        if (steps >= step) throw new Crash()
      }
      const around = <T extends object>(target: T): T =>
        new Proxy(target, {
          get(_target, name) {
            const value = Reflect.get(target, name) as unknown
            if (typeof value !== 'function') return value
            return async (...args: unknown[]) => {
              dies()
              const result: unknown = await (value as (...all: unknown[]) => unknown).apply(target, args)
              dies()
              return name === 'openNext'
                ? { ...(result as object), next: around((result as { next: T }).next) }
                : result
            }
          },
        })
      const db: Database = {
        query: scene.db.query,
        commit: around({ commit: scene.db.commit.bind(scene.db) }).commit,
      }
      const context = { ...scene.context, db, writer: around(scene.context.writer) }
      const isDead = await keepIndex(context).then(
        () => false,
        (error: unknown) => error instanceof Crash,
      )
      return { ...scene, isDead, steps }
    }

    it.each<[string, (scene: Awaited<ReturnType<typeof aScene>>) => Promise<unknown>]>([
      [
        'telling',
        async ({ retitle, set, ids }) => {
          await retitle('Newts')
          await set({ state: 'withdrawn' }, ids[1])
        },
      ],
      [
        'comparing',
        async ({ server, ids, wait }) => {
          server.indexes.get('opportunity')?.documents.delete(ids[0] as string)
          server.indexes.get('opportunity')?.documents.set('f'.repeat(32), { id: 'f'.repeat(32) })
          wait(HOUR)
        },
      ],
      [
        'filling anew',
        async ({ server, retitle }) => {
          server.wipe()
          await retitle('Newts')
        },
      ],
    ])('at any moment of %s leaves what the next one finishes', async (_name, change) => {
      let step = 1
      for (; ; step += 1) {
        const { isDead, level, isTrue, wait } = await dyingAt(step, change)
        if (!isDead) break
        wait(61_000)
        expect([step, await level()]).toEqual([step, 'level'])
        await isTrue()
      }
      expect(step).toBeGreaterThan(15)
    })
  })

  it('never sends a document that an engine might take though it is wrong', async () => {
    const { keep, publish, db, server, lines } = await aScene()
    await keep()
    const id = await publish('Nowhere', { cellEast: 99_999, cellNorth: 99_999 })
    server.requests.length = 0
    await keep()
    expect(server.requests.filter(({ path }) => path.includes('/documents?'))).toEqual([])
    expect(await listDeadEntries(db)).toMatchObject([{ id, fault: 'bad-document' }])
    expect(lines).toContainEqual({ level: 'error', event: 'index.dead', error: 'bad-document', count: 1 })
  })
}
