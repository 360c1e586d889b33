import { parseArgs } from 'node:util'
import { allocation } from './allocation.bench'
import { beside } from './beside.bench'
import { type Bench, lineOf } from './figures'
import { memory } from './memory.bench'
import { page } from './page.bench'
import { rebuild } from './rebuild.bench'
import { search } from './search.bench'
import { shortlist } from './shortlist.bench'

const BENCHES: Record<string, Bench> = { page, shortlist, rebuild, allocation, memory, beside, search }

/** sysexits.h: the command was used wrongly. */
const EX_USAGE = 64

/** `npm run bench [-- NAME…] [--json]`: a measurement, so a goal that is missed is printed and no failure. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    })
    const unknown = positionals.filter((name) => !(name in BENCHES))
    if (unknown.length > 0) throw new Error(`There is no bench called ${unknown.join(', ')}`)
    return {
      isJson: values.json === true,
      names: positionals.length > 0 ? positionals : Object.keys(BENCHES),
    }
  } catch (error) {
    console.error(
      `${(error as Error).message}\nUsage: npm run bench [-- ${Object.keys(BENCHES).join('|')}] [--json]`,
    )
    return process.exit(EX_USAGE)
  }
}

const { isJson, names } = readArguments()
for (const name of names) {
  for (const figure of await (BENCHES[name] as Bench)())
    console.log(isJson ? JSON.stringify(figure) : lineOf(figure))
}
