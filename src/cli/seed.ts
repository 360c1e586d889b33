import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config'
import { seedBareFile, seedCanaryFile, seedDemoFile, seedExtremesFile } from './seed-file'

/** `npm run seed -- --scenario demo|canary|extremes|bare [--database PATH] [--seed N]`: prints who and what there is, as JSON. */
const { values } = parseArgs({
  options: {
    scenario: { type: 'string' },
    database: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
})
const { config, secrets } = readConfig(process.env)
if (config.appEnv === 'production') {
  console.error('Invented people are not put into a database when APP_ENV=production')
  process.exit(78)
}
const path = values.database ?? config.databasePath
const SCENARIOS = {
  demo: async () => ({ accounts: await seedDemoFile(path, secrets.keys) }),
  canary: () => seedCanaryFile(path, secrets.keys, Number(values.seed)),
  extremes: () => seedExtremesFile(path, secrets.keys),
  bare: () => seedBareFile(path, secrets.keys),
}
if (!Object.hasOwn(SCENARIOS, values.scenario ?? '') || !/^\d{1,9}$/.test(values.seed)) {
  console.error(
    `Usage: npm run seed -- --scenario ${Object.keys(SCENARIOS).join('|')} [--database PATH] [--seed N]`,
  )
  process.exit(64)
}
mkdirSync(dirname(path), { recursive: true })
console.log(JSON.stringify(await SCENARIOS[values.scenario as keyof typeof SCENARIOS](), null, 2))
