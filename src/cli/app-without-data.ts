import { UnfoundWords } from '../search/unfound-words'
import Sqlite from 'better-sqlite3'
import { migrate } from '../../db/migrate'
import { openNodeDatabase } from '../../db/node'
import { createApp } from '../app'
import { createSecrets, randomId } from '../auth/secrets'
import { createSessionService } from '../auth/session'
import { keepCohort } from '../cohort/cohort'
import { readConfig } from '../config'
import type { Deps } from '../deps'
import { permissionOf } from '../http/guard'
import { type Permission, PERMISSIONS } from '../policy/permissions'
import { createEmbeddedIndex } from '../search/fts5'
import { createSearch } from '../search/search'
import { keepOffers } from '../search/kept-offers'

/** The app over an empty database in memory, to ask it about itself. */
function appWithoutData() {
  const sqlite = new Sqlite(':memory:')
  migrate(sqlite, 'db/migrations')
  const db = openNodeDatabase(sqlite)
  const { config, secrets: keys } = readConfig({ APP_ENV: 'test', MAIL_TRANSPORT: 'table' })
  const secrets = createSecrets(keys.keys)
  const now = () => new Date()
  const offers = keepOffers(db)
  const deps: Deps = {
    config,
    db,
    secrets,
    now,
    newId: randomId,
    sessions: createSessionService({ db, now, newToken: () => secrets.randomToken(32) }),
    offers,
    cohort: keepCohort({ db, secrets }),
    search: createSearch({ db, offers, index: createEmbeddedIndex(db) }),
    searchHealth: async () => ({ engine: 'fts5', isWell: true }),
    unfoundWords: new UnfoundWords(),
    rounds: { pairsMax: 0, computeSoon: () => {} },
    assets: { stylesheet: '', script: '', favicon: '', font: '' },
    log: () => {},
    drainSoon: () => {},
    demo: { sentMail: { list: async () => [] }, drain: async () => 0 },
    isReady: async () => true,
  }
  return createApp(deps)
}

export type RouteEntry = {
  method: string
  path: string
  /** Null when the route has no guard, which a test forbids. */
  permission: Permission | null
  /** The roles that hold the permission; `visitor` is anybody who is not signed in. */
  audience: readonly string[]
}

/** Every route of the app with what guards it. */
export function listRoutes(): RouteEntry[] {
  const byRoute = new Map<string, RouteEntry>()
  for (const { method, path, handler } of appWithoutData().routes) {
    if (method === 'ALL') continue
    const key = `${method} ${path}`
    const permission = permissionOf(handler) ?? byRoute.get(key)?.permission ?? null
    byRoute.set(key, { method, path, permission, audience: permission ? PERMISSIONS[permission] : [] })
  }
  return [...byRoute.values()]
}
