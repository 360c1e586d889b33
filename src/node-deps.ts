import { existsSync, readFileSync } from 'node:fs'
import type { Database } from '../db/database'
import { indexVersionOf } from '../db/queries/findable'
import { askedTogether } from './asked-together'
import { rememberOpened } from './auth/remember-opened'
import { createSecrets, randomId } from './auth/secrets'
import { createSessionService } from './auth/session'
import type { Config, ConfigSecrets } from './config'
import type { Deps } from './deps'
import { faultOf, type Log } from './log'
import { createDirectoryNotifier } from './notify/directory'
import type { Notifier, SentMail } from './notify/notifier'
import { createSmtpNotifier } from './notify/smtp'
import { createTableNotifier } from './notify/table'
import { drain } from './outbox/drain'
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
  const { upkeep, ...finding } = searchDeps({
    config,
    secrets: options.secrets,
    db,
    readVersion: askedTogether(indexVersionOf(db)),
    now,
    log,
    fetch,
  })
  const drainThenKeep = async () => {
    await drainNow()
    await upkeep?.keepIfWaiting()
  }
  const deps: Deps = {
    config,
    db,
    secrets,
    now,
    log,
    newId: randomId,
    sessions: createSessionService({ db, now, newToken: () => secrets.randomToken(32) }),
    ...finding,
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
  return { deps, drain: drainNow, upkeep }
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
