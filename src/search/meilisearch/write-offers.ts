import type { IndexSwap, Meilisearch } from 'meilisearch'
import { SENTINEL_ID, sentinelOf } from '../documents'
import { IndexFault } from '../search-index'
import type { IndexWriter, TaskNumber } from '../index-writer'
import { asked } from './client'
import { areSettingsOther, SETTINGS } from './settings'

const PRIMARY_KEY = 'id'

/** How many ids and stamps are read at a time. */
const STAMPS_PAGE = 1000

type Stamped = { id: string; stamp?: string }

/**
 * Keeps one Meilisearch index.
 * @param uid its name; a rebuild makes `<uid>_next` beside it
 */
export function createMeilisearchWriter(client: Meilisearch, uid: string): IndexWriter {
  const index = client.index<Record<string, unknown>>(uid)
  const nextUid = `${uid}_next`

  const taskOf = async (work: Promise<{ taskUid: number } | undefined>): Promise<TaskNumber> => {
    const task = await asked(work)
    if (typeof task?.taskUid !== 'number') throw new IndexFault('not-understood')
    return task.taskUid
  }

  async function readPage(query: { limit: number; offset?: number; filter?: string }): Promise<Stamped[]> {
    const page = await asked(index.getDocuments<Stamped>({ fields: ['id', 'stamp'], ...query }))
    if (page === undefined) return []
    if (!Array.isArray(page.results)) throw new IndexFault('not-understood')
    return page.results
  }

  const toStamps = (documents: readonly Stamped[]) =>
    new Map(
      documents.filter(({ id }) => id !== SENTINEL_ID).map(({ id, stamp }) => [String(id), stamp ?? '']),
    )

  return {
    put: (documents) => taskOf(index.addDocuments([...documents], { primaryKey: PRIMARY_KEY })),
    remove: (ids) => taskOf(index.deleteDocuments([...ids])),

    async readTask(number) {
      const task = await asked(client.tasks.getTask(number))
      if (task === undefined) return 'failed'
      if (task.status === 'succeeded') return 'succeeded'
      return task.status === 'enqueued' || task.status === 'processing' ? 'under-way' : 'failed'
    },

    readStamps: async (ids) =>
      toStamps(await readPage({ filter: `id IN [${ids.join(', ')}]`, limit: ids.length })),

    async listStamps() {
      const all: Stamped[] = []
      for (let offset = 0; ; offset += STAMPS_PAGE) {
        const documents = await readPage({ limit: STAMPS_PAGE, offset })
        all.push(...documents)
        if (documents.length < STAMPS_PAGE) return toStamps(all)
      }
    },

    async readEpoch() {
      const sentinel = await asked(index.getDocument<Stamped>(SENTINEL_ID, { fields: ['id', 'stamp'] }))
      return sentinel?.stamp ?? null
    },

    isSetRight: async () => !areSettingsOther(await asked(index.getSettings())),
    setRight: () => taskOf(index.updateSettings(SETTINGS)),

    async openNext() {
      // Making an index that exists and deleting one that does not are tasks that fail, and nothing else.
      await taskOf(client.createIndex(uid, { primaryKey: PRIMARY_KEY }))
      await taskOf(client.deleteIndex(nextUid))
      await taskOf(client.createIndex(nextUid, { primaryKey: PRIMARY_KEY }))
      const next = createMeilisearchWriter(client, nextUid)
      return { next, task: await next.setRight() }
    },
    sign: (epoch) => taskOf(index.addDocuments([sentinelOf(epoch)], { primaryKey: PRIMARY_KEY })),
    swapWithNext: () => taskOf(client.swapIndexes([{ indexes: [uid, nextUid] } as IndexSwap])),
    dropNext: () => taskOf(client.deleteIndex(nextUid)),
  }
}
