import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paths } from '../../src/paths'
import { startService } from '../browser/service'
import { alternate, ratios } from './alternate'
import { type Bench, figureOf } from './figures'
import { requestsPerSecond } from './load'
import { SEARCHES } from './searches'

/** The search page over HTTP, by itself and next to what it could at best be. */
export const page: Bench = async () => {
  const service = await startService()
  const url = service.env.WAYMARK_URL as string
  const port = Number(new URL(url).port)
  const anchors = await startAnchors(await bodiesOf(url)).catch(async (error) => {
    await service.stop()
    throw error
  })
  try {
    const cookie = await signInAsYoungPerson(url, service.env.WAYMARK_PEOPLE as string)
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
    await service.stop()
  }
}

/** Each page as the product serves it to a visitor. */
async function bodiesOf(url: string): Promise<Record<string, string>> {
  const bodies: Record<string, string> = {}
  for (const path of new Set(SEARCHES)) bodies[path] = await (await fetch(`${url}${path}`)).text()
  return bodies
}

async function startAnchors(bodies: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  const file = join(folder, 'pages.json')
  writeFileSync(file, JSON.stringify(bodies))
  const server = spawn(process.execPath, ['--import', 'tsx', 'test/bench/anchor-server.ts', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(server.stdout, 'data')) as [Buffer]
  rmSync(folder, { recursive: true })
  return { port: Number(/\d+/.exec(line.toString())?.[0]), stop: () => server.kill('SIGTERM') }
}

/** The demonstration's own button gives a session; the bench sends its cookie by hand. */
async function signInAsYoungPerson(url: string, people: string): Promise<string> {
  const { email } = (JSON.parse(people) as { role: string; email: string }[]).find(
    ({ role }) => role === 'care-leaver',
  ) as { email: string }
  const answer = await fetch(`${url}${paths.demoSignIn}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ email, key: '0'.repeat(32) }),
  })
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-sid='))
  if (!cookie) throw new Error(`Signing in was answered with ${answer.status}`)
  return cookie.split(';')[0] as string
}
