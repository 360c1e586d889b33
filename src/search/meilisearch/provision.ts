import type { Key, Meilisearch } from 'meilisearch'
import { asked } from './client'

/** Keys end by themselves, so a lost one does not work for ever. */
const KEY_DAYS = 90
const DAY_MS = 86_400_000

/** What each key may do, and nothing else: searching cannot write, and writing cannot search. */
const KEYS = {
  search: { description: 'Searches offers', actions: ['search'] },
  writer: {
    description: 'Keeps the index of offers true',
    actions: [
      'documents.add',
      'documents.get',
      'documents.delete',
      'tasks.get',
      'indexes.create',
      'indexes.get',
      'indexes.swap',
      'indexes.delete',
      'settings.get',
      'settings.update',
      'stats.get',
    ],
  },
} as const

export type ProvisionedKeys = { search: string; writer: string; expiresAt: Date; removed: number }

/**
 * Makes a search key and a writer key for one index. Those that were made last time go on working until the service has
 * the new ones; older ones are removed.
 * @param client with the master key, which the service itself never has
 * @throws IndexFault
 */
export async function provisionKeys(client: Meilisearch, uid: string, now: Date): Promise<ProvisionedKeys> {
  const before = (await asked(client.getKeys({ limit: 1000 }))).results
  const expiresAt = new Date(now.getTime() + KEY_DAYS * DAY_MS)
  const make = (name: keyof typeof KEYS, indexes: string[]) =>
    asked(
      client.createKey({
        name: `${uid} ${name}`,
        description: KEYS[name].description,
        actions: [...KEYS[name].actions],
        indexes,
        expiresAt,
      }),
    )
  const [search, writer] = [await make('search', [uid]), await make('writer', [uid, `${uid}_*`])]
  const old = Object.keys(KEYS).flatMap((name) => olderThanLast(before, `${uid} ${name}`))
  for (const key of old) await asked(client.deleteKey(key.uid))
  return { search: search.key, writer: writer.key, expiresAt, removed: old.length }
}

/** All keys of a name but the newest. */
const olderThanLast = (keys: readonly Key[], name: string) =>
  keys
    .filter((key) => key.name === name)
    .sort((one, other) => Number(new Date(other.createdAt)) - Number(new Date(one.createdAt)))
    .slice(1)
