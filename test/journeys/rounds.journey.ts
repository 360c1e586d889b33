import { expect } from 'vitest'
import { findCareLeaver } from '../../db/queries/care-leavers'
import {
  findRoundInputs,
  listRoundResults,
  listRoundsToCompute,
  listSuggestions,
} from '../../db/queries/rounds'
import { randomId } from '../../src/auth/secrets'
import { endEverything } from '../../src/commands/care-leavers/close-record'
import { erasePerson } from '../../src/commands/care-leavers/erase-person'
import { computeRound } from '../../src/commands/rounds/compute-round'
import { SYSTEM_ACTOR_ID } from '../../src/domain/account'
import type { CareLeaverId, RoundId } from '../../src/domain/ids'
import { placeCohort, placeUnder } from '../../src/matching/cohort/place-cohort'
import { fromParts } from '../../src/matching/cohort/stored-round'
import type { Browser } from '../support/browser'
import { everythingStored } from '../support/everything-stored'
import {
  acting,
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  HOLD,
} from '../support/givens'
import { givenRound } from '../support/rounds'
import type { World } from '../support/world'

const TODAY = { 'day-day': '23', 'day-month': '11', 'day-year': '2026' }

const idIn = (response: Response): string =>
  /\/team\/rounds\/([0-9a-f]{32})/.exec(response.headers.get('location') ?? '')?.[1] ?? ''

/** The hidden fields of a person's page: the suggestion as it was when the page was opened. */
function seenOn(html: string) {
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''
  return { suggestion: field('suggestion'), seen: field('seen') }
}

const openARound = (broker: Pick<Browser, 'post'>) =>
  broker.post('/team/rounds', {
    which: 'kinds',
    kinds: ['insight-day'],
    waitWeeksMin: '0',
    pairs: 'also-unclear',
    ...TODAY,
  })

/** Three people, two offers with a place each, and a broker. */
async function aScene(world: World) {
  // Journeys share a database on Workers: whoever another left waiting would take part, and be suggested by lot.
  await world.db.commit([world.db.query.updateTable('care_leaver').set({ waiting_since: null })])
  const { id: organisationId } = await givenOrganisation(world, { name: `Parks ${randomId()}` })
  const owner = { id: (await givenAccount(world, 'champion', { organisationId })).id, organisationId }
  const broker = await givenSignedIn(world, 'broker')
  const people: CareLeaverId[] = []
  for (const name of ['Ann', 'Ben', 'Cat']) people.push((await givenCareLeaver(world, { name })).id)
  const offers = [
    await givenPublished(world, owner, { title: 'Tree team', places: 1, topics: ['nature-outdoors'] }),
    await givenPublished(world, owner, { title: 'Front desk', places: 1, topics: ['computers'] }),
  ] as const
  return { broker, people, offers }
}

