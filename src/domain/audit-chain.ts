import type { Secrets } from './secrets'

/** An audit row as the chain sees it: ids, words from closed lists and times; never a name. */
export type AuditEvent = {
  id: number
  at: string
  actorId: string
  action: string
  subject: string
  version: number
  fromState: string | null
  toState: string | null
  code: string | null
}

/** What the first row is chained to. */
export const FIRST_SEAL = '0'.repeat(64)

/** The seal of a row: an HMAC over all of it and the seal before. */
export function chainSeal(secrets: Secrets, before: string, event: AuditEvent): Promise<string> {
  const fields = [
    event.id,
    event.at,
    event.actorId,
    event.action,
    event.subject,
    event.version,
    event.fromState,
    event.toState,
    event.code,
  ]
  return secrets.hash('audit', `${before}\n${JSON.stringify(fields)}`)
}

/** The id of the first row whose seal is not what it has to be, or undefined when the chain is whole. */
export async function findBrokenSeal(
  secrets: Secrets,
  rows: readonly (AuditEvent & { seal: string })[],
  before: string = FIRST_SEAL,
): Promise<number | undefined> {
  let seal = before
  for (const row of rows) {
    seal = await chainSeal(secrets, seal, row)
    if (seal !== row.seal) return row.id
  }
  return undefined
}
