import { existsSync } from 'node:fs'
import { openNodeDatabase, openReader } from '../../db/node'
import { findRoundInputs, listRoundResults } from '../../db/queries/rounds'
import { readConfig } from '../config'
import type { RoundId } from '../domain/ids'
import { placeUnder } from '../matching/cohort/place-cohort'
import { fromParts } from '../matching/cohort/stored-round'

/** `npm run round -- replay <id>`: places a stored round again from what is stored, and compares byte for byte. */
const [verb, id] = process.argv.slice(2)
if (verb !== 'replay' || !id || !/^[0-9a-f]{32}$/.test(id)) {
  console.error('Usage: npm run -s round -- replay <id of the round>')
  process.exit(64)
}
const { config } = readConfig(process.env)
if (!existsSync(config.databasePath)) {
  console.error(`There is no database at ${config.databasePath}. Make one with: npm run migrate`)
  process.exit(78)
}
const reader = openReader(config.databasePath)
const db = openNodeDatabase(reader)
const [inputs, results] = await Promise.all([
  findRoundInputs(db, id as RoundId),
  listRoundResults(db, id as RoundId),
])
reader.close()
if (results.length === 0) {
  console.error(`No round ${id} was worked out here`)
  process.exit(1)
}
const round = fromParts(inputs.parts, inputs)
const compared = results.map(({ rule, placements }) => {
  const again = placeUnder(round, rule)
  return {
    rule,
    placed: again.report.placed,
    isSame: JSON.stringify(again.placements) === JSON.stringify(placements),
  }
})
for (const { rule, placed, isSame } of compared)
  console.log(
    `${rule.padEnd(20)} ${String(placed).padStart(7)} placed  ${isSame ? 'the same to the byte' : 'DIFFERS'}`,
  )
process.exit(compared.every(({ isSame }) => isSame) ? 0 : 1)
