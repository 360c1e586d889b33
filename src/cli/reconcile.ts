import { readIndexKeeper } from '../../db/queries/index-entries'
import { askToReconcile } from '../../db/statements/index-entries'
import { openService } from './open-service'

/** Compares the search index with the database, offer by offer, and mends what differs. */
const { ctx, upkeep, sqlite } = openService()
if (!upkeep) {
  console.log('The built-in engine changes with the database: there is nothing to compare.')
  process.exit(0)
}
await ctx.db.commit([askToReconcile(ctx.db)])
const outcome = await upkeep.keep()
const { drift, fault } = await readIndexKeeper(ctx.db)
sqlite.close()
if (outcome === 'not-well') console.error(`The search engine is not well: ${fault}`)
else console.log(`${drift} offers differed. The index is now ${outcome}.`)
process.exit(outcome === 'level' ? 0 : 1)
