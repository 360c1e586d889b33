import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { seedDemoFile } from '../../src/cli/seed-file'
import { paths } from '../../src/paths'

/** The built product, running by itself with data of its own. */
export type Service = { env: Record<string, string>; stop: () => Promise<void> }

const KEY = 'browser-tests-only-key-0123456789abcdef'
const START_MS = 30_000
const STOP_MS = 12_000

/**
 * Starts `dist/server.js` with fresh demonstration data in a temporary folder.
 * @returns what tests need to find it, and how to end it; `stop` also deletes the folder
 */
export async function startService(): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-browser-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    buildWhenMissing()
    const databasePath = join(folder, 'demo.sqlite')
    const mailFolder = join(folder, 'mail')
    const people = await seedDemoFile(databasePath, [KEY])
    const port = await findFreePort()
    const server = await startServer({ databasePath, mailFolder, port })
    const env = {
      WAYMARK_URL: `http://localhost:${port}`,
      WAYMARK_MAIL: mailFolder,
      WAYMARK_PEOPLE: JSON.stringify(people),
    }
    return { env, stop: () => stopServer(server).finally(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

function buildWhenMissing(): void {
  if (existsSync('dist/server.js') && existsSync('dist/assets.json')) return
  const { status } = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'src/cli/build.ts'], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The product could not be built')
}

/** A port that nobody listens on. */
async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port')
  return address.port
}

type Start = { databasePath: string; mailFolder: string; port: number }

async function startServer({ databasePath, mailFolder, port }: Start): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['dist/server.js'], {
    env: {
      PATH: process.env.PATH,
      APP_ENV: 'development',
      PORT: String(port),
      DATABASE_PATH: databasePath,
      SECRET_KEYS: KEY,
      MAIL_TRANSPORT: 'dir',
      MAIL_DIR: mailFolder,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await listening(server)
    const ready = await fetch(`http://localhost:${port}${paths.ready}`)
    if (ready.status !== 200) throw new Error(`The server answers ${ready.status} when asked if it is ready`)
    return server
  } catch (error) {
    server.kill('SIGKILL')
    throw error
  }
}

/** The server says so itself when it listens; what it logs after that is nobody's business here. */
function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The server did not start in time')), START_MS)
    const lines = createInterface({ input: server.stdout as NodeJS.ReadableStream })
    lines.on('line', (line) => {
      if (!line.startsWith('Listening on ')) return
      clearTimeout(late)
      resolve()
    })
    server.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`The server ended with ${code}`))
    })
  })
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  const force = setTimeout(() => server.kill('SIGKILL'), STOP_MS)
  server.kill('SIGTERM')
  await ended
  clearTimeout(force)
}
