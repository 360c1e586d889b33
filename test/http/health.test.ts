import { UnfoundWords } from '../../src/search/unfound-words'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/app'
import { randomId } from '../../src/auth/secrets'
import { readConfig } from '../../src/config'
import type { SearchHealth } from '../../src/deps'
import { createEmbeddedIndex } from '../../src/search/fts5'
import { createSearch } from '../../src/search/search'
import { keepCohort } from '../../src/cohort/cohort'
import { keepOffers } from '../../src/search/kept-offers'
import { createBrowser } from '../support/browser'
import { testDatabase } from '../support/database'
import { createWorld, TEST_ORIGIN } from '../support/world'
import { breakableDatabase } from './breakable-database'

const WELL: SearchHealth = { engine: 'fts5', isWell: true }
const NOT_WELL: SearchHealth = {
  engine: 'meilisearch',
  isWell: false,
  isResting: true,
  waiting: 3,
  dead: 0,
  fault: 'unreachable',
  levelAt: null,
  reconciledAt: null,
  drift: 0,
}

function appWith(isReady: () => Promise<boolean>, searchHealth = async () => WELL) {
  const { db, secrets, sessions, now } = createWorld(testDatabase())
  const { config } = readConfig({ APP_ENV: 'test', MAIL_TRANSPORT: 'table' })
  const offers = keepOffers(db)
  return createApp({
    config,
    db,
    secrets,
    sessions,
    now,
    isReady,
    newId: randomId,
    offers,
    cohort: keepCohort({ db, secrets }),
    search: createSearch({ db, offers, index: createEmbeddedIndex(db) }),
    searchHealth,
    unfoundWords: new UnfoundWords(),
    rounds: { pairsMax: 0, computeSoon: () => {} },
    assets: { stylesheet: '', script: '', favicon: '', font: '' },
    log: () => {},
    drainSoon: () => {},
    demo: null,
  })
}

describe('/healthz', () => {
  it('says ok and nothing else, though nothing else works', async () => {
    const { db, faults } = breakableDatabase(testDatabase())
    const world = createWorld(db)
    faults.read = new Error('gone')
    faults.write = new Error('gone')
    const response = await createBrowser(world).send('/healthz', {
      headers: { cookie: `__Host-sid=${'a'.repeat(43)}` },
    })
    expect([response.status, await response.text()]).toEqual([200, 'ok'])
  })

  it('says no version and sets no cookie', async () => {
    const response = await createBrowser(createWorld(testDatabase())).get('/healthz')
    expect(response.headers.getSetCookie()).toEqual([])
    expect([...response.headers.keys()].filter((name) => /version|powered|server/.test(name))).toEqual([])
  })
})

describe('/readyz', () => {
  it.each([
    ['is not well', async () => NOT_WELL],
    ['cannot say how it is', async () => Promise.reject(new Error('gone'))],
  ])('says degraded, and stays ready, when search %s', async (_name, searchHealth) => {
    const response = await appWith(async () => true, searchHealth).request(`${TEST_ORIGIN}/readyz`)
    expect([response.status, await response.text()]).toEqual([200, 'degraded'])
  })

  it.each([
    ['ready', 200, async () => true],
    ['not ready', 503, async () => false],
    ['not ready', 503, async () => Promise.reject(new Error('the database is gone'))],
  ])('says one word: %s', async (word, status, isReady) => {
    const response = await appWith(isReady).request(`${TEST_ORIGIN}/readyz`)
    expect([response.status, await response.text()]).toEqual([status, word])
  })
})