/** From opening a round to its last decision: opened, worked out, compared, accepted, swapped, dropped, closed. */
export async function walkARound(world: World) {
  const { broker, people } = await aScene(world)
  const opened = await openARound(broker)
  const id = idIn(opened)
  expect([opened.status, id.length]).toEqual([303, 32])
  expect(await broker.text(`/team/rounds/${id}`)).toContain('It is being worked out: 0 %')

  expect(await world.computeRounds()).toEqual(['committed'])
  expect(await world.computeRounds()).toEqual([])
  const compared = await broker.text(`/team/rounds/${id}`)
  expect(compared).toContain('Band by band places 2 of 3 people')
  expect(compared).toContain('No rule can place more.')
  expect(await broker.text(`/team/rounds/${id}/people?show=without`)).toContain('Without a place: 1 person')
  expect(await broker.text(`/team/rounds/${id}/offers`)).toContain('Front desk')

  // Nothing was told to anybody by working it out, and no place is held.
  expect(await world.db.query.selectFrom('match').select('id').execute()).toEqual([])

  const chosen = await broker.post(`/team/rounds/${id}/choose`, { rule: 'band-by-band', reason: '' })
  expect(chosen.headers.get('location')).toBe(`/team/rounds/${id}/people`)
  const suggestions = await listSuggestions(world.db, id as RoundId)
  expect(suggestions.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  const [first, second] = suggestions as [(typeof suggestions)[number], (typeof suggestions)[number]]
  const without = [0, 1, 2].find((number) => number !== first.person && number !== second.person) as number

  // The first place goes to the one who has none: the effect is shown before.
  const swap = `/team/rounds/${id}/people/${first.person}/swap`
  const effect = await broker.text(`${swap}?with=${without}`)
  expect(effect).toContain('What it does with')
  const swapped = await broker.post(swap, {
    person: String(without),
    reason: 'Asked for it',
    ...seenOn(effect),
  })
  expect(swapped.status).toBe(303)

  // The second is proposed, like any other proposal.
  const page = await broker.text(`/team/rounds/${id}/people/${second.person}`)
  expect(page).toContain('Propose it')
  const accepted = await broker.post(`/team/rounds/${id}/people/${second.person}/accept`, {
    reason: 'Fits',
    wordsToPerson: '',
    ...seenOn(page),
    ...HOLD,
  })
  expect(accepted.status).toBe(303)
  const matches = await world.db.query
    .selectFrom('match')
    .select(['state', 'care_leaver_id', 'hold_until'])
    .execute()
  expect(matches).toHaveLength(1)
  expect(matches[0]).toMatchObject({ state: 'proposed', hold_until: '2026-11-30' })
  expect(people).toContain(matches[0]?.care_leaver_id)

  // Who opened the page before is told that a colleague was there, and nothing is proposed twice.
  const again = await broker.post(`/team/rounds/${id}/people/${second.person}/drop`, {
    dropReason: 'Too late',
    ...seenOn(page),
  })
  expect(again.status).toBe(409)

  const last = await broker.text(`/team/rounds/${id}/people/${without}`)
  const dropped = await broker.post(`/team/rounds/${id}/people/${without}/drop`, {
    dropReason: 'Started elsewhere',
    ...seenOn(last),
  })
  expect(dropped.status).toBe(303)
  expect((await listSuggestions(world.db, id as RoundId)).map(({ state }) => state).sort()).toEqual([
    'dropped',
    'dropped',
    'proposed',
  ])
  const history = await broker.text(`/team/history/round/${id}`)
  for (const what of ['Rule chosen: Band by band', 'Swapped with', 'Proposed out of', 'Dropped'])
    expect(history).toContain(what)
  const ended = await broker.post(`/team/rounds/${id}/end`, { ending: 'close', endReason: 'All decided' })
  expect(ended.status).toBe(303)
  await expectTheSameAgain(world, id as RoundId)
}

/** What is stored gives the same placements to the byte. */
async function expectTheSameAgain(world: World, id: RoundId) {
  const [inputs, results] = await Promise.all([findRoundInputs(world.db, id), listRoundResults(world.db, id)])
  const round = fromParts(inputs.parts, inputs)
  expect(results).toHaveLength(5)
  for (const { rule, placements } of results)
    expect([rule, placeUnder(round, rule).placements]).toEqual([rule, placements])
}

/** A person who is erased leaves no trace in a round, and the round is placed again as before. */
export async function eraseSomebodyOfARound(world: World) {
  const { broker, people } = await aScene(world)
  const opened = await openARound(broker)
  const id = idIn(opened) as RoundId
  await world.computeRounds()
  await broker.post(`/team/rounds/${id}/choose`, { rule: 'band-by-band', reason: '' })
  const [first] = await listSuggestions(world.db, id)
  const page = await broker.text(`/team/rounds/${id}/people/${first?.person}`)
  await broker.post(`/team/rounds/${id}/people/${first?.person}/accept`, {
    reason: 'Fits Zanzibar',
    wordsToPerson: '',
    ...seenOn(page),
    ...HOLD,
  })
  const gone = await world.db.query
    .selectFrom('round_person')
    .where('round_id', '=', id)
    .where('number', '=', first?.person ?? -1)
    .select('care_leaver_id')
    .executeTakeFirstOrThrow()
  const person = await findCareLeaver(world.db, gone.care_leaver_id as CareLeaverId)
  if (!person) throw new Error('The person is missing')
  const system = acting(world, SYSTEM_ACTOR_ID)
  expect(await erasePerson(system, person.id, await endEverything(system, person))).toBe('committed')

  const linked = await world.db.query
    .selectFrom('round_person')
    .where('care_leaver_id', '=', person.id)
    .select('number')
    .execute()
  expect(linked).toEqual([])
  expect((await listSuggestions(world.db, id)).filter(({ matchId }) => matchId !== null)).toEqual([])
  expect(await everythingStored(world.db)).not.toContain('Zanzibar')
  expect(await broker.text(`/team/rounds/${id}/people/${first?.person}`)).toContain('no longer here')
  expect(people).toContain(person.id)
  await expectTheSameAgain(world, id)
}

/** Somebody who is erased between reading and writing: the round is worked out again without them, whole. */
export async function eraseSomebodyMeanwhile(world: World) {
  const { broker, people } = await aScene(world)
  const opened = await openARound(broker)
  const id = idIn(opened) as RoundId
  const system = acting(world, SYSTEM_ACTOR_ID)
  const [round] = await listRoundsToCompute(world.db, '2026-11-23')
  if (!round) throw new Error('The round is missing')
  const outcome = await computeRound(system, round, async (cohort) => {
    const person = await findCareLeaver(world.db, people[0] as CareLeaverId)
    if (person) await erasePerson(system, person.id, await endEverything(system, person))
    return placeCohort(cohort)
  })
  expect(outcome).toBe('changed-meanwhile')
  const inIt = () =>
    world.db.query
      .selectFrom('round_person')
      .where('round_id', '=', id)
      .select('care_leaver_id as id')
      .execute()
  expect([await inIt(), await listRoundResults(world.db, id)]).toEqual([[], []])
  expect(await world.computeRounds()).toEqual(['committed'])
  const ids = (await inIt()).map((one) => one.id)
  expect(people.map((one) => ids.includes(one))).toEqual([false, true, true])
  expect(await broker.text(`/team/rounds/${id}`)).toContain('The rules side by side')
}

/** Many decisions on one suggestion at the same moment: one happens, the others hear of it. */
export async function raceForOneSuggestion(
  world: World,
  { rounds, brokers }: { rounds: number; brokers: number },
) {
  const { broker, people, offers } = await aScene(world)
  const browsers = [broker]
  while (browsers.length < brokers) browsers.push(await givenSignedIn(world, 'broker'))
  for (let turn = 0; turn < rounds; turn += 1) {
    const { id, suggestion } = await givenRound(world.db, {
      openedBy: broker.id,
      people,
      offer: offers[0].id,
      at: world.now().toISOString(),
      isChosen: true,
    })
    const seen = { suggestion, seen: '1' }
    const at = `/team/rounds/${id}/people/0`
    const answers = await Promise.all(
      browsers.map((one, index) =>
        index % 2 === 0
          ? one.post(`${at}/drop`, { dropReason: 'No', ...seen })
          : one.post(`${at}/swap`, { person: '1', reason: 'Yes', ...seen }),
      ),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect([turn, ...statuses]).toEqual([turn, 303, ...Array.from({ length: brokers - 1 }, () => 409)])
    const open = (await listSuggestions(world.db, id)).filter(({ state }) => state === 'waiting')
    expect(open.length).toBeLessThanOrEqual(1)
  }
}
