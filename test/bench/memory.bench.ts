import { spawnSync } from 'node:child_process'
import { build } from 'esbuild'
import type { Round } from '../../src/matching/allocate/round'
import { allocate } from '../../src/matching/allocate/rules'
import { type Bench, figureOf } from './figures'
import type { Peak } from './memory-child'
import { drawn, FIT_MAX } from './sizes'

/** Figure 12 of the plan, and what figure 4 says of the longest stretch. */
const BYTES_PER_PAIR_MAX = 24
const TO_HIGHS_MAX = 0.25
const GROWTH_MAX = 1.2

const ROUNDS = 5
const WARM_ROUNDS = 12
const BYTES_OF_KB = 1024

/**
 * What placing takes of memory: the greatest size of a process that does nothing else. A county against another solver,
 * several times; fifty million pairs once, with very many opportunities and with few.
 */
export const memory: Bench = async () => {
  await buildChild()
  const ours = times(ROUNDS, () => peakOf('kent'))
  const highs = times(ROUNDS, () => peakOf('highs'))
  const fifty = peakOf('fifty-million')
  const few = peakOf('fifty-million-few')
  const kent = drawn('kent', FIT_MAX)
  const fastest = Math.min(...times(WARM_ROUNDS, () => millisecondsToPlace(kent)))
  const growth = Math.log(fifty.milliseconds / fastest) / Math.log(fifty.pairs / kent.to.length)
  return [
    figureOf(
      'memory.kent.to-highs',
      '× HiGHS',
      ours.map(({ kilobytes }, round) => kilobytes / (highs[round] as Peak).kilobytes),
      { atMost: TO_HIGHS_MAX },
    ),
    figureOf(
      'memory.kent',
      'MB',
      ours.map(({ kilobytes }) => kilobytes / BYTES_OF_KB),
    ),
    ...Object.entries({ '50-million': fifty, '50-million-with-few': few }).map(([name, one]) =>
      figureOf(`memory.${name}.per-pair`, 'bytes', [(one.kilobytes * BYTES_OF_KB) / one.pairs], {
        atMost: BYTES_PER_PAIR_MAX,
      }),
    ),
    figureOf('memory.50-million', 's', [fifty.milliseconds / 1000]),
    figureOf('allocation.growth.best-fit.to-50-million', 'exponent', [growth], { atMost: GROWTH_MAX }),
  ]
}

const times = <Made>(count: number, make: () => Made): Made[] => Array.from({ length: count }, make)

function millisecondsToPlace(round: Round): number {
  const start = performance.now()
  allocate(round, 'best-fit')
  return performance.now() - start
}

const CHILD = 'dist/bench/memory-child.mjs'

/** As one file: what reads TypeScript would be in the way of what is measured. */
const buildChild = () =>
  build({
    entryPoints: ['test/bench/memory-child.ts'],
    outfile: CHILD,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['highs'],
    logLevel: 'error',
  })

function peakOf(what: string): Peak {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CHILD, what], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`Measuring ${what} failed: ${stderr}`)
  return JSON.parse(stdout) as Peak
}
