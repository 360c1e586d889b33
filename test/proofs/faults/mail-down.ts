import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { randomId } from '../../../src/auth/secrets'
import { paths } from '../../../src/paths'
import type { Mail } from '../../../src/notify/notifier'
import { openCounty } from '../county'
import type { ProofContext, ProofResult } from '../proof'
import { createVisitor } from '../visitor'

const MESSAGES = 6
const ASK_MS_MAX = 1_000
const REPAIRED_MS_MAX = 180_000

/**
 * The relay does not answer, or the mail folder cannot be made; the queue goes out once it can, each message once. No
 * order is promised: one that was tried less often waits less long, and a fresh code must not stand behind old news.
 */
export async function mailDown({ folder, startProduct }: ProofContext): Promise<ProofResult> {
  const databasePath = `${folder}/mail-down.sqlite`
  const county = await openCounty(databasePath)
  const failures: string[] = []
  const env = { MAIL_TRANSPORT: 'smtp', SMTP_URL: 'smtp://127.0.0.1:9' }
  const addresses: string[] = []
  const withoutRelay = await startProduct({ databasePath, env })
  for (let count = 0; count < MESSAGES; count += 1) {
    const { email } = await county.account('broker')
    addresses.push(email)
    const { status, milliseconds } = await createVisitor(withoutRelay).post(paths.signIn, { email })
    if (status !== 303 || milliseconds > ASK_MS_MAX)
      failures.push(`without a relay, asking got ${status} in ${Math.round(milliseconds)} ms`)
  }
  await withoutRelay.stop()

  // A file where the folder should be: not even root can write into it.
  const mailFolder = `${folder}/mail-down`
  writeFileSync(mailFolder, '')
  const product = await startProduct({ databasePath, mailFolder })
  const manager = await county.signedIn(await county.account('manager'), product)
  for (let count = 0; count < MESSAGES; count += 1) {
    const email = `${randomId()}@kent.example`
    addresses.push(email)
    const invitation = { role: 'broker', name: 'Alex Field', email }
    const { status, milliseconds } = await manager.post('/manage/accounts/invite', invitation)
    if (status !== 303 || milliseconds > ASK_MS_MAX)
      failures.push(`without a folder, inviting got ${status} in ${Math.round(milliseconds)} ms`)
  }
  rmSync(mailFolder)
  const sent = await waitForAll(mailFolder, addresses)
  const came = sent.map((to) => addresses.indexOf(to))
  if ([...came].sort((one, other) => one - other).join() !== [...addresses.keys()].join())
    failures.push(`after the repair came ${came.join(' ')} of ${addresses.length}`)
  county.close()
  await product.stop()
  return {
    counts: { 'messages without a way out': 2 * MESSAGES, 'sent after the repair': sent.length },
    failures,
  }
}

/** In the order in which they were sent. The timer drains once a minute. */
async function waitForAll(folder: string, addresses: readonly string[]): Promise<string[]> {
  const until = Date.now() + REPAIRED_MS_MAX
  for (;;) {
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
    const sent = names
      .sort()
      .map((name) => (JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Mail).to)
      .filter((to) => addresses.includes(to))
    if (sent.length >= addresses.length || Date.now() > until) return sent
    await wait(250)
  }
}
