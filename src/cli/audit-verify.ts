import { listSealed } from '../../db/queries/audit'
import { findBrokenSeal, FIRST_SEAL } from '../domain/audit-chain'
import { openService } from './open-service'

const BATCH = 1000

/** Walks the audit chain from its first row and names the first row that was changed, removed or put in. */
const { ctx, sqlite } = openService()
let [after, before, count] = [0, FIRST_SEAL, 0]
for (;;) {
  const rows = await listSealed(ctx.db, after, BATCH)
  const broken = await findBrokenSeal(ctx.secrets, rows, before)
  if (broken !== undefined) {
    console.error(`The chain is broken at row ${broken}`)
    process.exit(1)
  }
  const last = rows.at(-1)
  if (!last) break
  ;[after, before, count] = [last.id, last.seal, count + rows.length]
}
sqlite.close()
console.log(`The chain is whole: ${count} sealed rows`)
