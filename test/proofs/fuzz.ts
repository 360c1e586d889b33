import Sqlite from 'better-sqlite3'
import type { Chance } from '../../db/seed/demo/chance'
import { listRoutes, type RouteEntry } from '../../src/cli/app-without-data'
import { paths } from '../../src/paths'
import type { Actor } from './actors'
import { type Answer, ask, type Asked } from './ask'
import { formFor } from './forms'
import { logFaults } from './logs'
import { Hostile, nameOf, RUNS } from './hostile'
import { openScene, type RunningScene } from './open-scene'
import type { Proof } from './proof'
import { drawMessage, sendRaw } from './raw-messages'
import { standingOf } from './scope'
import { type Filling, fillingsOf } from './things'
import { formHeaders } from './visitor'

const AT_ONCE = 16

/** After so many everything is looked at, put back, and everybody signed in again. */
const ROUND = 500

/** Pages that are looked at after each round for what was left in them. */
const LOOKS = 150

/** What tells of the machinery: stacks, paths, the database’s own words. */
const INTERNALS =
  /\n\s+at [\w.<>]+ \(|node_modules|dist\/server|file:\/\/|\/tmp\/waymark|SQLITE_|SqliteError|ConstraintError|ZodError|TypeError|ReferenceError|SyntaxError|better-sqlite3|constraint failed|no such (table|column)|fts5:/

export const fuzz: Proof = {
  name: 'fuzz',
  claim: 'whatever is sent, nothing breaks, hangs, tells of the machinery or runs in somebody’s page',
  unit: 'requests, and a tenth as many raw messages',
  defaultSize: 20_000,
  ciSize: 1_500,
  async run(context) {
    const { chance, size, log } = context
    const scene = await openScene(context, makeSomeStale)
    const trial = createTrial({ ...scene, chance })
    for (let done = 0; done < size; done += ROUND) {
      await trial.round(Math.min(ROUND, size - done))
      if ((done / ROUND) % 8 === 7) log(`${done + ROUND} of ${size}, ${trial.failures.length} failures`)
    }
    scene.rows.close()
    await trial.rawMessages(Math.ceil(size / 10))
    await trial.isAlive()
    return { counts: trial.counts, failures: trial.failures }
  },
}

/** Their last code is long ago: forms that want a fresh one ask them for it, and keep what was typed meanwhile. */
function makeSomeStale(path: string, actors: readonly Actor[]): void {
  const sqlite = new Sqlite(path)
  const stale = actors
    .filter(({ account }) => account?.relation === 'stranger')
    .map(({ account }) => account?.id)
  const at = new Date(Date.now() - 3_600_000).toISOString()
  for (const id of stale) sqlite.prepare('UPDATE session SET assured_at = ? WHERE account_id = ?').run(at, id)
  sqlite.close()
}

type Given = RunningScene & { chance: Chance }

function createTrial({ product, actors, map, chance, rows }: Given) {
  const hostile = new Hostile(chance)
  const routes = listRoutes()
  const fillings = new Map(
    routes.map(({ path }) => [path, fillingsOf(path, map, { chance, most: 10_000 }).slice(0, 400)]),
  )
  const there = new Map<string, readonly Filling[]>()
  const failures: string[] = []
  const counts: Record<string, number> = { requests: 0, pages: 0, 'raw messages': 0 }
  let key = 0

  const holdersOf = (route: RouteEntry) => actors.filter(({ role }) => route.audience.includes(role))

  /** What somebody is let in to: behind the guards is more to break. */
  function thereFor(actor: Actor, route: RouteEntry): readonly Filling[] {
    const name = `${actor.key} ${route.method} ${route.path}`
    const all = fillings.get(route.path) ?? []
    const found = there.get(name) ?? all.filter((one) => standingOf(route, actor, one, map) === 'there')
    there.set(name, found)
    return found
  }

  function draw(): { actor: Actor; asked: Asked } {
    const route = chance.pick(routes)
    const actor = chance.pick(chance.happens(0.8) ? holdersOf(route) : actors)
    const known = chance.happens(0.7) ? thereFor(actor, route) : []
    const filling = chance.pick(known.length > 0 ? known : (fillings.get(route.path) ?? []))
    const method = hostile.method(route.method)
    const path = hostile.path(filling.path)
    if (method === 'GET' || method === 'HEAD')
      return { actor, asked: { method, path, headers: hostile.headers({}) } }
    key += 1
    const fields = hostile.fields(typed(route, filling))
    return {
      actor,
      asked: {
        method,
        path,
        headers: hostile.headers(formHeaders(product.url)),
        body: hostile.body(key.toString(16).padStart(32, '0'), fields),
      },
    }
  }

  const typed = (route: RouteEntry, filling: Filling) =>
    route.method === 'POST' ? formFor(route, filling, map) : { words: 'x' }

  async function send({ actor, asked }: { actor: Actor; asked: Asked }): Promise<void> {
    const name = `${actor.key} ${nameOf(asked)}`
    try {
      inspect(name, await actor.visitor.send(asked))
    } catch (error) {
      failures.push(`${name}: ${(error as Error).message}`)
    }
  }

  function inspect(name: string, { status, text, headers }: Answer): void {
    counts.requests = (counts.requests ?? 0) + 1
    counts[`answered ${Math.floor(status / 100)}xx`] =
      (counts[`answered ${Math.floor(status / 100)}xx`] ?? 0) + 1
    if (status >= 500) failures.push(`${name}: ${status}`)
    if (INTERNALS.test(text)) failures.push(`${name}: shows ${INTERNALS.exec(text)?.[0]}`)
    if ((headers['content-type'] ?? '').startsWith('text/html') && RUNS.test(text))
      failures.push(`${name}: shows markup as it came: ${RUNS.exec(text)?.[0]}`)
    if ('x-injected' in headers) failures.push(`${name}: lets a header in`)
  }

  /** Everybody looks around for what the others have left. */
  async function lookAround(): Promise<void> {
    const pages = routes.filter(({ method }) => method === 'GET')
    const visits = Array.from({ length: LOOKS }, () => {
      const page = chance.pick(pages)
      const actor = chance.pick(holdersOf(page))
      const there = thereFor(actor, page)
      const { path } = chance.pick(there.length > 0 ? there : (fillings.get(page.path) ?? []))
      return { actor, asked: { path } }
    })
    counts.pages = (counts.pages ?? 0) + visits.length
    await inBatches(visits, send)
  }

  return {
    failures,
    counts,
    async round(count: number): Promise<void> {
      await inBatches(Array.from({ length: count }, draw), send)
      for (const actor of actors) actor.forget()
      await lookAround()
      await rows.restore()
      for (const actor of actors) actor.forget()
    },
    async rawMessages(count: number): Promise<void> {
      const messages = Array.from({ length: count }, () => drawMessage(chance))
      counts['raw messages'] = count
      await inBatches(messages, async (message) => {
        const answer = await sendRaw(product.port, message)
        const name = `raw ${JSON.stringify(message.toString('latin1').slice(0, 200))}`
        if (answer === undefined) failures.push(`${name}: no end in 5 s`)
        else if (/^HTTP\/1\.1 5\d\d/m.test(answer)) failures.push(`${name}: ${answer.slice(0, 60)}`)
        else if (INTERNALS.test(answer)) failures.push(`${name}: shows ${INTERNALS.exec(answer)?.[0]}`)
      })
    },
    async isAlive(): Promise<void> {
      const { status } = await ask(product.port, { path: paths.ready })
      if (status !== 200 || !product.isRunning) failures.push(`It is not alive at the end: ${status}`)
      const sqlite = new Sqlite(product.databasePath, { readonly: true })
      const integrity = sqlite.pragma('integrity_check', { simple: true })
      if (integrity !== 'ok') failures.push(`The database is not whole: ${String(integrity)}`)
      sqlite.close()
      const faults = product.logLines.filter((line) => line.includes('"level":"error"'))
      failures.push(...faults.map((line) => `log: ${line}`), ...logFaults(product, map, actors))
    },
  }
}

async function inBatches<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE)
    await Promise.all(items.slice(from, from + AT_ONCE).map(act))
}
