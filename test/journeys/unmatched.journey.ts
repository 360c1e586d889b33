import { expect } from 'vitest'
import { collectRecord } from '../../db/queries/own-record'
import { findCareLeaver } from '../../db/queries/care-leavers'
import { addNoMatch } from '../../db/statements/no-match'
import { saveProfileAnswer } from '../../db/statements/care-leavers'
import { endEverything } from '../../src/commands/care-leavers/close-record'
import { erasePerson } from '../../src/commands/care-leavers/erase-person'
import { randomId } from '../../src/auth/secrets'
import { addDays } from '../../src/domain/dates'
import type { AccountId, CareLeaverId } from '../../src/domain/ids'
import { OPPORTUNITY_KINDS } from '../../src/domain/opportunity'
import { dayValues } from '../../src/http/fields'
import {
  acting,
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
} from '../support/givens'
import type { World } from '../support/world'

const today = (world: World) => world.now().toISOString().slice(0, 10)

const ANSWER = {
  goals: { goals: ['find-a-home'], words: '' },
  'not-suggest': { kinds: [...OPPORTUNITY_KINDS] },
} as const

const answers = (world: World, careLeaverId: CareLeaverId, question: keyof typeof ANSWER) =>
  saveProfileAnswer(world.db, {
    careLeaverId,
    question,
    answer: ANSWER[question],
    answeredAt: world.now().toISOString(),
    answeredBy: 'test' as AccountId,
    theirWords: '',
  })

/** Somebody who looks for a home, where there is an insight day and nothing else. */
async function aScene(world: World) {
  const { id: organisationId } = await givenOrganisation(world, { name: `Highways ${randomId()}` })
  const owner = { id: (await givenAccount(world, 'champion', { organisationId })).id, organisationId }
  await givenPublished(world, owner, { title: 'Tree team', weekTimes: [], isRemote: true })
  const young = await givenYoungPerson(world, { name: 'Robin' })
  await world.db.commit([answers(world, young.person.id, 'goals')])
  const broker = await givenSignedIn(world, 'broker', { name: 'Grace Lane' })
  return { owner, young, person: young.person, broker }
}

const found = (day: string, overrides: Record<string, string> = {}) =>
  ({
    code: 'no-such-offer',
    words: 'We asked three teams for rooms',
    seen: '0',
    ...dayValues('lookAgainOn', day),
    ...overrides,
  }) as Record<string, string>

/** Whom nothing fits waits for a human; the human looks, says why and when to look again; nobody is dropped. */
export async function lookForTheUnmatched(world: World) {
  const { owner, young, person, broker } = await aScene(world)
  expect(await broker.text('/team')).toContain('Nothing fits: 1 person to look at')
  const list = await broker.text('/team/unmatched')
  expect(list).toContain('Robin')
  expect(list).toContain('<strong>No offer of a kind they want</strong>')
  expect(list).toMatch(/a new offer, [^<]+ in Maidstone/)
  expect(await young.text('/my')).toContain('Nothing fits you fully yet')

  const page = `/team/unmatched/${person.id}`
  const again = addDays(today(world), 28)
  expect((await broker.post(page, found(again, { words: ' ' }))).status).toBe(422)
  expect((await broker.post(page, found(addDays(today(world), 183)))).status).toBe(422)
  expect((await broker.post(page, found(again))).status).toBe(303)

  expect(await broker.text('/team')).not.toContain('Nothing fits:')
  expect(await broker.text('/team/unmatched')).not.toContain('Robin')
  expect(await broker.text('/team/unmatched?show=later')).toContain('Robin')
  expect(await broker.text(`/team/history/no-match/${person.id}`)).toContain('nothing fitted')
  expect(await young.text('/my')).toContain('A person on our team has looked for you.')
  const record = await collectRecord(world.db, world.secrets, person.id)
  expect(record.whenNothingFitted).toEqual([
    {
      why: 'There is no offer of the kind you want right now.',
      words: 'We asked three teams for rooms',
      recordedOn: today(world),
      weLookAgainOn: again,
    },
  ])

  // On that day they are back, and looking again is another row.
  world.setTime(`${again}T09:00:00Z`)
  const later = await givenSignedIn(world, 'broker')
  expect(await later.text('/team/unmatched')).toContain('Robin')
  expect((await later.post(page, found(addDays(again, 7)))).status).toBe(409)
  expect((await later.post(page, found(addDays(again, 7), { seen: '1' }))).status).toBe(303)

  // And as soon as an offer fits they are on no list of these any more.
  await givenPublished(world, owner, { title: 'A room', kind: 'housing-help', isRemote: true, weekTimes: [] })
  expect(await later.text('/team/unmatched?show=later')).not.toContain('Robin')
  expect((await later.post(page, found(addDays(again, 7), { seen: '2' }))).status).toBe(409)
}

/** Of two brokers who look at once, one is kept. */
export async function raceForTheUnmatched(world: World, { rounds }: { rounds: number }) {
  const { broker } = await aScene(world)
  const other = await givenSignedIn(world, 'broker')
  for (let round = 0; round < rounds; round += 1) {
    const { id } = await givenCareLeaver(world, { name: 'Kit' })
    await world.db.commit([answers(world, id, 'not-suggest')])
    const both = await Promise.all(
      [broker, other].map((one) => one.post(`/team/unmatched/${id}`, found(addDays(today(world), 14)))),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
  }
}

/** What the schema refuses, and what goes with a person. */
export async function keepNoMatchWhole(world: World) {
  const { person, broker } = await aScene(world)
  const row = {
    careLeaverId: person.id,
    version: 1,
    on: today(world),
    by: broker.id,
    code: 'other',
    words: 'No',
  } as const
  const add = (lookAgainOn: string) => world.db.commit([addNoMatch(world.db, { ...row, lookAgainOn })])
  await expect(add(row.on)).rejects.toThrow('looked_at_again_within_half_a_year')
  await expect(add(addDays(row.on, 183))).rejects.toThrow('looked_at_again_within_half_a_year')
  await world.db.commit([answers(world, person.id, 'not-suggest')])
  expect((await broker.post(`/team/unmatched/${person.id}`, found(addDays(row.on, 14)))).status).toBe(303)

  const ctx = acting(world, broker.id)
  const record = await findCareLeaver(world.db, person.id)
  if (!record) throw new Error('The person is gone')
  expect(await erasePerson(ctx, person.id, await endEverything(ctx, record))).toBe('committed')
  const left = await world.db.query
    .selectFrom('no_match')
    .where('care_leaver_id', '=', person.id)
    .selectAll()
    .execute()
  expect(left).toEqual([])
  await expect(add(addDays(row.on, 7))).rejects.toThrow('person is erased')
  expect((await broker.get(`/team/history/no-match/${person.id}`)).status).toBe(404)
}
