import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { listDemoPeople } from '../../db/queries/demo'
import { openNodeDatabase, openReader } from '../../db/node'
import { dayOf } from '../domain/dates'
import { readConfig } from '../config'
import { seedDemoFile } from './seed-file'

const DEMO = {
  DATABASE_PATH: 'data/demo.sqlite',
  MAIL_DIR: 'data/demo-mail',
  STAFF_MAIL_DOMAINS: 'kent.gov.uk,kent.example',
}

/** Sets everything up with demonstration data and starts the server. Refused in production. */
const { config, secrets } = readConfig({ ...DEMO, ...process.env })
if (config.appEnv === 'production') {
  console.error('The demonstration does not run when APP_ENV=production')
  process.exit(78)
}
mkdirSync(dirname(config.databasePath), { recursive: true })
if (!existsSync(config.databasePath)) {
  console.log('Making the demonstration data…')
  // Under another name until it is whole: what was broken off is made anew the next time.
  const making = `${config.databasePath}.making`
  const leftOvers = ['', '-wal', '-shm'].flatMap((end) => [`${making}${end}`, `${config.databasePath}${end}`])
  for (const path of leftOvers) rmSync(path, { force: true })
  await seedDemoFile(making, secrets.keys)
  renameSync(making, config.databasePath)
}
const reader = openReader(config.databasePath)
const people = await listDemoPeople(openNodeDatabase(reader), dayOf(new Date()))
reader.close()

console.log(`\nWaymark demonstration: http://localhost:${config.port}/demo\n`)
console.log('Sign in on that page with one button, or by hand with one of these addresses:')
for (const { email, name, role } of people) console.log(`  ${email.padEnd(34)} ${name}, ${role}`)
const mail = config.mail.kind === 'dir' ? `, and in ${config.mail.folder}` : ''
console.log(`\nSign-in codes appear at http://localhost:${config.port}/demo/mail${mail}\n`)

const env = {
  ...DEMO,
  ...process.env,
  DATABASE_PATH: config.databasePath,
  MAIL_DIR: config.mail.kind === 'dir' ? config.mail.folder : '',
}
const server = spawn(process.execPath, ['dist/server.js'], { env, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'))
server.on('exit', (code) => process.exit(code ?? 0))
