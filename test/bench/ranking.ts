import { openingColumns } from '../../src/matching/columns/openings'
import { findPairs } from '../../src/matching/columns/pairs'
import { peopleColumns } from '../../src/matching/columns/people'
import { rankOpenings, rankPeople } from '../../src/matching/columns/rank'
import type { Columns } from '../../src/matching/columns/row'
import { alternate, ratios } from './alternate'
import { bareScan } from './bare-scan'
import { drawCountry } from './country'
import { type Figure, figureOf } from './figures'
import { FIRST_RULE_SET } from '../../src/domain/rule-set/first-rule-set'

const SIZE = { people: 100_000, openings: 10_000 }
const TODAY = '2026-11-22'
const SHOWN = 25

/** Figures 6 and 8 of the plan: how long a ranking may take against reading one column of as many rows. */
const PEOPLE_TO_SCAN_MAX = 2
const OFFERS_TO_SCAN_MAX = 0.5

/** How many rankings make one measurement, each of another opening or person. */
const RANKINGS = { placed: { people: 400, offers: 4000 }, unplaced: { people: 10, offers: 100 } }

/** Everybody kept a square and said how far they can go; or one in ten did, as in the demonstration. */
const SHARES = { placed: 1, unplaced: 0.1 }

/** Ranking over columns that are already there, in a country of 100,000 people and 10,000 offers. */
export async function rankingFigures(): Promise<Figure[]> {
  return [...(await figuresWhere('placed')), ...(await figuresWhere('unplaced'))]
}

async function figuresWhere(where: keyof typeof SHARES): Promise<Figure[]> {
  const columns = columnsOf(SHARES[where])
  // Where nobody said how far they can go nearly everything is a pair: these are too many to keep.
  const pairs = where === 'placed' ? findPairs(columns) : undefined
  const { people, offers } = RANKINGS[where]
  const [peopleScan, offersScan] = [bareScan(SIZE.people), bareScan(SIZE.openings)]
  const measured = await alternate({
    people: async () =>
      millisecondsEach(people, (time) => rankPeople(columns, (7 * time) % SIZE.openings, SHOWN)),
    peopleScan: async () => peopleScan(),
    offers: async () =>
      millisecondsEach(offers, (time) => rankOpenings(columns, (97 * time) % SIZE.people, SHOWN, pairs)),
    offersAlone: async () =>
      millisecondsEach(offers, (time) => rankOpenings(columns, (97 * time) % SIZE.people, SHOWN)),
    offersScan: async () => offersScan(),
  })
  const isGoal = where === 'placed'
  return [
    figureOf(`ranking.people.${where}`, 'ms', measured.people),
    figureOf(
      `ranking.people.${where}.to-scan`,
      '× scan',
      ratios(measured.people, measured.peopleScan),
      isGoal ? { atMost: PEOPLE_TO_SCAN_MAX } : undefined,
    ),
    figureOf(`ranking.offers.${where}.found-anew`, 'ms', measured.offersAlone),
    figureOf(`ranking.offers.${where}`, 'ms', measured.offers),
    figureOf(
      `ranking.offers.${where}.to-scan`,
      '× scan',
      ratios(measured.offers, measured.offersScan),
      isGoal ? { atMost: OFFERS_TO_SCAN_MAX } : undefined,
    ),
  ]
}

function columnsOf(placed: number): Columns {
  const { people, openings } = drawCountry(SIZE, placed, TODAY)
  return {
    people: peopleColumns(people, { today: TODAY, ruleSet: FIRST_RULE_SET }),
    openings: openingColumns(openings, { today: TODAY, ruleSet: FIRST_RULE_SET }),
  }
}

/** Milliseconds of one of so many rankings. */
function millisecondsEach(times: number, rank: (time: number) => unknown): number {
  const start = performance.now()
  for (let time = 0; time < times; time += 1) rank(time)
  return (performance.now() - start) / times
}
