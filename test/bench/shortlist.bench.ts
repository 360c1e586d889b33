import { join } from 'node:path'
import { openNodeDatabase, openReader } from '../../db/node'
import { findCandidate, listCandidates } from '../../db/queries/candidates'
import { listOpenings, type PublishedOpportunity } from '../../db/queries/opportunities'
import { rememberOpened } from '../../src/auth/remember-opened'
import { createSecrets } from '../../src/auth/secrets'
import { dayOf } from '../../src/domain/dates'
import { toBrokerRow } from '../../src/matching/broker-row'
import { shortlistOpenings, shortlistPeople } from '../../src/matching/shortlist'
import { makeDemoDatabase } from '../proofs/databases'
import { PRODUCT_KEY } from '../support/built-product'
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder'
import { alternate, ratios } from './alternate'
import { bareScan } from './bare-scan'
import { type Bench, type Figure, figureOf } from './figures'
import { rankingFigures } from './ranking'
import { FIRST_RULE_SET } from '../../src/domain/rule-set/first-rule-set'

const PEOPLE = 2051
const OFFERS = 300
const SHOWN = 25

/** Figures 6 and 8 of the plan: how long a ranking may take against reading one column of as many rows. */
const PEOPLE_TO_SCAN_MAX = 2
const OFFERS_TO_SCAN_MAX = 0.5

/** Ranking people for an offer and offers for a person: from the query to the rows a page shows, and by columns. */
export const shortlist: Bench = async () => {
  const folder = makeTemporaryFolder('bench')
  const path = join(folder, 'demo.sqlite')
  await makeDemoDatabase(path)
  const reader = openReader(path)
  try {
    const work = await readWork(reader)
    const measured = await alternate(work.sides)
    return [
      ...figuresOf('people', work.people, PEOPLE_TO_SCAN_MAX, {
        whole: measured.people,
        matching: measured.peopleMatching,
        scan: measured.peopleScan,
      }),
      ...figuresOf('offers', OFFERS, OFFERS_TO_SCAN_MAX, {
        whole: measured.offers,
        matching: measured.offersMatching,
        scan: measured.offersScan,
      }),
      ...(await rankingFigures()),
    ]
  } finally {
    reader.close()
    removeFolder(folder)
  }
}

/** What is ranked, and each way of ranking it as a side that gives its milliseconds. */
async function readWork(reader: ReturnType<typeof openReader>) {
  const db = openNodeDatabase(reader)
  const secrets = rememberOpened(createSecrets([PRODUCT_KEY]), () => new Date())
  const today = dayOf(new Date())
  const openings = manyTimes(await listOpenings(db, today), OFFERS)
  const opening = openings[0] as PublishedOpportunity
  const people = manyTimes(await listCandidates(db, secrets), PEOPLE)
  const person = people[0] as (typeof people)[number]

  const showPeople = async () => {
    const all = manyTimes(await listCandidates(db, secrets), PEOPLE)
    const byId = new Map(all.map((one) => [one.id, one]))
    const { rows } = shortlistPeople(all, opening, { today, ruleSet: FIRST_RULE_SET })
    return rows.slice(0, SHOWN).map((row) => toBrokerRow(byId.get(row.id) ?? person, row))
  }
  const showOffers = async () => {
    const candidate = (await findCandidate(db, secrets, person.id)) ?? person
    const offers = manyTimes(await listOpenings(db, today), OFFERS)
    return shortlistOpenings(candidate, offers, { today, ruleSet: FIRST_RULE_SET }, { limit: SHOWN })
  }
  const peopleScan = bareScan(people.length)
  const offersScan = bareScan(OFFERS)
  return {
    people: people.length,
    sides: {
      people: () => millisecondsOf(showPeople),
      peopleMatching: () =>
        millisecondsOf(async () => shortlistPeople(people, opening, { today, ruleSet: FIRST_RULE_SET })),
      peopleScan: async () => peopleScan(),
      offers: () => millisecondsOf(showOffers),
      offersMatching: () =>
        millisecondsOf(async () => shortlistOpenings(person, openings, { today, ruleSet: FIRST_RULE_SET })),
      offersScan: async () => offersScan(),
    },
  }
}

/** The list again from its start until there are `count`: the demonstration's numbers change with the day. */
function manyTimes<T>(list: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, index) => list[index % list.length] as T)
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

type Rounds = { whole: number[]; matching: number[]; scan: number[] }

function figuresOf(name: string, pairs: number, toScanMax: number, rounds: Rounds): Figure[] {
  const pairsPerSecond = rounds.matching.map((milliseconds) => (1000 * pairs) / milliseconds)
  return [
    figureOf(`shortlist.${name}.page`, 'ms', rounds.whole),
    figureOf(`shortlist.${name}.matching`, 'ms', rounds.matching),
    figureOf(`shortlist.${name}.pairs`, 'pairs/s', pairsPerSecond),
    figureOf(`shortlist.${name}.to-scan`, '× scan', ratios(rounds.matching, rounds.scan), {
      atMost: toScanMax,
    }),
    figureOf(
      `shortlist.${name}.from-goal`,
      '× the goal',
      ratios(rounds.matching, rounds.scan, 1 / toScanMax),
    ),
  ]
}
