import { join } from 'node:path'
import { openNodeDatabase, openReader, openWriter } from '../../db/node'
import type { Database } from '../../db/database'
import { findCandidate, listCandidates } from '../../db/queries/candidates'
import { listOpenings } from '../../db/queries/opportunities'
import { rememberOpened } from '../../src/auth/remember-opened'
import { createSecrets } from '../../src/auth/secrets'
import { keepCohort } from '../../src/cohort/cohort'
import { SYSTEM_ACTOR_ID } from '../../src/domain/account'
import { dayOf } from '../../src/domain/dates'
import { FIRST_RULE_SET } from '../../src/domain/rule-set/first-rule-set'
import { toBrokerRow } from '../../src/matching/broker-row'
import { shortlistOpenings, shortlistPeople } from '../../src/matching/shortlist'
import { makeDemoDatabase } from '../proofs/databases'
import { PRODUCT_KEY } from '../support/built-product'
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder'
import { alternate, ratios } from './alternate'
import { type Bench, type Figure, figureOf } from './figures'
import { rankingFigures } from './ranking'

const SHOWN = 25

/**
 * The two lists of the service from the question to the rows a page shows, on the county of the demonstration: from
 * what is kept in memory, right after somebody has changed, and with everybody read and looked at anew.
 */
export const shortlist: Bench = async () => {
  const folder = makeTemporaryFolder('bench')
  const path = join(folder, 'demo.sqlite')
  await makeDemoDatabase(path)
  const [writer, reader] = [openWriter(path), openReader(path)]
  try {
    const { people, offers } = await readSides(openNodeDatabase(writer, reader))
    return [
      ...figuresOf('people', await alternate(people)),
      ...figuresOf('offers', await alternate(offers)),
      ...(await rankingFigures()),
    ]
  } finally {
    for (const connection of [writer, reader]) connection.close()
    removeFolder(folder)
  }
}

async function readSides(db: Database) {
  const now = () => new Date()
  const secrets = rememberOpened(createSecrets([PRODUCT_KEY]), now)
  const today = dayOf(now())
  const context = { today, ruleSet: FIRST_RULE_SET }
  const cohort = keepCohort({ db, secrets })
  const viewerId = SYSTEM_ACTOR_ID
  await cohort.follow(today)
  const [opening] = await listOpenings(db, today)
  const [one] = await listCandidates(db, secrets)
  if (!opening || !one) throw new Error('The demonstration has nobody to rank')
  const somebodyChanges = () =>
    db.commit([db.query.updateTable('care_leaver').set({ eet_status: 'G5' }).where('id', '=', one.id)])

  const peopleKept = async () => {
    const { rows } = await cohort.peopleFor(opening, { viewerId, today, from: 0, rows: SHOWN })
    return rows.map((row) => toBrokerRow(row.of, row))
  }
  const peopleAnew = async () => {
    const all = await listCandidates(db, secrets, { viewerId })
    const byId = new Map(all.map((person) => [person.id, person]))
    const { rows } = shortlistPeople(all, opening, context, { limit: SHOWN })
    return rows.map((row) => toBrokerRow(byId.get(row.id) ?? one, row))
  }
  const offersKept = async () => {
    const person = (await findCandidate(db, secrets, one.id)) ?? one
    return cohort.offersFor(person, { today, limit: SHOWN })
  }
  const offersAnew = async () => {
    const person = (await findCandidate(db, secrets, one.id)) ?? one
    return shortlistOpenings(person, await listOpenings(db, today), context, { limit: SHOWN })
  }
  return {
    people: {
      kept: () => millisecondsOf(peopleKept),
      changed: async () => {
        await somebodyChanges()
        return millisecondsOf(peopleKept)
      },
      anew: () => millisecondsOf(peopleAnew),
    },
    offers: {
      kept: () => millisecondsOf(offersKept),
      anew: () => millisecondsOf(offersAnew),
    },
  }
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

type Rounds = { kept: number[]; anew: number[]; changed?: number[] }

const figuresOf = (name: string, { kept, anew, changed }: Rounds): Figure[] => [
  figureOf(`shortlist.${name}`, 'ms', kept),
  ...(changed ? [figureOf(`shortlist.${name}.after-a-change`, 'ms', changed)] : []),
  figureOf(`shortlist.${name}.anew`, 'ms', anew),
  figureOf(`shortlist.${name}.faster`, '× anew', ratios(anew, kept), { atLeast: 1 }),
]
