import loadHighs from 'highs'
import { measure } from '../../src/matching/allocate/measures'
import type { AllocationRule, Round } from '../../src/matching/allocate/round'
import { allocate } from '../../src/matching/allocate/rules'
import { linearProgram } from '../matching/allocate/linear-program'
import { alternate, ratios } from './alternate'
import { type Bench, type Figure, figureOf } from './figures'
import { drawn, FIT_MAX } from './sizes'

/** Five different fits among 90,000 pairs: nearly everything ties. */
const TIES_MAX = 5

/** Kent takes milliseconds: the fastest of so many runs, so that a pause of the machine makes England look no quicker. */
const KENT_RUNS = 6

const PROVED_RULES = ['best-fit', 'most-placed', 'band-by-band'] as const

/** Placing a whole cohort: against another solver, passes over the pairs, proofs, ties, growth, and what is fair. */
export const allocation: Bench = async () => {
  const rounds = {
    kent: drawn('kent', FIT_MAX),
    twenty: drawn('twenty', FIT_MAX),
    england: drawn('england', FIT_MAX),
  }
  return [
    ...(await againstHighs(rounds.kent)),
    ...passesOver(rounds),
    ...(await tiesAndProofs(rounds.kent, drawn('kent', TIES_MAX))),
    ...(await growth(rounds.kent, rounds.england)),
    ...fairness(rounds.kent),
  ]
}

const millisecondsOf = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const run = (round: Round, rule: AllocationRule) => millisecondsOf(() => allocate(round, rule))

/** Figure 1: three exact allocations together, against one linear program solved to the same optimum. */
async function againstHighs(kent: Round): Promise<Figure[]> {
  const highs = await loadHighs()
  const program = linearProgram(kent)
  const ours = () => run(kent, 'deferred-acceptance') + run(kent, 'best-fit') + run(kent, 'most-placed')
  const measured = await alternate({
    ours: async () => ours(),
    highs: async () => millisecondsOf(() => highs.solve(program)),
  })
  const optimum = measure(kent, allocate(kent, 'best-fit').pairOf).totalFit
  const isSame = Math.round(highs.solve(program).ObjectiveValue) === optimum
  return [
    figureOf('allocation.three-rules.to-highs', '%', ratios(measured.ours, measured.highs, 100), {
      atMost: 10,
    }),
    figureOf('allocation.three-rules', 'ms', measured.ours),
    figureOf('allocation.same-optimum-as-highs', 'of 1', [isSame ? 1 : 0], { atLeast: 1 }),
  ]
}

/** Figure 2: how often each pair is looked at. */
function passesOver(rounds: Record<string, Round>): Figure[] {
  const passes = (round: Round, rule: AllocationRule) => allocate(round, rule).scans / round.to.length
  return Object.entries(rounds).flatMap(([name, round]) => [
    figureOf(`allocation.passes.best-fit.${name}`, 'passes', [passes(round, 'best-fit')], { atMost: 20 }),
    figureOf(
      `allocation.passes.deferred-acceptance.${name}`,
      'passes',
      [passes(round, 'deferred-acceptance')],
      {
        atMost: 6,
      },
    ),
  ])
}

/** Figure 3: every optimum proved, ties or not, and what ties cost. */
async function tiesAndProofs(plain: Round, tied: Round): Promise<Figure[]> {
  const proved = [plain, tied].flatMap((round) =>
    PROVED_RULES.flatMap((rule) => allocate(round, rule).certificates.map(({ gap }) => gap === '0')),
  )
  const share = (100 * proved.filter(Boolean).length) / proved.length
  const each = await Promise.all(
    PROVED_RULES.map(async (rule) => {
      const measured = await alternate(
        { tied: async () => run(tied, rule), plain: async () => run(plain, rule) },
        8,
      )
      return figureOf(`allocation.ties.${rule}`, '× untied', ratios(measured.tied, measured.plain), {
        atMost: 6,
      })
    }),
  )
  return [figureOf('allocation.proved', '%', [share], { atLeast: 100 }), ...each]
}

/** Figure 4: the exponent of time in pairs, from Kent to England; 1 is twice the time for twice the pairs. */
async function growth(kent: Round, england: Round): Promise<Figure[]> {
  const rules = ['best-fit', 'band-by-band', 'deferred-acceptance'] as const
  const figures: Figure[] = []
  for (const rule of rules) {
    const measured = await alternate(
      {
        kent: async () => Math.min(...Array.from({ length: KENT_RUNS }, () => run(kent, rule))),
        england: async () => run(england, rule),
      },
      6,
    )
    const exponents = ratios(measured.england, measured.kent).map(
      (slower) => Math.log(slower) / Math.log(england.to.length / kent.to.length),
    )
    figures.push(figureOf(`allocation.growth.${rule}`, 'exponent', exponents, { atMost: 1.1 }))
  }
  return figures
}

/** Figure 5: what band by band leaves to wish for, and its fit against deferred acceptance. */
function fairness(kent: Round): Figure[] {
  const measured = measure(kent, allocate(kent, 'band-by-band').pairOf)
  const accepted = measure(kent, allocate(kent, 'deferred-acceptance').pairOf)
  return [
    figureOf('allocation.band-by-band.envy', 'people', [measured.envyOfLowerBand], { atMost: 0 }),
    figureOf('allocation.band-by-band.unused', 'places', [measured.unusedUsablePlaces], { atMost: 0 }),
    figureOf(
      'allocation.band-by-band.fit',
      '× deferred acceptance',
      [measured.totalFit / accepted.totalFit],
      {
        atLeast: 1,
      },
    ),
  ]
}
