import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDemoDatabase } from '../proofs/databases'
import { startSession } from '../proofs/sessions'
import { startProduct } from '../support/built-product'
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder'
import { alternate, ratios } from './alternate'
import { type Bench, figureOf } from './figures'
import { requestsPerSecond } from './load'
import { SEARCHES } from './searches'

/** The search page over HTTP, by itself and next to what it could at best be. */
export const page: Bench = async () => {
  const folder = makeTemporaryFolder('bench')
  const databasePath = join(folder, 'demo.sqlite')
  const people = await makeDemoDatabase(databasePath)
  const product = await startProduct({ databasePath, mailFolder: join(folder, 'mail') })
  const anchors = await startAnchors(folder, await bodiesOf(product.url))
  try {
    const young = people.find(({ role }) => role === 'care-leaver')
    const cookie = `__Host-sid=${await startSession(databasePath, young?.email ?? '')}`
    const { port } = product
    const measured = await alternate({
      page: () => requestsPerSecond({ port, paths: SEARCHES }),
      plain: () => requestsPerSecond({ port: anchors.port, paths: ['/plain'] }),
      static: () => requestsPerSecond({ port: anchors.port, paths: SEARCHES }),
      personal: () => requestsPerSecond({ port, paths: SEARCHES, cookie }),
    })
    return [
      figureOf('page.signed-out', 'requests/s', measured.page),
      figureOf('page.young-person', 'requests/s', measured.personal),
      figureOf('page.plain-text', 'requests/s', measured.plain),
      figureOf('page.static', 'requests/s', measured.static),
      figureOf('page.signed-out-to-plain-text', '%', ratios(measured.page, measured.plain, 100), {
        atLeast: 10,
      }),
      figureOf('page.signed-out-to-static', '%', ratios(measured.page, measured.static, 100), {
        atLeast: 25,
      }),
    ]
  } finally {
    anchors.stop()
    await product.stop()
    removeFolder(folder)
  }
}

/** Each page as the product serves it to a visitor. */
async function bodiesOf(url: string): Promise<Record<string, string>> {
  const bodies: Record<string, string> = {}
  for (const path of new Set(SEARCHES)) bodies[path] = await (await fetch(`${url}${path}`)).text()
  return bodies
}

async function startAnchors(folder: string, bodies: Record<string, string>) {
  const file = join(folder, 'pages.json')
  writeFileSync(file, JSON.stringify(bodies))
  const server = spawn(process.execPath, ['--import', 'tsx', 'test/bench/anchor-server.ts', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => server.kill('SIGKILL'))
  const [line] = (await once(server.stdout, 'data')) as [Buffer]
  return { port: Number(/\d+/.exec(line.toString())?.[0]), stop: () => server.kill('SIGTERM') }
}
