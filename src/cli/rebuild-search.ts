import { countIndexEntries } from '../../db/queries/index-entries'
import { drawIndexEpoch, rebuildTexts } from '../../db/statements/index-entries'
import { openService } from './open-service'

/** Makes the search index anew from the database: the built-in one, and the one of the engine beside it. */
const { ctx, upkeep, sqlite } = openService()
await ctx.db.commit([...rebuildTexts(ctx.db), drawIndexEpoch(ctx.db)])
const outcome = upkeep ? await upkeep.keep() : 'level'
const { waiting, dead } = upkeep ? await countIndexEntries(ctx.db) : { waiting: 0, dead: 0 }
sqlite.close()
console.log(`Rebuilt: ${outcome}, ${waiting} waiting, ${dead} given up on`)
process.exit(outcome === 'level' ? 0 : 1)
