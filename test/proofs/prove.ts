import { parseArgs } from 'node:util'
import { PROOFS } from './index'
import type { Proof } from './proof'
import { type ProofReport, runProof } from './run-proof'

/** sysexits.h: used wrongly. */
const EX_USAGE = 64
const FAILURES_SHOWN = 50

// Ending by way of `process.exit` takes away what a proof has made; see test/support.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))

const HELP = [
  'Usage: npm run prove -- [all | NAME] [--size N] [--seed S] [--ci] [--json]',
  '',
  ...PROOFS.map(
    ({ name, claim, unit, defaultSize, ciSize }) =>
      `  ${name.padEnd(12)} ${claim} (${defaultSize} ${unit}; with --ci ${ciSize})`,
  ),
].join('\n')

function usage(fault: string): never {
  console.error(`${fault}\n\n${HELP}`)
  process.exit(EX_USAGE)
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        size: { type: 'string' },
        seed: { type: 'string' },
        ci: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    return { ...values, names: positionals }
  } catch (error) {
    return usage((error as Error).message)
  }
}

function wholeNumber(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) usage(`--${name} is a whole number from ${least}`)
  return Number(text)
}

function chosenProofs([name = 'all', ...rest]: readonly string[]): readonly Proof[] {
  if (rest.length > 0) usage('One proof at a time, or all of them')
  if (name === 'all') return PROOFS
  const proof = PROOFS.find((one) => one.name === name)
  return proof ? [proof] : usage(`There is no proof called ${name}`)
}

function print({ counts, failures, ...what }: ProofReport, seconds: number): void {
  const verdict = failures.length === 0 ? 'holds' : `FAILS (${failures.length})`
  console.log(`${what.proof} ${verdict}: seed ${what.seed}, size ${what.size}, ${seconds.toFixed(0)} s`)
  for (const [name, count] of Object.entries(counts)) console.log(`  ${name}: ${count}`)
  for (const failure of failures.slice(0, FAILURES_SHOWN)) console.log(`  ✗ ${failure}`)
  if (failures.length > FAILURES_SHOWN) console.log(`  … and ${failures.length - FAILURES_SHOWN} more`)
}

const options = readArguments()
if (options.help) {
  console.log(HELP)
  process.exit(0)
}
const proofs = chosenProofs(options.names)
const size = wholeNumber('size', options.size, 1)
if (size !== undefined && (options.names[0] ?? 'all') === 'all') usage('--size belongs to one proof')
// Continuous integration asks the same every time; anybody else finds something new.
const seed = wholeNumber('seed', options.seed, 0) ?? (options.ci ? 1 : Math.floor(Math.random() * 1e9))

for (const proof of proofs) {
  const startedAt = Date.now()
  const sizeOfProof = size ?? (options.ci ? proof.ciSize : proof.defaultSize)
  const report = await runProof(proof, { size: sizeOfProof, seed })
  if (options.json) console.log(JSON.stringify(report))
  else print(report, (Date.now() - startedAt) / 1000)
  if (report.failures.length > 0) process.exitCode = 1
}
process.exit()
