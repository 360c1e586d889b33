import { CATALOGUE } from '../../db/catalogue'

/** Every column of the database: class, purpose, retention. */
const rows = Object.entries(CATALOGUE).flatMap(([table, { retention, columns }]) =>
  Object.entries(columns).map(([column, [sensitivity, purpose]]) => ({
    table,
    column,
    sensitivity,
    purpose,
    retention,
  })),
)
if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, 2))
else
  for (const row of rows)
    console.log(`${row.table}.${row.column}`.padEnd(44), row.sensitivity.padEnd(9), row.purpose)
