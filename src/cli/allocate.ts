import { parseArgs } from 'node:util'
import { measure } from '../matching/allocate/measures'
import { ALLOCATION_RULES, type AllocationRule } from '../matching/allocate/round'
import { allocate } from '../matching/allocate/rules'
import { reportOf, toTable } from './allocation-report'
import { readRoundFiles } from './round-files'

const USAGE = `Usage: npm run -s allocate -- --pairs pairs.csv --places places.csv --rule ${ALLOCATION_RULES.join('|')} [--seed N] [--json]`

/** Places a cohort from two CSV files under one rule: for analysts, and for trying what a rule would do. */
const { values } = parseArgs({
  options: {
    pairs: { type: 'string' },
    places: { type: 'string' },
    rule: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const rule = ALLOCATION_RULES.find((one) => one === values.rule)
if (!values.pairs || !values.places || !rule || !/^\d{1,15}$/.test(values.seed)) {
  console.error(USAGE)
  process.exit(64)
}
const read = await readRoundFiles({ pairs: values.pairs, places: values.places, seed: values.seed })
if ('faults' in read) {
  console.error(read.faults.join('\n'))
  process.exit(2)
}
console.log(run(rule))

function run(rule: AllocationRule): string {
  const named = read as Exclude<typeof read, { faults: string[] }>
  const startedAt = performance.now()
  const allocation = allocate(named.round, rule)
  const milliseconds = Number((performance.now() - startedAt).toFixed(1))
  const measures = measure(named.round, allocation.pairOf)
  const report = reportOf(named, { rule, allocation, measures, milliseconds, seed: Number(values.seed) })
  return values.json ? JSON.stringify(report) : toTable(report)
}
