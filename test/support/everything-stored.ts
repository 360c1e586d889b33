import { CATALOGUE } from '../../db/catalogue'
import type { Database } from '../../db/database'

/** Every row of every table as one text, to look for what must not be there. Mail that was sent is not looked at. */
export async function everythingStored(db: Database): Promise<string> {
  const tables = Object.keys(CATALOGUE).filter((table) => table !== 'sent_mail')
  const rows = await Promise.all(
    tables.map((table) =>
      db.query
        .selectFrom(table as 'account')
        .selectAll()
        .execute(),
    ),
  )
  return JSON.stringify(rows)
}
