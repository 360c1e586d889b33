import type { Day } from '../../src/domain/dates'
import type { OpportunityKind } from '../../src/domain/opportunity'
import type { District } from '../../src/domain/taxonomy'
import type { Database } from '../database'

export type UnmetNeed = { kind: OpportunityKind | null; district: District | null }

/** Nobody's name, and no time of day: what, where and on which day. */
export const addUnmetNeed = (db: Database, id: string, { kind, district }: UnmetNeed, on: Day) =>
  db.query.insertInto('unmet_need').values({ id, told_on: on, kind, district })

export const forgetUnmetNeedsBefore = (db: Database, day: Day) =>
  db.query.deleteFrom('unmet_need').where('told_on', '<', day)
