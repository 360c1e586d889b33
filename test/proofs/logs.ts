import { type RunningProduct, PRODUCT_KEY } from '../support/built-product'
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

/** What it says once it can be asked: the one line that is not of the log. */
const GREETING = 'Listening on '

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
  const faults = logLines
    .filter((line) => !line.startsWith(GREETING))
    .flatMap((line) => {
      const { requestId: _id, ...rest } = parsed(line)
      const text = JSON.stringify(rest)
      return [
        ...find(text).map(({ column, of }) => `log: ${line} tells ${column} of ${of}`),
        ...secrets.filter((secret) => text.includes(secret)).map(() => `log: ${line} tells a secret`),
      ]
    })
  return [...forgedLines(logLines), ...faults]
}

/** Lines that the product's log could not have made: somebody else had a hand in them. */
function forgedLines(logLines: readonly string[]): string[] {
  return logLines
    .filter((line) => !line.startsWith(GREETING))
    .filter((line) => Object.keys(parsed(line)).some((field) => !FIELDS.has(field)))
    .map((line) => `log: ${line.slice(0, 200)} is no line of the log`)
}

function parsed(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return { 'line that is no line of the log': line }
  }
}
