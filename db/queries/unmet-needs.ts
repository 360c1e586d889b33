import type { Day } from '../../src/domain/dates'
import type { OpportunityKind } from '../../src/domain/opportunity'
import type { District } from '../../src/domain/taxonomy'
import type { Reader } from '../database'

export type UnmetNeedCount = {
  kind: OpportunityKind | null
  district: District | null
  count: number
  lastOn: Day
}

/** How often each kind was looked for in each district since a day and not found, the most first. */
export async function countUnmetNeeds(db: Reader, since: Day): Promise<UnmetNeedCount[]> {
  const rows = await db.query
    .selectFrom('unmet_need')
    .select(['kind', 'district', (select) => select.fn.countAll<number>().as('count')])
    .select((select) => select.fn.max('told_on').as('last_on'))
    .where('told_on', '>=', since)
    .groupBy(['kind', 'district'])
    .orderBy('count', 'desc')
    .orderBy('kind')
    .orderBy('district')
    .execute()
  return rows.map(({ kind, district, count, last_on }) => ({
    kind: kind as OpportunityKind | null,
    district: district as District | null,
    count,
    lastOn: last_on,
  }))
}
