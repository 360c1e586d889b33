import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findAccount } from '../../db/queries/accounts'
import { findCareLeaver } from '../../db/queries/care-leavers'
import { endEverything } from '../commands/care-leavers/close-record'
import { erasePerson } from '../commands/care-leavers/erase-person'
import type { CareLeaverId } from '../domain/ids'
import { openService } from './open-service'

/** Removes every trace of a person that may go, and keeps the audit chain whole. */
const id = process.argv[2] as CareLeaverId | undefined
if (!id || !/^[0-9a-f]{32}$/.test(id)) {
  console.error('Usage: npm run erase -- <id of the person>')
  process.exit(64)
}
const { ctx, config, sqlite } = openService()
const person = await findCareLeaver(ctx.db, id)
const email = person?.accountId ? (await findAccount(ctx.db, person.accountId))?.email : undefined
const outcome = person ? await erasePerson(ctx, id, await endEverything(ctx, person)) : 'not-found'
if (outcome === 'committed') {
  // What was deleted must not stay in the log or in free pages.
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  if (email && config.mail.kind === 'dir') forgetMail(config.mail.folder, email)
}
sqlite.close()
console.log(outcome === 'committed' ? 'Erased.' : `Not erased: ${outcome}`)
process.exit(outcome === 'committed' ? 0 : 1)

function forgetMail(folder: string, to: string): void {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const path = join(folder, name)
    if ((JSON.parse(readFileSync(path, 'utf8')) as { to?: string }).to === to) rmSync(path)
  }
}
