import { existsSync, readFileSync } from 'node:fs'
import { allocate } from '../../src/matching/allocate/rules'
import { drawn, FIT_MAX } from './sizes'
import { drawSparse } from './sparse-round'

/** How large a process grew, how long the placing took, and of how many pairs. */
export type Peak = { kilobytes: number; milliseconds: number; pairs: number }

/** Draws one round, places it for the best fit in one way, and says how large that made it. */
const WAYS: Record<string, () => Promise<Omit<Peak, 'kilobytes'>>> = {
  kent: async () => placed(drawn('kent', FIT_MAX)),
  'fifty-million': async () =>
    placed(drawSparse({ people: 1_000_000, areas: 1520, areaSize: 66, pairsEach: 50 })),
  'fifty-million-few': async () =>
    placed(drawSparse({ people: 1_000_000, areas: 2, areaSize: 60, pairsEach: 50 })),
  async highs() {
    const [{ default: loadHighs }, { linearProgram }] = await Promise.all([
      import('highs'),
      import('../matching/allocate/linear-program'),
    ])
    const kent = drawn('kent', FIT_MAX)
    const highs = await loadHighs()
    const start = performance.now()
    highs.solve(linearProgram(kent))
    return { milliseconds: performance.now() - start, pairs: kent.to.length }
  },
}

function placed(round: Parameters<typeof allocate>[0]) {
  const start = performance.now()
  allocate(round, 'best-fit')
  return { milliseconds: performance.now() - start, pairs: round.to.length }
}

const found = await WAYS[process.argv[2] as string]?.()
if (!found) throw new Error(`There is no way called ${process.argv[2]}`)
console.log(JSON.stringify({ ...found, kilobytes: greatestSize() }))

/** In kilobytes. What the system says of a process begins with the size of the one that started it, where it can tell. */
function greatestSize(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
}
