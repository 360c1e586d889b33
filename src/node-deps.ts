import { existsSync, readFileSync } from 'node:fs'
import type { Database } from '../db/database'
import { indexVersionOf } from '../db/queries/findable'
import { askedTogether } from './asked-together'
import { rememberOpened } from './auth/remember-opened'
import { createSecrets, randomId } from './auth/secrets'
import { createSessionService } from './auth/session'
import { keepCohort } from './cohort/cohort'
import type { Config, ConfigSecrets } from './config'
import { SYSTEM_ACTOR_ID } from './domain/account'
import type { Deps } from './deps'
import { faultOf, type Log } from './log'
import { createDirectoryNotifier } from './notify/directory'
import type { Notifier, SentMail } from './notify/notifier'
import { createSmtpNotifier } from './notify/smtp'
import { createTableNotifier } from './notify/table'
import { NODE_PAIRS_MAX, placeOnThread } from './node-rounds'
import { drain } from './outbox/drain'
import { computeRounds } from './scheduled/compute-rounds'
import { searchDeps } from './search-deps'

/** What the app may reach on Node: `db` reads through the read-only connection and commits through the writer. */
export function nodeDeps(options: {
  config: Config
  secrets: ConfigSecrets
  db: Database
  now: () => Date
  log: Log
}) {
  const { config, db, now, log } = options
  const secrets = rememberOpened(createSecrets(options.secrets.keys), now)
  const notifier = notifierFor(config, options.secrets, db)
  const drainNow = () => drain({ ...config, db, notifier, secrets, now, newId: randomId, log })
  const readVersion = askedTogether(indexVersionOf(db))
  const { upkeep, ...finding } = searchDeps({
    config,
    secrets: options.secrets,
    db,
    readVersion,
    now,
    log,
    fetch,
  })
  const drainThenKeep = async () => {
    await drainNow()
    await upkeep?.keepIfWaiting()
  }
  const computeNow = oneAtATime(async () => {
    try {
      await computeRounds(
        { db, now, newId: randomId, secrets, actor: { id: SYSTEM_ACTOR_ID } },
        placeOnThread,
      )
    } catch (error) {
      log({ level: 'error', event: 'round.fault', error: faultOf(error) })
    }
  })
  const deps: Deps = {
    config,
    db,
    secrets,
    now,
    log,
    newId: randomId,
    sessions: createSessionService({ db, now, newToken: () => secrets.randomToken(32) }),
    ...finding,
    cohort: keepCohort({ db, secrets, readVersion, sharesReads: true }),
    rounds: { pairsMax: NODE_PAIRS_MAX, computeSoon: () => void setImmediate(() => void computeNow()) },
    assets: readAssets(),
    drainSoon: () =>
      setImmediate(() =>
        drainThenKeep().catch((error) =>
          log({ level: 'error', event: 'drain.fault', error: faultOf(error) }),
        ),
      ),
    demo:
      config.appEnv === 'production' || !('list' in notifier)
        ? null
        : { sentMail: notifier as SentMail, drain: drainThenKeep },
    isReady: () => canRead(db),
  }
  return { deps, drain: drainNow, computeRounds: computeNow, upkeep }
}

/** Whoever asks while it is under way waits for one more turn, so that nothing opened in between is left over. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  return () => {
    waiting ??= underWay.then(() => {
      waiting = undefined
      underWay = work()
      return underWay
    })
    return waiting
  }
}

/** Written by `npm run build`; the operator's commands need no pages. */
function readAssets(): Deps['assets'] {
  if (!existsSync('dist/assets.json')) return { stylesheet: '', script: '', favicon: '', font: '' }
  return JSON.parse(readFileSync('dist/assets.json', 'utf8')) as Deps['assets']
}

function notifierFor(config: Config, secrets: ConfigSecrets, db: Database): Notifier {
  if (config.mail.kind === 'dir') return createDirectoryNotifier(config.mail.folder)
  if (config.mail.kind === 'smtp') return createSmtpNotifier(secrets.smtpUrl ?? '', config.mailFrom)
  return createTableNotifier(db)
}

async function canRead(db: Database): Promise<boolean> {
  try {
    await db.query.selectFrom('organisation').select('id').limit(1).execute()
    return true
  } catch {
    return false
  }
}
