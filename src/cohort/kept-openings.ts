import type { Database } from '../../db/database'
import { indexVersionOf } from '../../db/queries/findable'
import { listOpenings, type PublishedOpportunity } from '../../db/queries/opportunities'
import { readRuleSet } from '../../db/queries/rule-sets'
import type { Day } from '../domain/dates'
import type { MatchingContext } from '../matching/candidate'
import { type OpeningColumns, openingColumns } from '../matching/columns/openings'

/** Every live offer with a free place, and the same as numbers. */
export type KeptOpenings = {
  context: MatchingContext
  openings: readonly PublishedOpportunity[]
  columns: OpeningColumns
  version: string
}

/** The live offers, kept in memory between two requests until one of them changes; see `keepPeople`. */
export function keepOpenings(db: Database, readVersion = indexVersionOf(db)) {
  let kept: KeptOpenings | undefined

  return async function currentOpenings(today: Day): Promise<KeptOpenings> {
    const [version, ruleSet] = await Promise.all([readVersion(), readRuleSet(db)])
    const isCurrent =
      kept?.version === version &&
      kept.context.today === today &&
      kept.context.ruleSet.version === ruleSet.version
    if (kept && isCurrent) return kept
    const context = { today, ruleSet }
    const openings = await listOpenings(db, today)
    kept = { context, openings, version, columns: openingColumns(openings, context) }
    return kept
  }
}
