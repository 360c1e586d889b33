import { BLOCK_WIDTH } from '../../src/matching/columns/layout'
import { type OpeningColumns, openingColumns } from '../../src/matching/columns/openings'
import { byOpening, findPairs } from '../../src/matching/columns/pairs'
import { type PeopleColumns, peopleColumns } from '../../src/matching/columns/people'
import { alternate, ratios } from './alternate'
import { drawCountry } from './country'
import { type Bench, figureOf } from './figures'
import { FIRST_RULE_SET } from '../../src/domain/rule-set/first-rule-set'

/** A fifth of the people of figure 7: looking at every pair of all of them takes a minute and more. */
const SIZE = { people: 20_000, openings: 10_000 }
const TODAY = '2026-11-22'
const ROUNDS = 6

/** Figure 7 of the plan. */
const TIMES_FASTER = 25

/** Every pair with its fit, by person and by opening, against the same columns with every pair looked at. */
export const rebuild: Bench = async () => {
  const { people, openings } = drawCountry(SIZE, 1, TODAY)
  const columns = openingColumns(openings, { today: TODAY, ruleSet: FIRST_RULE_SET })
  const inBlocks = peopleColumns(people, { today: TODAY, ruleSet: FIRST_RULE_SET })
  const inOne = inOneBlock(inBlocks)
  const measured = await alternate(
    {
      blocks: async () => millisecondsToPair(inBlocks, columns),
      allPairs: async () => millisecondsToPair(inOne, columns),
      columns: async () =>
        millisecondsFor(() => peopleColumns(people, { today: TODAY, ruleSet: FIRST_RULE_SET })),
    },
    ROUNDS,
  )
  return [
    figureOf('rebuild.20k-by-10k', 'ms', measured.blocks),
    figureOf('rebuild.20k-by-10k.all-pairs', 'ms', measured.allPairs),
    figureOf('rebuild.20k-by-10k.people-columns', 'ms', measured.columns),
    figureOf('rebuild.20k-by-10k.faster', '× all pairs', ratios(measured.allPairs, measured.blocks), {
      atLeast: TIMES_FASTER,
    }),
  ]
}

/** The same people in a single block that nothing is out of reach of, so that every pair is looked at. */
const inOneBlock = (people: PeopleColumns): PeopleColumns => ({
  ...people,
  blocks: Int32Array.of(0, people.count, ...Array.from({ length: BLOCK_WIDTH - 2 }, () => 0)),
})

const millisecondsToPair = (people: PeopleColumns, openings: OpeningColumns) =>
  millisecondsFor(() => byOpening(findPairs(people, openings), SIZE.openings))

function millisecondsFor(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
