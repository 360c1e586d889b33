import type { D1Database, ExecutionContext, ScheduledController } from '@cloudflare/workers-types'
import assets from '../dist/assets.json'
import { openD1Database } from '../db/d1'
import { createApp } from './app'
import { rememberOpened } from './auth/remember-opened'
import { createSecrets, randomId } from './auth/secrets'
import { createSessionService } from './auth/session'
import { keepCohort } from './cohort/cohort'
import type { CommandContext } from './commands/command-context'
import { readConfig } from './config'
import { SYSTEM_ACTOR_ID } from './domain/account'
import { inTurn } from './in-turn'
import { createLog, faultOf } from './log'
import { placeCohort } from './matching/cohort/place-cohort'
import { createTableNotifier } from './notify/table'
import { drain } from './outbox/drain'
import { runDue } from './scheduled/run-due'
import { computeRounds } from './scheduled/compute-rounds'
import { searchDeps } from './search-deps'

/** There are no threads: a round of this size takes a second or two of one request's time after its answer has gone. */
const WORKER_PAIRS_MAX = 1_000_000

export type Bindings = { DB: D1Database } & Record<string, unknown>

/** One app per isolate: bindings do not change while an isolate lives. */
const built = new WeakMap<Bindings, ReturnType<typeof build>>()

function build(env: Bindings) {
  const { config, secrets: keys } = readConfig(env)
  const now = () => new Date()
  const log = createLog(now)
  const db = openD1Database(env.DB)
  const secrets = rememberOpened(createSecrets(keys.keys), now)
  const notifier = createTableNotifier(db)
  const { upkeep, ...finding } = searchDeps({
    config,
    secrets: keys,
    db,
    now,
    log,
    fetch: (url, init) => fetch(url, init),
  })
  const drainNow = async () => {
    try {
      await drain({ ...config, db, notifier, secrets, now, newId: randomId, log })
      await upkeep?.keepIfWaiting()
    } catch (error) {
      log({ level: 'error', event: 'drain.fault', error: faultOf(error) })
    }
  }
  const acting: CommandContext = { db, now, newId: randomId, secrets, actor: { id: SYSTEM_ACTOR_ID } }
  const computeNow = async () => {
    try {
      await computeRounds(acting, async (cohort) => placeCohort(cohort))
    } catch (error) {
      log({ level: 'error', event: 'round.fault', error: faultOf(error) })
    }
  }
  const app = createApp({
    config,
    db,
    secrets,
    now,
    log,
    assets,
    newId: randomId,
    sessions: createSessionService({ db, now, newToken: () => secrets.randomToken(32) }),
    ...finding,
    cohort: keepCohort({ db, secrets }),
    rounds: {
      pairsMax: WORKER_PAIRS_MAX,
      computeSoon: (context) => context?.waitUntil(computeNow()),
    },
    drainSoon: (context) => context?.waitUntil(drainNow()),
    demo: config.appEnv === 'production' ? null : { sentMail: notifier, drain: drainNow },
    isReady: async () => {
      await db.query.selectFrom('organisation').select('id').limit(1).execute()
      return true
    },
  })
  const due = () => runDue(acting, finding)
  return { app, due, computeRounds: computeNow, drain: drainNow, upkeep, log }
}

function buildOnce(env: Bindings) {
  const existing = built.get(env) ?? build(env)
  built.set(env, existing)
  return existing
}

export default {
  fetch: (request: Request, env: Bindings, context: ExecutionContext) =>
    buildOnce(env).app.fetch(request, env, context as never),
  async scheduled(_controller: ScheduledController, env: Bindings) {
    const { due, drain, computeRounds, upkeep, log } = buildOnce(env)
    await inTurn(log, 'scheduled.fault', [due, drain, async () => upkeep?.keep(), computeRounds])
  },
}
