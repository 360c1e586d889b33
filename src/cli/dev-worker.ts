import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { localD1Path, writeLocalD1 } from '../../db/seed/to-d1'
import { createSecrets } from '../auth/secrets'
import { readConfig } from '../config'

/** `npm run dev:worker`: the demonstration on local workerd and D1, made on the first start. */
const databaseId = /^database_id = "([^"]+)"/m.exec(readFileSync('wrangler.toml', 'utf8'))?.[1]
if (!databaseId) throw new Error('wrangler.toml names no database_id')
const { secrets } = readConfig({ ...process.env, PORT: '' })
const accounts = await writeLocalD1(localD1Path(databaseId), {
  now: new Date(),
  secrets: createSecrets(secrets.keys),
})

const port = process.env.PORT || '8787'
console.log(`\nWaymark on workerd and D1: http://localhost:${port}/demo\n`)
for (const { email, name, role } of accounts) console.log(`  ${email.padEnd(34)} ${name}, ${role}`)

// Both stay silent about missing networks: without them every start complains offline.
const quiet = { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' }
const server = spawn('node_modules/.bin/wrangler', ['dev', '--port', port, '--ip', '127.0.0.1'], {
  env: { ...process.env, ...quiet },
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
