import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { Agent, get } from 'node:http'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate'
import { openWriter } from '../../db/node'
import { somebodyElse } from '../support/somebody-else'

const SERVER = resolve('dist/server.js')
const ROOT = resolve('.')
const MIGRATIONS = readdirSync('db/migrations').sort()

let folder: string
let database: string
const started: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-process-'))
  database = join(folder, 'waymark.sqlite')
})

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function aDatabase(leaveOut = 0): void {
  const migrations = join(folder, 'migrations')
  mkdirSync(migrations)
  for (const name of MIGRATIONS.slice(0, MIGRATIONS.length - leaveOut))
    symlinkSync(resolve('db/migrations', name), join(migrations, name))
  const sqlite = openWriter(database, { create: true })
  migrate(sqlite, migrations)
  sqlite.close()
}

type Ended = { code: number | null; signal: string | null; output: string }

/** Starts the built server; `ready` resolves when it listens or has ended. */
function start(env: Record<string, string> = {}, cwd = ROOT, by: typeof somebodyElse = {}) {
  const child = spawn(process.execPath, [SERVER], {
    cwd,
    env: {
      PATH: process.env.PATH ?? '',
      APP_ENV: 'test',
      DATABASE_PATH: database,
      MAIL_DIR: join(folder, 'mail'),
      ...env,
    },
    ...by,
  })
  started.push(child)
  let output = ''
  const ended = new Promise<Ended>((done) =>
    child.once('close', (code, signal) => done({ code, signal, output })),
  )
  const listening = new Promise<void>((done) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Listening')) done()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
  })
  return { child, ended, ready: Promise.race([listening, ended]) }
}

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })

/** Asks and leaves the connection open, as browsers do. */
const ask = (port: number, path: string, agent: Agent) =>
  new Promise<number>((done, fail) => {
    get({ port, path, agent, host: '127.0.0.1' }, (response) => {
      response.resume()
      response.on('end', () => done(response.statusCode ?? 0))
    }).on('error', fail)
  })

/** A request whose last line is still to come. */
function askSlowly(port: number) {
  const socket = connect(port, '127.0.0.1')
  socket.write(`GET /healthz HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n`)
  let text = ''
  const answered = new Promise<string>((done) => {
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('close', () => done(text))
    socket.on('error', () => done(text))
  })
  return { socket, answered }
}

// `npm test` builds first; a lone run of this file may find nothing to start.
describe.skipIf(!existsSync(SERVER))(
  'the server process (skipped without dist/server.js: npm run build)',
  () => {
    it('refuses to start without its database, and makes none', async () => {
      const { code, output } = await start().ended
      expect(code).toBe(78)
      expect(output).toContain(database)
      expect(output.trim().split('\n')).toHaveLength(1)
      expect(readdirSync(folder)).toEqual([])
    })

    it('refuses to start on a database that lacks migrations, and names them', async () => {
      aDatabase(2)
      const { code, output } = await start().ended
      expect(code).toBe(78)
      for (const name of MIGRATIONS.slice(-2)) expect(output).toContain(name)
      expect(output).not.toMatch(/Listening|\bat .*:\d+/)
    })

    it('refuses to start on a file that is no database', async () => {
      writeFileSync(database, 'not a database, and long enough to have a header of its own'.repeat(20))
      const { code, output } = await start().ended
      expect(code).toBe(78)
      expect(output).not.toMatch(/\bat .*:\d+/)
    })

    it('refuses to start on a damaged database', async () => {
      aDatabase()
      const sqlite = new Sqlite(database)
      sqlite.unsafeMode(true)
      sqlite.pragma('writable_schema = ON')
      sqlite.exec("UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'session_by_account'")
      sqlite.close()
      const { code, output } = await start().ended
      expect(code).toBe(78)
      expect(output).toContain('damaged')
    })

    it.skipIf(!somebodyElse)('refuses to start on a database that may only be read', async () => {
      aDatabase()
      chmodSync(folder, 0o777)
      chmodSync(database, 0o444)
      const { code, output } = await start({}, ROOT, somebodyElse).ended
      expect(code).toBe(78)
      expect(output.trim().split('\n')).toEqual([expect.stringContaining('may only be read')])
    })

    it('refuses to start without its pages', async () => {
      aDatabase()
      const { code, output } = await start({}, folder).ended
      expect(code).toBe(78)
      expect(output).toContain('npm run build')
    })

    it('refuses a bad configuration and names every fault, one a line', async () => {
      const { code, output } = await start({ APP_ENV: 'production', PORT: 'x', MAIL_FROM: 'nobody' }).ended
      expect(code).toBe(78)
      expect(output).toMatch(/PORT[\s\S]*MAIL_FROM[\s\S]*SECRET_KEYS[\s\S]*BASE_URL/)
      expect(output).not.toMatch(/\bat .*:\d+/)
    })

    it('serves, and at SIGTERM ends with 0 at once, though browsers keep their connections', async () => {
      aDatabase()
      const port = await freePort()
      const { child, ready, ended } = start({ PORT: String(port) })
      await ready
      const agent = new Agent({ keepAlive: true })
      expect(await ask(port, '/healthz', agent)).toBe(200)
      expect(await ask(port, '/readyz', agent)).toBe(200)
      expect(await ask(port, '/opportunities', agent)).toBe(200)
      const before = performance.now()
      child.kill('SIGTERM')
      const { code, signal } = await ended
      agent.destroy()
      expect([code, signal]).toEqual([0, null])
      expect(performance.now() - before).toBeLessThan(10_000)
      // What was in the write-ahead log is in the file.
      expect(readdirSync(folder).filter((name) => name.startsWith('waymark.sqlite'))).toEqual([
        'waymark.sqlite',
      ])
    })

    it('ends as cleanly when it is asked twice', async () => {
      aDatabase()
      const port = await freePort()
      const { child, ready, ended } = start({ PORT: String(port) })
      await ready
      const { socket, answered } = askSlowly(port)
      await new Promise((done) => setTimeout(done, 100))
      child.kill('SIGTERM')
      await new Promise((done) => setTimeout(done, 100))
      child.kill('SIGTERM')
      await new Promise((done) => setTimeout(done, 100))
      socket.write('\r\n')
      expect(await answered).toMatch(/^HTTP\/1\.1 200 /)
      expect([(await ended).code, (await ended).signal]).toEqual([0, null])
    })

    it('has a line for every request when it ends, though it ends with the last answer', async () => {
      aDatabase()
      const port = await freePort()
      const { child, ready, ended } = start({ PORT: String(port) })
      await ready
      const agent = new Agent({ keepAlive: true, maxSockets: 8 })
      const asking = Array.from({ length: 100 }, () => ask(port, '/opportunities', agent))
      expect(new Set(await Promise.all(asking))).toEqual(new Set([200]))
      child.kill('SIGTERM')
      const { output } = await ended
      agent.destroy()
      const lines = output.split('\n').filter((line) => line.startsWith('{'))
      const ids = lines.map((line) => (JSON.parse(line) as { requestId: string }).requestId)
      expect([lines.length, new Set(ids).size]).toEqual([100, 100])
    })

    it('logs its requests as lines of JSON', async () => {
      aDatabase()
      const port = await freePort()
      const { child, ready, ended } = start({ PORT: String(port) })
      await ready
      await ask(port, '/opportunities?words=secret', new Agent())
      child.kill('SIGTERM')
      const { output } = await ended
      const lines = output.split('\n').filter((line) => line.startsWith('{'))
      expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
        { level: 'info', event: 'request', route: '/opportunities', status: 200 },
      ])
      expect(output).not.toContain('secret')
    })
  },
)
