import { existsSync } from 'node:fs'
import { openNodeDatabase, openWriter } from '../../db/node'
import type { CommandContext } from '../commands/command-context'
import { readConfig } from '../config'
import { SYSTEM_ACTOR_ID } from '../domain/account'
import { createLog } from '../log'
import { nodeDeps } from '../node-deps'

/** The service on Node without its pages, for the operator's commands. Refuses a database that is not there. */
export function openService() {
  const { config, secrets } = readConfig(process.env)
  if (!existsSync(config.databasePath)) {
    console.error(`There is no database at ${config.databasePath}. Make one with: npm run migrate`)
    process.exit(78)
  }
  const sqlite = openWriter(config.databasePath)
  const now = () => new Date()
  const { deps, drain, upkeep } = nodeDeps({
    config,
    secrets,
    db: openNodeDatabase(sqlite),
    now,
    log: createLog(now),
  })
  const ctx: CommandContext = {
    db: deps.db,
    now,
    newId: deps.newId,
    secrets: deps.secrets,
    actor: { id: SYSTEM_ACTOR_ID },
  }
  return { ctx, drain, upkeep, deps, config, sqlite }
}
