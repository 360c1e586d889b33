import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Mail } from '../../src/notify/notifier'

/** What the service has sent to an address, the oldest first: as in somebody's own mailbox. */
function mailTo(address: string): Mail[] {
  const folder = process.env.WAYMARK_MAIL ?? ''
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  return names
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Mail)
    .filter(({ to }) => to === address)
}

/** Does what makes the service send something, and waits for it to arrive. */
export async function receiving(address: string, action: () => Promise<unknown>): Promise<Mail> {
  const before = mailTo(address).length
  await action()
  await expect.poll(() => mailTo(address).length, { message: `mail for ${address}` }).toBeGreaterThan(before)
  return mailTo(address).at(-1) as Mail
}

export const codeIn = (mail: Mail): string => /\b\d{6}\b/.exec(mail.body)?.[0] ?? ''

/** The path of the link in an invitation. */
export const joinPathIn = (mail: Mail): string => /\/join\/[\w-]+/.exec(mail.body)?.[0] ?? ''
