import type { Database } from '../db/database'
import { countIndexEntries, indexStandingOf, readIndexKeeper } from '../db/queries/index-entries'
import type { Config, ConfigSecrets } from './config'
import type { SearchHealth } from './deps'
import type { Log } from './log'
import { keepIndex, type KeepIndexOutcome } from './outbox/keep-index'
import { createEmbeddedIndex } from './search/fts5'
import { keepOffers } from './search/kept-offers'
import { createClient, type Fetch, SEARCH_TIMEOUT_MS, WRITE_TIMEOUT_MS } from './search/meilisearch/client'
import { createMeilisearchIndex } from './search/meilisearch/find-offers'
import { createMeilisearchWriter } from './search/meilisearch/write-offers'
import { createSearch } from './search/search'
import { withStandIn } from './search/stand-in'
import { UnfoundWords } from './search/unfound-words'

/** The one index of the service; keys are made for it and for `opportunity_*`. */
export const INDEX_UID = 'opportunity'

type Options = {
  config: Config
  secrets: ConfigSecrets
  db: Database
  /** How it is asked whether offers changed, where one question may serve several requests. */
  readVersion?: () => Promise<string>
  now: () => Date
  log: Log
  fetch: Fetch
}

/** What keeps an index beside the database; null where the embedded engine is all there is. */
export type IndexUpkeep = {
  keep: () => Promise<KeepIndexOutcome>
  /** Right after a commit: asks nobody when nothing is waiting. */
  keepIfWaiting: () => Promise<void>
  /** Lets what is under way come to a safe end. */
  stop: () => Promise<void>
}

/** The engine that the configuration names, with the embedded one standing in while it is not well. */
export function searchDeps(options: Options) {
  const { config, db } = options
  const offers = keepOffers(db, options.readVersion)
  const embedded = createEmbeddedIndex(db)
  if (config.search.engine === 'fts5')
    return {
      offers,
      search: createSearch({ db, offers, index: embedded }),
      searchHealth: async (): Promise<SearchHealth> => ({ engine: 'fts5', isWell: true }),
      unfoundWords: new UnfoundWords(),
      upkeep: null,
    }
  const { upkeep, reconcileSoon } = indexUpkeep(options, config.search.url)
  const index = withStandIn({
    index: meilisearchIndex(options, config.search.url),
    standIn: embedded,
    now: () => performance.now(),
    onFault: (reason) => {
      options.log({ level: 'warn', event: 'search.stands-in', error: reason })
      if (reason === 'foreign-ids') reconcileSoon()
    },
  })
  return {
    offers,
    search: createSearch({ db, offers, index }),
    searchHealth: () => readHealth(db, index.isResting),
    unfoundWords: new UnfoundWords(),
    upkeep,
  }
}

const meilisearchIndex = ({ secrets, db, fetch }: Options, url: string) =>
  createMeilisearchIndex({
    client: createClient({ url, key: secrets.meiliSearchKey ?? '', fetch, timeoutMs: SEARCH_TIMEOUT_MS }),
    uid: INDEX_UID,
    standing: indexStandingOf(db),
  })

function indexUpkeep({ secrets, db, now, log, fetch }: Options, url: string) {
  const key = secrets.meiliWriterKey ?? ''
  const writer = createMeilisearchWriter(
    createClient({ url, key, fetch, timeoutMs: WRITE_TIMEOUT_MS }),
    INDEX_UID,
  )
  let isStopping = false
  let wantsReconcile = false
  let underWay: Promise<unknown> = Promise.resolve()
  const keep = () => {
    const reconcileNow = wantsReconcile
    wantsReconcile = false
    const keeping = keepIndex({
      db,
      writer,
      now,
      log,
      wait: pause,
      isStopping: () => isStopping,
      reconcileNow,
    }).then((outcome) => {
      // Whoever found the index held, or not well, has not compared anything.
      if (outcome === 'held-by-another' || outcome === 'not-well') wantsReconcile ||= reconcileNow
      return outcome
    })
    // Another may be under way already, which this one finds and leaves alone.
    underWay = Promise.allSettled([underWay, keeping])
    return keeping
  }
  const upkeep: IndexUpkeep = {
    keep,
    keepIfWaiting: async () => {
      if ((await countIndexEntries(db)).waiting > 0) await keep()
    },
    stop: async () => {
      isStopping = true
      await underWay
    },
  }
  return {
    upkeep,
    reconcileSoon: () => {
      wantsReconcile = true
    },
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

async function readHealth(db: Database, isResting: () => boolean): Promise<SearchHealth> {
  const [{ waiting, dead }, keeper] = await Promise.all([countIndexEntries(db), readIndexKeeper(db)])
  const { fault, levelAt, reconciledAt, drift } = keeper
  const isWell = dead === 0 && fault === '' && levelAt !== null && !isResting()
  return {
    engine: 'meilisearch',
    isWell,
    isResting: isResting(),
    waiting,
    dead,
    fault,
    levelAt,
    reconciledAt,
    drift,
  }
}
