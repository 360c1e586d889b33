import { setTimeout as wait } from 'node:timers/promises'
import { paths } from '../../../src/paths'
import { openCounty } from '../county'
import type { ProofContext, ProofResult } from '../proof'
import { readyForms } from './patiently'

const WRITERS = 16
const STOP_MS_MAX = 10_000

/** Until a busy machine has taken in everything that was sent: what it has not is not under way. */
const UNDER_WAY_MS = 1_500

/** Stopped while writes wait for a lock, so that all of them are under way when the signal comes. */
export async function stopping({ size, folder, startProduct, chance }: ProofContext): Promise<ProofResult> {
  const databasePath = `${folder}/stopping.sqlite`
  const county = await openCounty(databasePath)
  const product = await startProduct({ databasePath })
  const failures: string[] = []
  let slowest = 0
  for (let stop = 0; stop < size; stop += 1) {
    county.forgetBrowsers()
    const forms = await readyForms(county, product, WRITERS)
    county.sqlite.exec('BEGIN IMMEDIATE')
    const writing = forms.map(({ send }) => send().then(({ status }) => status, String))
    const reading = Array.from({ length: WRITERS }, () =>
      fetch(`${product.url}${paths.browse}`).then(
        async (answer) => (await answer.text(), answer.status),
        String,
      ),
    )
    await wait(UNDER_WAY_MS)
    const askedAt = performance.now()
    product.signal('SIGTERM')
    await wait(chance.between(0, 300))
    county.sqlite.exec('ROLLBACK')
    const answers = await Promise.all([...writing, ...reading])
    const code = await product.stop()
    slowest = Math.max(slowest, performance.now() - askedAt)
    const wrong = answers.filter((status, index) => status !== (index < WRITERS ? 303 : 200))
    failures.push(...wrong.map((status) => `stop ${stop}: a request under way got ${status}`))
    const undone = forms.filter(({ deed }) => deed.effects() !== 1).length
    if (undone > 0) failures.push(`stop ${stop}: ${undone} writes did not happen`)
    if (code !== 0) failures.push(`stop ${stop}: it ended with ${code}`)
    await product.restart()
  }
  if (slowest > STOP_MS_MAX) failures.push(`a stop took ${Math.round(slowest)} ms`)
  county.close()
  await product.stop()
  return {
    counts: {
      'stops under load': size,
      'requests under way': size * WRITERS * 2,
      'slowest stop in ms': Math.round(slowest),
    },
    failures,
  }
}
