import { setTimeout as wait } from 'node:timers/promises'
import { paths } from '../../../src/paths'
import { type County, openCounty } from '../county'
import type { ProofContext, ProofResult } from '../proof'
import { createVisitor, type Place, type Visitor } from '../visitor'
import { isUnavailable, readyForms } from './patiently'

const WRITERS = 16
const READ_MS_MAX = 200
/**
 * On a machine that is busy with other things every read takes longer: so many times a read without a lock, and never
 * as long as the shorter lock itself, which is what a read that waits for it takes.
 */
const READ_TO_FREE_MAX = 5
const READ_MS_NEVER = 1_500
const FREE_MS = 1_000
const BACK_MS_MAX = 5_000

/** This process is the other one that holds the lock. */
export async function locked({ folder, startProduct }: ProofContext): Promise<ProofResult> {
  const databasePath = `${folder}/locked.sqlite`
  const county = await openCounty(databasePath)
  const product = await startProduct({ databasePath })
  const short = await holdLock(county, product, 2_000)
  const long = await holdLock(county, product, 8_000)
  const back = await timeUntilWritten(county, product)
  county.close()
  await product.stop()
  return {
    counts: {
      'reads under lock': short.reads + long.reads,
      'p99 of a read in ms, locked 2 s': short.readP99,
      'p99 of a read in ms, locked 8 s': long.readP99,
      'p99 of a read in ms, before the locks': Math.max(short.freeP99, long.freeP99),
      'writes under lock of 2 s': short.replies.length,
      'writes under lock of 8 s': long.replies.length,
    },
    failures: [
      ...short.replies
        .filter(({ status }) => status !== 303)
        .map(({ status }) => `locked 2 s, a write got ${status}`),
      ...long.replies
        .filter((reply) => !isUnavailable(reply))
        .map(({ status }) => `locked 8 s, a write got ${status}`),
      ...[short, long]
        .filter(({ readP99, freeP99 }) => readP99 > mostAllowed(freeP99))
        .map(({ readP99, freeP99 }) => `a read took ${readP99} ms (p99), without a lock ${freeP99} ms`),
      ...[...short.badReads, ...long.badReads].map((status) => `a read got ${status}`),
      ...(long.effects === 0 ? [] : [`${long.effects} writes happened that were answered with 503`]),
      ...(back <= BACK_MS_MAX ? [] : [`writing again ${back} ms after the lock`]),
    ],
  }
}

const mostAllowed = (freeP99: number) =>
  Math.min(READ_MS_NEVER, Math.max(READ_MS_MAX, READ_TO_FREE_MAX * freeP99))

const p99Of = (times: readonly { milliseconds: number }[]): number => {
  const sorted = times.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other)
  return Math.round(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0)
}

async function holdLock(county: County, place: Place, milliseconds: number) {
  county.forgetBrowsers()
  const forms = await readyForms(county, place, WRITERS)
  const readers = [createVisitor(place), await county.signedIn((await county.youngPerson()).account, place)]
  const freeUntil = performance.now() + FREE_MS
  const free = (await Promise.all(readers.map((reader) => readUntil(reader, freeUntil)))).flat()
  // Somebody who was here before: their "last seen" wants to be written.
  county.sqlite
    .prepare('UPDATE session SET last_seen_at = ?')
    .run(new Date(Date.now() - 120_000).toISOString())
  county.sqlite.exec('BEGIN IMMEDIATE')
  const until = performance.now() + milliseconds
  const reading = Promise.all(readers.map((reader) => readUntil(reader, until)))
  const writing = Promise.all(forms.map(({ send }) => send()))
  await wait(milliseconds)
  county.sqlite.exec('ROLLBACK')
  const [times, replies] = [(await reading).flat(), await writing]
  return {
    replies,
    reads: times.length,
    badReads: times.map(({ status }) => status).filter((status) => status !== 200),
    readP99: p99Of(times),
    freeP99: p99Of(free),
    effects: forms.filter(({ deed }, index) => replies[index]?.status === 503 && deed.effects() > 0).length,
  }
}

async function readUntil(reader: Visitor, until: number) {
  const times: { status: number; milliseconds: number }[] = []
  while (performance.now() < until) {
    times.push(await reader.get(paths.browse))
    await wait(20)
  }
  return times
}

async function timeUntilWritten(county: County, place: Place): Promise<number> {
  const startedAt = performance.now()
  for (const form of await readyForms(county, place, 20)) if ((await form.send()).status === 303) break
  return Math.round(performance.now() - startedAt)
}
