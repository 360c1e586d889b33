import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { paths } from '../../src/paths'

/** The key of every product that tests start: what a test seals or hashes itself, the product reads. */
export const PRODUCT_KEY = 'tests-only-key-0123456789abcdef0123'

const START_MS = 30_000
const STOP_MS = 12_000

export type ProductOptions = {
  databasePath: string
  mailFolder: string
  /** Instead of what the product is given by itself, or beside it. */
  env?: Readonly<Record<string, string>>
}

/** `dist/server.js`, running as a process of its own. */
export type RunningProduct = {
  readonly url: string
  /** On 127.0.0.1. */
  readonly port: number
  readonly databasePath: string
  readonly mailFolder: string
  /** Everything it has written to standard output and standard error, over every restart. */
  readonly logLines: readonly string[]
  /** From its start until it said that it is ready. */
  readonly readyAfterMs: number
  readonly exitCode: number | null
  readonly isRunning: boolean
  signal(name: NodeJS.Signals): void
  /** Ends it as an operator would, and by force when that takes too long. */
  stop(): Promise<number | null>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Starts it again on the same address, data and settings; one that still runs is stopped first. */
  restart(): Promise<void>
}

const RUNNING = new Set<ChildProcess>()

// However this process ends, no product of its own is left running.
process.on('exit', () => {
  for (const child of RUNNING) child.kill('SIGKILL')
})

/** Starts the built product and waits until it is ready. Two of them may share one database. */
export async function startProduct(options: ProductOptions): Promise<RunningProduct> {
  buildWhenMissing()
  const port = await findFreePort()
  const url = `http://localhost:${port}`
  const logLines: string[] = []
  const env = environment(options, { port, url })
  let current = await launch(env, url, logLines)
  const stop = () => end(current.child, 'SIGTERM')
  return {
    ...options,
    url,
    port,
    logLines,
    get readyAfterMs() {
      return current.readyAfterMs
    },
    get exitCode() {
      return current.child.exitCode
    },
    get isRunning() {
      return RUNNING.has(current.child)
    },
    signal: (name) => void current.child.kill(name),
    stop,
    kill: async () => void (await end(current.child, 'SIGKILL')),
    restart: async () => {
      await stop()
      current = await launch(env, url, logLines)
    },
  }
}

/** As in production, but for mail that is written to files. */
function environment(
  { databasePath, mailFolder, env }: ProductOptions,
  { port, url }: { port: number; url: string },
): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    APP_ENV: 'production',
    PORT: String(port),
    BASE_URL: url,
    DATABASE_PATH: databasePath,
    SECRET_KEYS: PRODUCT_KEY,
    MAIL_TRANSPORT: 'dir',
    MAIL_DIR: mailFolder,
    STAFF_MAIL_DOMAINS: 'kent.gov.uk,kent.example',
    ...env,
  }
}

function buildWhenMissing(): void {
  if (existsSync('dist/server.js') && existsSync('dist/assets.json')) return
  const { status } = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'src/cli/build.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
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

async function launch(env: NodeJS.ProcessEnv, url: string, logLines: string[]) {
  const startedAt = Date.now()
  const child = spawn(process.execPath, ['dist/server.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  RUNNING.add(child)
  child.once('exit', () => RUNNING.delete(child))
  try {
    await listening(child, logLines)
    const ready = await fetch(`${url}${paths.ready}`)
    if (ready.status !== 200) throw new Error(`The server answers ${ready.status} when asked if it is ready`)
    return { child, readyAfterMs: Date.now() - startedAt }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

/** The server says so itself when it listens. */
function listening(child: ChildProcess, logLines: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The server did not start in time')), START_MS)
    const keep = (line: string) => {
      logLines.push(line)
      if (!line.startsWith('Listening on ')) return
      clearTimeout(late)
      resolve()
    }
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream as NodeJS.ReadableStream }).on('line', keep)
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`The server ended with ${code}: ${logLines.at(-1) ?? 'it said nothing'}`))
    })
  })
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = once(child, 'exit')
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  child.kill(signal)
  await ended
  clearTimeout(force)
  return child.exitCode
}
