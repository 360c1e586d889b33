import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { openNodeDatabase, openWriter } from '../../db/node'
import { listIndexableStamps } from '../../db/queries/index-entries'
import type { Database } from '../../db/database'
import type { Chance } from '../../db/seed/demo/chance'
import { paths } from '../../src/paths'
import { INDEX_UID } from '../../src/search-deps'
import { createClient, WRITE_TIMEOUT_MS } from '../../src/search/meilisearch/client'
import { provisionKeys } from '../../src/search/meilisearch/provision'
import { type FakeFault, FakeMeilisearch } from '../support/meilisearch/fake-server'
import { listen } from '../support/meilisearch/listen'
import { makeDemoDatabase } from './databases'
import type { Proof } from './proof'
import { createVisitor, type Visitor } from './visitor'

/** Everything that can be wrong with the engine; `wiped` is one that lost all it had. */
const FAULTS = [
  'down',
  'slow',
  'unauthorised',
  'forbidden',
  'broken',
  'html',
  'half-answers',
  'redirects',
  'accepts-and-drops',
  'fails-tasks',
  'loses-tasks',
  'never-finishes',
  'foreign-ids',
  'wiped',
] as const satisfies readonly (FakeFault | 'wiped')[]

/** In a small run so many of them, drawn by the seed. */
const FEW_FAULTS = 3
const ALL_FROM = 100

const PAGE_MS_MAX = 1_000
const REPAIRED_MS_MAX = 60_000

/** At the default size the keeper is killed twenty times, somewhere between a change and its end. */
const REQUESTS_A_KILL = 10
const KILL_AFTER_MS_MAX = 11_000

const SEARCHES = [
  '',
  '?words=work',
  '?words=i+want+to+be+a+mechanic',
  '?kind=job&paid=yes',
  '?words=cooking&district=E07000106',
  '?words=zzyzx',
  '?sort=closing&page=2',
  '?words=aprenticeship+in+dover',
]

/**
 * The product with Meilisearch beside it, and everything that can be wrong with that. While each fault lasts an offer is
 * withdrawn and another is kept from visitors: neither may be shown, though the engine has both.
 */
export const searchFaults: Proof = {
  name: 'search-faults',
  claim:
    'with a search engine that is down, slow, lying, unauthorised or wiped every page comes in a second and shows nothing that it may not, and the engine has everything within a minute of its repair',
  unit: 'requests a fault',
  defaultSize: 200,
  ciSize: 20,
  async run({ size, folder, startProduct, chance, log }) {
    const databasePath = `${folder}/waymark.sqlite`
    await makeDemoDatabase(databasePath)
    const sqlite = openWriter(databasePath)
    const db = openNodeDatabase(sqlite)
    // The proof itself may wait for the product's lock: it is nobody's server.
    sqlite.pragma('busy_timeout = 10000')
    const fake = new FakeMeilisearch('master')
    const { url, close } = await listen(fake)
    const master = createClient({ url, key: 'master', fetch, timeoutMs: WRITE_TIMEOUT_MS })
    const keys = await provisionKeys(master, INDEX_UID, new Date())
    const env = {
      SEARCH_ENGINE: 'meilisearch',
      MEILI_URL: url,
      MEILI_SEARCH_KEY: keys.search,
      MEILI_WRITER_KEY: keys.writer,
    }
    const product = await startProduct({ databasePath, env })
    const failures: string[] = []
    const [filledMs, isFilled] = await untilLevel(fake, db)
    if (!isFilled) failures.push('the index was not filled in a minute')
    const visitor = createVisitor(product)
    const times: number[] = []
    const repairs: number[] = []
    const faults = size >= ALL_FROM ? FAULTS : chance.shuffled([...FAULTS]).slice(0, FEW_FAULTS)
    for (const fault of faults) {
      const hidden = drawTwo(sqlite, chance)
      for (const { title } of hidden)
        if (!(await visitor.get(searchFor(title))).text.includes(shown(title)))
          failures.push(`${fault}: “${title}” could not be found before it was hidden`)
      if (fault === 'wiped') fake.wipe()
      else fake.fault = fault
      hide(sqlite, hidden)
      const seen = await askMany(visitor, size, hidden)
      times.push(...seen.times)
      failures.push(...seen.failures.map((failure) => `${fault}: ${failure}`))
      fake.fault = 'none'
      const [repairMs, isLevel] = await untilLevel(fake, db)
      repairs.push(repairMs)
      if (!isLevel) failures.push(`${fault}: the index was not level a minute after the repair`)
      log(`${fault}: ${Math.round(repairMs)} ms until level`)
    }
    const kills = Math.max(1, Math.round(size / REQUESTS_A_KILL))
    for (let kill = 0; kill < kills; kill += 1) {
      retitle(sqlite, `Kill ${kill}`)
      await wait(chance.between(0, KILL_AFTER_MS_MAX))
      await product.kill()
      await product.restart()
      const [repairMs, isLevel] = await untilLevel(fake, db)
      repairs.push(repairMs)
      if (!isLevel) failures.push(`the index was not level a minute after kill ${kill}`)
      log(`kill ${kill}: ${Math.round(repairMs)} ms until level`)
    }
    await product.stop()
    await close()
    sqlite.close()
    return {
      counts: {
        faults: faults.length,
        requests: times.length,
        kills,
        'page p99 in ms': Math.round(percentile(times, 0.99)),
        'slowest page in ms': Math.round(Math.max(...times)),
        'filled in ms': Math.round(filledMs),
        'slowest repair in ms': Math.round(Math.max(...repairs)),
      },
      failures: [
        ...failures,
        ...(percentile(times, 0.99) > PAGE_MS_MAX ? [`p99 of pages is over ${PAGE_MS_MAX} ms`] : []),
      ],
    }
  },
}

