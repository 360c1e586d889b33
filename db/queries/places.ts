import { sql } from 'kysely'
import type { District } from '../../src/domain/taxonomy'
import type { Reader } from '../database'

const PLACE = ['district', 'cell_east as cellEast', 'cell_north as cellNorth'] as const

/** By the postcode without its space, upper case. */
export async function findPostcode(db: Reader, postcode: string) {
  return db.query.selectFrom('postcode').select(PLACE).where('postcode', '=', postcode).executeTakeFirst()
}

export async function findTown(db: Reader, name: string) {
  return db.query
    .selectFrom('town')
    .select(PLACE)
    .where(sql<string>`lower(name)`, '=', name.trim().toLowerCase())
    .executeTakeFirst()
}

/** The town whose centre is nearest to a square: what an offer's card says. */
export async function findNearestTown(db: Reader, cell: { cellEast: number; cellNorth: number }) {
  return db.query
    .selectFrom('town')
    .select('name')
    .orderBy(
      sql`(cell_east - ${cell.cellEast}) * (cell_east - ${cell.cellEast})
        + (cell_north - ${cell.cellNorth}) * (cell_north - ${cell.cellNorth})`,
    )
    .limit(1)
    .executeTakeFirst()
}

export async function listTowns(db: Reader) {
  return db.query.selectFrom('town').select(['name', 'district']).execute()
}

/** The districts that the first half of a postcode lies in, such as `CT4` in four. */
export async function listDistrictsOf(db: Reader, outwardCode: string): Promise<District[]> {
  const rows = await db.query
    .selectFrom('postcode')
    .select('district')
    .distinct()
    .where('postcode', '>=', `${outwardCode}0AA`)
    .where('postcode', '<=', `${outwardCode}9ZZ`)
    .where(sql<number>`length(postcode)`, '=', outwardCode.length + 3)
    .orderBy('district')
    .execute()
  return rows.map((row) => row.district)
}
