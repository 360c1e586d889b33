import type { RunningProduct } from '../support/built-product'
import { PRODUCT_KEY } from '../support/built-product'
import { type Actor, type Known } from './actors'
import { readMail } from './mailbox'
import { createFinder } from './sightings'
import { SESSION } from './visitor'

/** A word that is sent in every place where a line could be forged. */
export const FORGERY = 'forgedline'

const FIELDS = new Set([
  'at',
  'level',
  'event',
  'requestId',
  'method',
  'route',
  'status',
  'milliseconds',
  'role',
  'topic',
  'error',
  'count',
])

/** What the product has written: lines of its own making only, and nothing of anybody in them. */
export function logFaults(
  { logLines, mailFolder }: RunningProduct,
  map: Known,
  actors: readonly Actor[],
): string[] {
  const find = createFinder(map)
  const secrets = [
    PRODUCT_KEY,
    FORGERY,
    ...actors.flatMap(({ visitor }) => visitor.cookies.get(SESSION) ?? []),
    ...map.invitations.map(({ token }) => token),
    ...readMail(mailFolder).flatMap(({ body }) => /\b\d{6}\b|join\/\S+/.exec(body)?.[0] ?? []),
  ]
  return logLines
    .filter((line) => !line.startsWith('Listening on '))
    .flatMap((line) => {
      const { requestId: _id, ...rest } = parsed(line)
      const text = JSON.stringify(rest)
      const strange = Object.keys(rest).filter((field) => !FIELDS.has(field))
      return [
        ...strange.map((field) => `log: ${line} has a ${field}`),
        ...find(text).map(({ column, of }) => `log: ${line} tells ${column} of ${of}`),
        ...secrets.filter((secret) => text.includes(secret)).map(() => `log: ${line} tells a secret`),
      ]
    })
}

function parsed(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return { 'line that is no line of the log': line }
  }
}
