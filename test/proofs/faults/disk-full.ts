import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { paths } from '../../../src/paths'
import { openCounty } from '../county'
import { DEEDS } from '../deeds'
import type { ProofContext, ProofResult } from '../proof'
import { createVisitor } from '../visitor'
import { isUnavailable, readyForms } from './patiently'

const BACK_MS_MAX = 5_000

/** A disk of 8 MB in memory, filled up beside the database. */
export async function diskFull({ folder, startProduct, log }: ProofContext): Promise<ProofResult> {
  const disk = `${folder}/disk`
  mkdirSync(disk)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]).status === 0
  if (!mounted) {
    log('disk full was NOT tried: this machine lets nobody mount a small disk')
    return { counts: { 'disks filled (0: none may be mounted here)': 0 }, failures: [] }
  }
  const unmount = () => void spawnSync('umount', ['-l', disk])
  process.once('exit', unmount)
  try {
    return await fillAndFree(disk, { folder, startProduct })
  } finally {
    unmount()
    process.off('exit', unmount)
  }
}

async function fillAndFree(
  disk: string,
  { folder, startProduct }: Pick<ProofContext, 'folder' | 'startProduct'>,
): Promise<ProofResult> {
  const databasePath = `${disk}/waymark.sqlite`
  const county = await openCounty(databasePath)
  const product = await startProduct({ databasePath, mailFolder: `${folder}/disk-mail` })
  const failures: string[] = []
  const young = (await county.youngPerson()).account
  const forms = await readyForms(county, product, DEEDS.length)
  const readers = [createVisitor(product), await county.signedIn(young, product)]
  const checkReads = async (when: string) => {
    for (const reader of readers) {
      const { status } = await reader.get(paths.browse)
      if (status !== 200) failures.push(`${when}, a read got ${status}`)
    }
  }

  county.sqlite
    .prepare('UPDATE session SET last_seen_at = ?')
    .run(new Date(Date.now() - 120_000).toISOString())
  county.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  fill(`${disk}/filler`)
  const full: number[] = []
  for (const { deed, key, send } of forms) {
    const reply = await send()
    full.push(reply.status)
    if (reply.status === 303) {
      // Room that was left: then it must really be there.
      if (deed.effects() !== 1) failures.push(`${deed.route} was acknowledged and did not happen`)
    } else if (!isUnavailable(reply)) failures.push(`full, ${deed.route} got ${reply.status}`)
    else if (
      deed.effects() !== 0 ||
      county.count('SELECT count(*) FROM idempotency WHERE key = ?', key) !== 0
    )
      failures.push(`full, ${deed.route} got 503 and happened`)
  }
  await checkReads('full')
  if (!full.includes(503)) failures.push('the disk was not full')

  await product.kill()
  const started = await product.restart().then(
    () => true,
    () => false,
  )
  if (started) await checkReads('full, after a kill')
  const said = product.logLines.filter((line) => !line.startsWith('{')).at(-1) ?? ''
  if (!started && !/database/i.test(said)) failures.push(`it did not say why it does not start: ${said}`)

  rmSync(`${disk}/filler`)
  const freedAt = performance.now()
  if (!started) await product.restart()
  const again = await writeSoon(async () => (await readyForms(county, product, 1))[0]?.send())
  if (!again || performance.now() - freedAt > BACK_MS_MAX)
    failures.push('no write within 5 s of the room being back')
  if (county.sqlite.pragma('integrity_check', { simple: true }) !== 'ok')
    failures.push('integrity_check failed')
  await checkReads('freed')
  county.close()
  await product.stop()
  const refused = full.filter((status) => status === 503).length
  return {
    counts: { 'disks filled': 1, 'writes on a full disk': DEEDS.length, 'of them refused': refused },
    failures,
  }
}

/** Until nothing more fits, in ever smaller pieces. */
function fill(path: string): void {
  for (const size of [65_536, 4_096, 512]) {
    try {
      for (;;) appendFileSync(path, Buffer.alloc(size))
    } catch {
      // Full for pieces of this size.
    }
  }
}

async function writeSoon(write: () => Promise<{ status: number } | undefined>): Promise<boolean> {
  for (let tries = 0; tries < 40; tries += 1) {
    if ((await write())?.status === 303) return true
    await wait(100)
  }
  return false
}