type Connection = InstanceType<typeof Sqlite>

type Hidden = { id: string; title: string }

/** Two public offers with plain titles of their own. */
function drawTwo(sqlite: Connection, chance: Chance): Hidden[] {
  const offers = sqlite
    .prepare(
      "SELECT id, title FROM opportunity WHERE state = 'published' AND visibility = 'public' AND places_filled < places AND closes_on > date('now', '+1 day') ORDER BY id",
    )
    .all() as Hidden[]
  const isAlone = ({ title }: Hidden) => offers.filter((one) => one.title === title).length === 1
  return chance.shuffled(offers.filter((offer) => isAlone(offer) && /^[\w ]+$/.test(offer.title))).slice(0, 2)
}

/** Withdraws the first and keeps the second from visitors. */
function hide(sqlite: Connection, [withdrawn, kept]: readonly Hidden[]): void {
  sqlite.prepare("UPDATE opportunity SET state = 'withdrawn' WHERE id = ?").run(withdrawn?.id)
  sqlite
    .prepare(
      "UPDATE opportunity SET visibility = 'care-leavers-only', content = json_set(content, '$.visibility', 'care-leavers-only') WHERE id = ?",
    )
    .run(kept?.id)
}

/** A change to ten offers, which the next keeper has to tell. */
function retitle(sqlite: Connection, title: string): void {
  sqlite
    .prepare(
      "UPDATE opportunity SET title = ?, content = json_set(content, '$.title', ?) WHERE id IN (SELECT id FROM opportunity WHERE state = 'published' ORDER BY id LIMIT 10)",
    )
    .run(title, title)
}

const searchFor = (title: string) => `${paths.browse}?words=${encodeURIComponent(title)}`

/** A title as a card has it. */
const shown = (title: string) => `>${title}</a>`

async function askMany(visitor: Visitor, size: number, hidden: readonly Hidden[]) {
  const times: number[] = []
  const failures: string[] = []
  // The offers that were hidden are looked for by their own words as well.
  const searches = [
    ...SEARCHES.map((query) => `${paths.browse}${query}`),
    ...hidden.map(({ title }) => searchFor(title)),
  ]
  for (let count = 0; count < size; count += 1) {
    const path = searches[count % searches.length] ?? paths.browse
    const { status, text, milliseconds } = await visitor.get(path)
    times.push(milliseconds)
    if (status !== 200) failures.push(`${path} got ${status}`)
    for (const { title } of hidden)
      if (text.includes(shown(title))) failures.push(`${path} shows an offer that is hidden`)
  }
  return { times, failures: [...new Set(failures)] }
}

/** @returns how long it took, and whether the index has what the database has */
async function untilLevel(fake: FakeMeilisearch, db: Database): Promise<[number, boolean]> {
  const started = performance.now()
  for (;;) {
    const ms = performance.now() - started
    if (await isLevel(fake, db)) return [ms, true]
    if (ms > REPAIRED_MS_MAX) return [ms, false]
    await wait(250)
  }
}

async function isLevel(fake: FakeMeilisearch, db: Database): Promise<boolean> {
  const documents = [...(fake.indexes.get(INDEX_UID)?.documents.values() ?? [])]
  const theirs = new Map(documents.map(({ id, stamp }) => [id, stamp]))
  const ours = await listIndexableStamps(db)
  return theirs.size === ours.size + 1 && [...ours].every(([id, stamp]) => theirs.get(id) === stamp)
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
