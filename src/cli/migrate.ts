import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { migrate, pendingMigrations } from '../../db/migrate'
import { openWriter } from '../../db/node'
import { seedReference } from '../../db/seed/reference'
import { readConfig } from '../config'

/** Makes or updates the database. An existing one is copied beside itself first. */
const { config } = readConfig(process.env)
const isNew = !existsSync(config.databasePath)
mkdirSync(dirname(config.databasePath), { recursive: true })
const sqlite = openWriter(config.databasePath, { create: true })
const pending = pendingMigrations(sqlite, 'db/migrations')
if (pending.length > 0 && !isNew)
  sqlite.prepare('VACUUM INTO ?').run(`${config.databasePath}.before-${pending[0]}`)
const applied = migrate(sqlite, 'db/migrations')
seedReference(sqlite)
sqlite.close()
console.log(applied.length > 0 ? `Applied ${applied.join(', ')}` : 'Nothing to apply')
