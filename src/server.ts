import { accessSync, constants, existsSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Cron } from 'croner'
import { pendingMigrations } from '../db/migrate'
import { openNodeDatabase, openReader, openWriter } from '../db/node'
import { createApp } from './app'
import { ConfigError, readConfig } from './config'
import { SYSTEM_ACTOR_ID } from './domain/account'
import { dayOf } from './domain/dates'
import { inTurn } from './in-turn'
import { linesTogether } from './lines-together'
import { createLog } from './log'
import { nodeDeps } from './node-deps'
import { runDue } from './scheduled/run-due'

/** sysexits.h: the configuration or the data is not fit to start with. */
const EX_CONFIG = 78

/** How long requests under way may take to finish after SIGTERM. */
const DRAIN_MS = 9_000

const now = () => new Date()
const log = createLog(now, linesTogether())

function refuse(message: string): never {
  console.error(message)
  process.exit(EX_CONFIG)
}

function readConfigOrRefuse() {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (error instanceof ConfigError) refuse(error.message)
    throw error
  }
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The database, up to date and whole. Never makes one: the path may be mistyped. */
function openWriterOrRefuse(path: string) {
  if (!existsSync(path)) refuse(`There is no database at ${path}. Make one with: npm run migrate`)
  // SQLite opens a file that may only be read, and tells at the first write.
  if (!mayWrite(path)) refuse(`The database at ${path} may only be read. Let the service write to it`)
  try {
    const writer = openWriter(path)
    const pending = pendingMigrations(writer, 'db/migrations')
    if (pending.length > 0) refuse(`The database lacks ${pending.join(', ')}. Apply with: npm run migrate`)
    if (writer.pragma('quick_check', { simple: true }) !== 'ok')
      refuse('The database is damaged. Restore it from a backup.')
    return writer
  } catch (error) {
    return refuse(`The database at ${path} cannot be used: ${(error as Error).message}`)
  }
}

const { config, secrets } = readConfigOrRefuse()
if (!existsSync('dist/assets.json')) refuse('The pages are not built. Build them with: npm run build')
const writer = openWriterOrRefuse(config.databasePath)
const reader = openReader(config.databasePath)
const { deps, drain, computeRounds, upkeep } = nodeDeps({
  config,
  secrets,
  db: openNodeDatabase(writer, reader),
  now,
  log,
})

const files = serveStatic({
  root: './dist/public',
  precompressed: true,
  onFound: (_path, c) => {
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
  },
})
const app = createApp(deps, files)

const system = { db: deps.db, now, newId: deps.newId, secrets: deps.secrets, actor: { id: SYSTEM_ACTOR_ID } }
const followCohort = () => inTurn(log, 'cohort.fault', [() => deps.cohort.follow(dayOf(now()))])
const everyMinute = new Cron('* * * * *', { unref: true, protect: true }, async () => {
  await inTurn(log, 'scheduled.fault', [() => runDue(system, deps), drain, computeRounds])
  await followCohort()
})

const keepIndex = () => inTurn(log, 'index.fault', [async () => upkeep?.keep()])

/** An engine that is back is noticed soon, and so is one that lost something. */
const everyTenSeconds = upkeep && new Cron('*/10 * * * * *', { unref: true, protect: true }, keepIndex)
void keepIndex()

const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () => {
  console.log(`Listening on http://localhost:${config.port}`)
  void followCohort()
})

let isStopping = false
function stop() {
  if (isStopping) return
  isStopping = true
  everyMinute.stop()
  everyTenSeconds?.stop()
  const kept = upkeep?.stop()
  server.close(() => void Promise.resolve(kept).then(finish))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  setTimeout(finish, DRAIN_MS).unref()
}

let isFinished = false
function finish() {
  if (isFinished) return
  isFinished = true
  reader.close()
  writer.pragma('wal_checkpoint(TRUNCATE)')
  writer.close()
  process.exit(0)
}

// Not `once`: npm and a terminal both pass a signal on, and a second one must not cut off what is under way.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
