import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config'
import { seedDemoFile } from './seed-file'

/** `npm run seed -- --scenario demo [--database PATH]`: prints who there is to sign in as, as JSON. */
const { values } = parseArgs({ options: { scenario: { type: 'string' }, database: { type: 'string' } } })
const { config, secrets } = readConfig(process.env)
if (config.appEnv === 'production') {
  console.error('Demonstration data is not put into a database when APP_ENV=production')
  process.exit(78)
}
if (values.scenario !== 'demo') {
  console.error('There is one scenario: --scenario demo')
  process.exit(64)
}
const path = values.database ?? config.databasePath
mkdirSync(dirname(path), { recursive: true })
console.log(JSON.stringify({ accounts: await seedDemoFile(path, secrets.keys) }, null, 2))
