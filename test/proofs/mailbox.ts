import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Mail } from '../../src/notify/notifier'

const WAIT_MS = 10_000

/** Every message the product has sent, the oldest first. */
export function readMail(folder: string): Mail[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Mail)
}

/** Does what makes the product send something to an address, and waits until it is there. */
export async function receiving(
  folder: string,
  address: string,
  action: () => Promise<unknown>,
): Promise<Mail> {
  const to = () => readMail(folder).filter((mail) => mail.to === address)
  const before = to().length
  await action()
  const until = Date.now() + WAIT_MS
  while (Date.now() < until) {
    const all = to()
    if (all.length > before) return all.at(-1) as Mail
    await wait(10)
  }
  throw new Error('No mail came in ten seconds')
}
