import type { Chance } from '../../db/seed/demo/chance'
import { findMatch } from '../../db/queries/matches'
import { endHold } from '../../src/commands/matches/end-match'
import { addDays } from '../../src/domain/dates'
import { type County, dayBoxes, openCounty } from './county'
import type { Answer } from './ask'
import type { Proof } from './proof'
import { runTests } from './run-tests'
import type { Place, Visitor } from './visitor'

/** How many arrive at once. */
const AT_ONCE = 32

type Race = {
  name: string
  run(county: County, places: readonly Place[], chance: Chance): Promise<string[]>
}

/** What `size` rounds of each do, on two server processes over one database. */
const RACES: readonly Race[] = [
  { name: 'proposals for the last place', run: proposeTheLastPlace },
  { name: 'a yes as the hold ends', run: sayYesAsTheHoldEnds },
  { name: 'two brokers on one match', run: takeOneMatchBack },
  { name: 'two tabs of one person', run: askInTwoTabs },
]

/** The places change hands on the database alone: it settles what no process could settle for the other. */
export const race: Proof = {
  name: 'race',
  claim: 'of 32 who want the same at once one gets it, and the others are told, whichever process they ask',
  unit: 'rounds of each race',
  defaultSize: 200,
  ciSize: 6,
  async run({ size, folder, startProduct, chance, log }) {
    const county = await openCounty(`${folder}/waymark.sqlite`)
    const places = [await startProduct(), await startProduct()]
    const failures: string[] = []
    const counts: Record<string, number> = {}
    for (const { name, run } of RACES) {
      for (let round = 0; round < size; round += 1) {
        county.forgetBrowsers()
        const wrong = await run(county, places, chance)
        failures.push(...wrong.map((fault) => `${name}, round ${round}: ${fault}`))
      }
      counts[name] = size
      log(`${name}: ${size} rounds`)
    }
    counts['of them the hold ended first'] = county.count(
      "SELECT count(*) FROM match WHERE state = 'expired'",
    )
    county.close()
    const workers = await runTests(folder, ['--project', 'workers', 'races'], { RACE_ROUNDS: String(size) })
    counts['races on Workers and D1'] = workers.passed
    return { counts, failures: [...failures, ...workers.failures] }
  },
}

/** One browser of each account at each process, in turn. */
async function browsersOf(
  county: County,
  people: readonly Parameters<County['signedIn']>[0][],
  places: readonly Place[],
): Promise<Visitor[]> {
  const browsers: Visitor[] = []
  for (const place of places) for (const one of people) browsers.push(await county.signedIn(one, place))
  return browsers
}

/** Everybody at once, each with the browser whose turn it is. */
function atOnce(
  browsers: readonly Visitor[],
  chance: Chance,
  ask: (browser: Visitor, turn: number) => Promise<Answer>,
) {
  const turns = chance.shuffled(Array.from({ length: AT_ONCE }, (_, turn) => turn))
  return Promise.all(turns.map((turn) => ask(browsers[turn % browsers.length] as Visitor, turn)))
}

/** One 303 or none, and a 409 for everybody else. */
function faultsOf(answers: readonly Answer[], winners: number): string[] {
  const count = (status: number) => answers.filter((answer) => answer.status === status).length
  if (count(303) === winners && count(409) === answers.length - winners) return []
  return [
    `answers ${answers
      .map(({ status }) => status)
      .sort()
      .join(' ')}`,
  ]
}

const placesOf = (county: County, opportunityId: string) =>
  county.count(
    "SELECT places_taken || ' of ' || places || ', ' || places_filled || ' filled' FROM opportunity WHERE id = ?",
    opportunityId,
  )

async function proposeTheLastPlace(
  county: County,
  places: readonly Place[],
  chance: Chance,
): Promise<string[]> {
  const browsers = await browsersOf(county, [county.broker, await county.account('broker')], places)
  const people = await Promise.all(Array.from({ length: AT_ONCE }, () => county.youngPerson()))
  const offer = await county.offer(1)
  const fields = { reason: 'Fits', ...dayBoxes('holdUntil', addDays(county.today(), 7)) }
  const answers = await atOnce(browsers, chance, (browser, turn) =>
    browser.post(`/team/opportunities/${offer}/people/${people[turn]?.id}/propose`, fields),
  )
  const matches = county.count('SELECT count(*) FROM match WHERE opportunity_id = ?', offer)
  return [
    ...faultsOf(answers, 1),
    ...(matches === 1 && String(placesOf(county, offer)) === '1 of 1, 0 filled'
      ? []
      : [`${matches} matches`]),
  ]
}

async function sayYesAsTheHoldEnds(
  county: County,
  places: readonly Place[],
  chance: Chance,
): Promise<string[]> {
  const [person, offer] = [await county.youngPerson(), await county.offer(1)]
  const browsers = await browsersOf(county, [person.account], places)
  const id = await county.proposal(person.id, offer)
  const match = await findMatch(county.db, id)
  if (!match) return ['the proposal is missing']
  const ending = new Promise<string>((resolve) => {
    setTimeout(() => void endHold(county.system(), match).then(resolve, String), chance.between(0, 60))
  })
  const answers = await atOnce(browsers, chance, (browser) =>
    browser.post(`/my/offers/${id}/yes/send`, { nameUsed: 'Robbie' }),
  )
  const hasEnded = (await ending) === 'committed'
  const state = (await findMatch(county.db, id))?.state
  const taken = String(placesOf(county, offer))
  const isRight = hasEnded
    ? state === 'expired' && taken === '0 of 1, 0 filled'
    : state === 'introduced' && taken === '1 of 1, 1 filled'
  return [...faultsOf(answers, hasEnded ? 0 : 1), ...(isRight ? [] : [`${state}, places ${taken}`])]
}

async function takeOneMatchBack(county: County, places: readonly Place[], chance: Chance): Promise<string[]> {
  const browsers = await browsersOf(county, [county.broker, await county.account('broker')], places)
  const offer = await county.offer(1)
  const id = await county.proposal((await county.youngPerson()).id, offer)
  const answers = await atOnce(browsers, chance, (browser, turn) =>
    browser.post(`/team/matches/${id}/withdraw`, {
      ending: turn % 2 === 0 ? 'withdraw' : 'supersede',
      reason: `Reason ${turn}`,
    }),
  )
  const versions = county.count('SELECT count(*) FROM audit_event WHERE subject = ?', `match:${id}`)
  return [
    ...faultsOf(answers, 1),
    ...(versions === 2 && String(placesOf(county, offer)) === '0 of 1, 0 filled'
      ? []
      : [`${versions} versions`]),
  ]
}

async function askInTwoTabs(county: County, places: readonly Place[], chance: Chance): Promise<string[]> {
  const [person, offer] = [await county.youngPerson(), await county.offer(3)]
  const browsers = await browsersOf(county, [person.account], places)
  const answers = await atOnce(browsers, chance, (browser) =>
    browser.post(`/my/interests/${offer}`, { words: '' }),
  )
  const asked = county.count('SELECT count(*) FROM interest WHERE care_leaver_id = ?', person.id)
  return [...faultsOf(answers, 1), ...(asked === 1 ? [] : [`${asked} interests`])]
}
