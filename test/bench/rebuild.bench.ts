import { FIRST_RULE_SET } from '../../src/domain/rule-set/first-rule-set'
import { PERSON, WIDTH } from '../../src/matching/columns/layout'
import { openingColumns } from '../../src/matching/columns/openings'
import { byOpening, findPairs } from '../../src/matching/columns/pairs'
import { peopleColumns } from '../../src/matching/columns/people'
import type { Columns } from '../../src/matching/columns/row'
import { alternate, ratios } from './alternate'
import { drawCountry } from './country'
import { type Bench, figureOf } from './figures'

const SIZE = { people: 100_000, openings: 10_000 }
const CONTEXT = { today: '2026-11-22', ruleSet: FIRST_RULE_SET }
const ROUNDS = 6

/** Figure 7 of the plan. */
const TIMES_FASTER = 25

/** Every pair with its score, by person and by opening, against the same code with nothing passed over. */
export const rebuild: Bench = async () => {
  const { columns, readingPeople } = await readCountry()
  const measured = await alternate(
    {
      near: async () => millisecondsToPair(columns),
      allPairs: async () => millisecondsToPair(withNobodyBound(columns)),
    },
    ROUNDS,
  )
  return [
    figureOf('rebuild.100k-by-10k', 'ms', measured.near),
    figureOf('rebuild.100k-by-10k.all-pairs', 'ms', measured.allPairs),
    figureOf('rebuild.100k-by-10k.people-columns', 'ms', readingPeople),
    figureOf('rebuild.100k-by-10k.faster', '× all pairs', ratios(measured.allPairs, measured.near), {
      atLeast: TIMES_FASTER,
    }),
  ]
}

/** The columns of a country. The people and offers themselves are let go, as they are when columns are kept. */
async function readCountry(): Promise<{ columns: Columns; readingPeople: number[] }> {
  const { people, openings } = drawCountry(SIZE, 1, CONTEXT.today)
  const read = () => peopleColumns(people, CONTEXT)
  const { readingPeople } = await alternate({ readingPeople: async () => millisecondsFor(read) }, ROUNDS)
  return { columns: { people: read(), openings: openingColumns(openings, CONTEXT) }, readingPeople }
}

/** The same people, as if none of them had said how far they can go: every opening is looked at for each. */
function withNobodyBound({ people, openings }: Columns): Columns {
  const rows = people.rows.slice()
  for (let row = 0; row < rows.length; row += WIDTH) rows[row + PERSON.isBound] = 0
  return { people: { ...people, rows }, openings }
}

const millisecondsToPair = (columns: Columns) =>
  millisecondsFor(() => byOpening(findPairs(columns), SIZE.openings))

function millisecondsFor(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
