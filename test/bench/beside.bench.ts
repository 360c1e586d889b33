import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { alternate, ratios } from './alternate'
import { type Bench, figureOf } from './figures'

const REQUESTS = 300
/** As a busy service is asked, and not as fast as it can answer: what is measured is how long one waits. */
const EVERY_MS = 5
const ROUNDS = 8

/** Figure 13: how long a word over HTTP takes while all of England is placed on a thread of the same process. */
export const beside: Bench = async () => {
  const server = spawn(process.execPath, ['--import', 'tsx', 'test/bench/beside-server.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => server.kill('SIGKILL'))
  const [line] = (await once(server.stdout, 'data')) as [Buffer]
  const url = `http://localhost:${/\d+/.exec(line.toString())?.[0]}`
  const ask = async (path: string) => (await fetch(`${url}${path}`)).text()
  const p99 = async () => {
    const times: number[] = []
    for (let request = 0; request < REQUESTS; request += 1) {
      const begin = performance.now()
      await ask('/plain')
      times.push(performance.now() - begin)
      await wait(EVERY_MS)
    }
    return times.sort((one, other) => one - other)[Math.floor(0.99 * REQUESTS)] as number
  }
  try {
    const measured = await alternate(
      {
        idle: p99,
        placing: async () => {
          await ask('/start')
          const time = await p99()
          await ask('/stop')
          return time
        },
      },
      ROUNDS,
    )
    return [
      figureOf('beside.idle-p99', 'ms', measured.idle),
      figureOf('beside.placing-p99', 'ms', measured.placing),
      figureOf('beside.placing-to-idle', 'x', ratios(measured.placing, measured.idle), { atMost: 3 }),
    ]
  } finally {
    server.kill('SIGTERM')
  }
}
