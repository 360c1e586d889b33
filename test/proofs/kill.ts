import { spawnSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { openNodeDatabase, openReader } from '../../db/node'
import { listSealed } from '../../db/queries/audit'
import { createSecrets, randomId } from '../../src/auth/secrets'
import { findBrokenSeal, FIRST_SEAL } from '../../src/domain/audit-chain'
import { sealAudit } from '../../src/commands/seal-audit'
import { PRODUCT_KEY } from '../support/built-product'
import { type County, openCounty } from './county'
import { dealDeeds, type MadeDeed } from './deeds'
import type { Proof } from './proof'
import type { Visitor } from './visitor'

const WRITERS = 16
const DEEDS_EACH = 8
const AUDIT_EVERY = 20
const READY_MS_MAX = 2_000

/** On a machine that is busy with other things, starting anything takes longer: so many times a bare process. */
const READY_TO_BARE_MAX = 25

type Written = {
  deed: MadeDeed
  key: string
  visitor: Visitor
  /** What was answered before the kill; undefined when there was no answer. */
  answer?: { status: number; location: string }
}

/** A power cut at any moment takes nothing that was acknowledged, and leaves nothing half done. */
export const kill: Proof = {
  name: 'kill',
  claim: 'kill -9 under 16 writers loses nothing acknowledged, leaves nothing half done, and it is soon back',
  unit: 'kills',
  defaultSize: 100,
  ciSize: 6,
  async run({ size, folder, startProduct, chance, log }) {
    const county = await openCounty(`${folder}/waymark.sqlite`)
    const product = await startProduct()
    const deal = dealDeeds(county, chance)
    const failures: string[] = []
    const readyAfter: number[] = []
    const bareAfter: number[] = []
    const routes = new Set<string>()
    let [sent, acknowledged] = [0, 0]
    for (let cycle = 0; cycle < size; cycle += 1) {
      county.forgetBrowsers()
      const written: Written[] = []
      for (let index = 0; index < WRITERS * DEEDS_EACH; index += 1) {
        const deed = await deal()
        written.push({ deed, key: randomId(), visitor: await county.signedIn(deed.by, product) })
      }
      const writing = Array.from({ length: WRITERS }, (_, writer) =>
        writeInTurn(written.filter((_, index) => index % WRITERS === writer)),
      )
      await wait(chance.between(20, 500))
      await product.kill()
      const tried = (await Promise.all(writing)).flat()
      await product.restart()
      readyAfter.push(product.readyAfterMs)
      bareAfter.push(bareStartMs())
      sent += tried.length
      acknowledged += tried.filter(({ answer }) => answer?.status === 303).length
      for (const { deed } of tried) routes.add(deed.route)
      failures.push(
        ...tried.flatMap((one) => ledgerFaults(county, one)),
        ...(await faultsOf(county, product.databasePath)),
      )
      if (cycle % AUDIT_EVERY === AUDIT_EVERY - 1 || cycle === size - 1)
        failures.push(...(await auditFaults(county)))
      if (cycle % 10 === 9) log(`${cycle + 1} kills`)
    }
    county.close()
    const [p95, bare] = [p95Of(readyAfter), p95Of(bareAfter)]
    const allowed = Math.max(READY_MS_MAX, READY_TO_BARE_MAX * bare)
    if (p95 > allowed) failures.push(`ready again after ${p95} ms (p95), and ${allowed} are allowed`)
    return {
      counts: {
        kills: size,
        'forms sent': sent,
        acknowledged,
        'routes written to': routes.size,
        'ready after ms, p95': p95,
        'a bare process after ms, p95': bare,
      },
      failures,
    }
  },
}

const p95Of = (milliseconds: number[]) =>
  Math.round(milliseconds.sort((one, other) => one - other)[Math.ceil(milliseconds.length * 0.95) - 1] ?? 0)

function bareStartMs(): number {
  const startedAt = performance.now()
  spawnSync(process.execPath, ['-e', ''])
  return performance.now() - startedAt
}

/** Form after form, until there is no answer any more. @returns those that were sent */
async function writeInTurn(mine: readonly Written[]): Promise<Written[]> {
  const tried: Written[] = []
  for (const one of mine) {
    tried.push(one)
    try {
      const { status, headers } = await one.visitor.post(one.deed.path, one.deed.fields, one.key)
      one.answer = { status, location: headers.location ?? '' }
    } catch {
      return tried
    }
  }
  return tried
}

/** Acknowledged means done; anything else is done whole, with the answer that a second sending will get, or not at all. */
function ledgerFaults(county: County, { deed, key, answer }: Written): string[] {
  const kept = county.sqlite.prepare('SELECT location FROM idempotency WHERE key = ?').pluck().get(key)
  const effects = deed.effects()
  const what = `${deed.route}: answered ${answer?.status ?? 'nothing'}, kept ${kept ?? 'no'} answer, ${effects} effects`
  if (answer && answer.status !== 303) return [what]
  if (answer && (kept !== answer.location || effects !== 1)) return [what]
  return effects === (kept === undefined ? 0 : 1) ? [] : [what]
}

async function faultsOf(county: County, path: string): Promise<string[]> {
  const sqlite = new Sqlite(path, { readonly: true })
  const whole = sqlite.pragma('integrity_check', { simple: true })
  const foreign = (sqlite.pragma('foreign_key_check') as unknown[]).length
  sqlite.close()
  const wrongPlaces = county.count(`SELECT count(*) FROM opportunity o WHERE places_taken > places
    OR places_taken <> (SELECT count(*) FROM match m WHERE m.opportunity_id = o.id AND m.state IN
      ('proposed', 'accepted', 'introduced', 'interview', 'offered', 'started', 'completed'))`)
  return [
    ...(whole === 'ok' ? [] : [`integrity_check says ${String(whole)}`]),
    ...(foreign === 0 ? [] : [`${foreign} foreign keys point at nothing`]),
    ...(wrongPlaces === 0 ? [] : [`${wrongPlaces} offers count their places wrongly`]),
  ]
}

/** Seals what has been written so far, as the timer would, and walks the whole chain. */
async function auditFaults(county: County): Promise<string[]> {
  await sealAudit(county.system())
  const reader = openReader(county.sqlite.name)
  const rows = await listSealed(openNodeDatabase(reader), 0, 1_000_000)
  reader.close()
  const broken = await findBrokenSeal(createSecrets([PRODUCT_KEY]), rows, FIRST_SEAL)
  return broken === undefined ? [] : [`the audit chain is broken at row ${broken}`]
}
