import type { Database } from '../../db/database'
import { createApp } from '../../src/app'
import { rememberOpened } from '../../src/auth/remember-opened'
import { createSecrets, randomId } from '../../src/auth/secrets'
import { createSessionService } from '../../src/auth/session'
import { readConfig } from '../../src/config'
import type { Deps } from '../../src/deps'
import { SYSTEM_ACTOR_ID } from '../../src/domain/account'
import { createTableNotifier } from '../../src/notify/table'
import { placeCohort } from '../../src/matching/cohort/place-cohort'
import { drain } from '../../src/outbox/drain'
import { computeRounds } from '../../src/scheduled/compute-rounds'
import { runDue } from '../../src/scheduled/run-due'
import { createEmbeddedIndex } from '../../src/search/fts5'
import { createSearch } from '../../src/search/search'
import { UnfoundWords } from '../../src/search/unfound-words'
import { keepCohort } from '../../src/cohort/cohort'
import { keepOffers } from '../../src/search/kept-offers'

/** What a round may look at here: a few people and offers. */
const PAIRS_MAX = 10_000

export const TEST_ORIGIN = 'http://localhost:3000'

/**
 * The real app over a database, with a clock that stands still until it is moved. The same on both runtimes.
 * @param env configuration of its own, such as the keys of a running product over the same database
 * @param instead what the app is given instead of what is made here
 */
export function createWorld(
  db: Database,
  start = '2026-11-23T10:00:00.000Z',
  env: Readonly<Record<string, string>> = {},
  instead: Partial<Pick<Deps, 'search' | 'searchHealth' | 'rounds' | 'demo'>> = {},
) {
  let time = new Date(start)
  const now = () => new Date(time)
  const { config, secrets: keys } = readConfig({ APP_ENV: 'test', MAIL_TRANSPORT: 'table', ...env })
  const secrets = rememberOpened(createSecrets(keys.keys), now)
  const notifier = createTableNotifier(db)
  const lines: string[] = []
  const log = (line: object) => void lines.push(JSON.stringify(line))
  const drainNow = () => drain({ ...config, db, notifier, secrets, now, newId: randomId, log })
  const sessions = createSessionService({ db, now, newToken: () => secrets.randomToken(32) })
  const offers = keepOffers(db)
  const search = createSearch({ db, offers, index: createEmbeddedIndex(db) })
  const cohort = keepCohort({ db, secrets })
  const unfoundWords = new UnfoundWords()
  const app = createApp({
    config,
    db,
    secrets,
    sessions,
    now,
    log,
    newId: randomId,
    offers,
    cohort,
    search,
    searchHealth: async () => ({ engine: 'fts5', isWell: true }),
    unfoundWords,
    rounds: { pairsMax: PAIRS_MAX, computeSoon: () => {} },
    assets: {
      stylesheet: '/assets/s.css',
      script: '/assets/s.js',
      favicon: '/assets/m.svg',
      font: '/assets/f.woff2',
    },
    drainSoon: () => {},
    demo: null,
    isReady: async () => true,
    ...instead,
  })
  return {
    app,
    db,
    offers,
    cohort,
    search,
    secrets,
    sessions,
    now,
    log: lines,
    drain: drainNow,
    sentMail: () => notifier.list(),
    computeRounds: () =>
      computeRounds({ db, now, newId: randomId, secrets, actor: { id: SYSTEM_ACTOR_ID } }, async (cohort) =>
        placeCohort(cohort),
      ),
    runDue: () =>
      runDue(
        { db, now, newId: randomId, secrets, actor: { id: SYSTEM_ACTOR_ID } },
        { search, offers, unfoundWords },
      ),
    /** Lets time pass. */
    wait: (milliseconds: number) => {
      time = new Date(time.getTime() + milliseconds)
    },
    setTime: (instant: string) => {
      time = new Date(instant)
    },
  }
}

export type World = ReturnType<typeof createWorld>

export const DAY = 86_400_000
