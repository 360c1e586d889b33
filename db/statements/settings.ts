import type { Database } from '../database'

export const saveSetting = (
  db: Database,
  { name, value, version }: { name: string; value: string; version: number },
) =>
  db.query
    .insertInto('setting')
    .values({ name, value, version })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, version }))
