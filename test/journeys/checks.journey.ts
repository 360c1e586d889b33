import { expect } from 'vitest'
import { listTasksOfPair } from '../../db/queries/check-tasks'
import { findCareLeaver } from '../../db/queries/care-leavers'
import { randomId } from '../../src/auth/secrets'
import { endEverything } from '../../src/commands/care-leavers/close-record'
import { erasePerson } from '../../src/commands/care-leavers/erase-person'
import { SYSTEM_ACTOR_ID } from '../../src/domain/account'
import { everythingStored } from '../support/everything-stored'
import {
  acting,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
} from '../support/givens'
import type { World } from '../support/world'

/** An offer of which the rules cannot say whether it is for somebody: no start date, a DBS check, and a long way. */
async function anUnclearOffer(world: World) {
  const { id: organisationId } = await givenOrganisation(world, { name: `Parks ${randomId()}` })
  const champion = await givenSignedIn(world, 'champion', { organisationId })
  const broker = await givenSignedIn(world, 'broker', { name: 'Grace Lane' })
  const offer = await givenPublished(
    world,
    { id: champion.id, organisationId },
    { title: 'Tree team', startsOn: null, maxAge: 25, dbsLevel: 'basic', isRemote: true, weekTimes: [] },
  )
  return { champion, broker, offer }
}

/** What the rules ask is put to the adviser and the champion, each answers, and the broker reads how it stands. */
export async function askAndAnswer(world: World) {
  const { champion, broker, offer } = await anUnclearOffer(world)
  const adviser = await givenSignedIn(world, 'adviser', { name: 'Sam Hill' })
  const person = await givenCareLeaver(world, {
    name: 'Robin',
    adviserId: adviser.id,
    dateOfBirth: '2001-03-01',
  })
  const pair = `/team/opportunities/${offer.id}/people/${person.id}`
  expect(await broker.text(pair)).toContain('Ask for these checks')

  expect((await broker.post(`${pair}/checks`)).status).toBe(303)
  // Asked again, nothing is asked twice.
  await broker.post(`${pair}/checks`)
  const tasks = await listTasksOfPair(world.db, person.id, offer.id)
  expect(tasks.map(({ rule, turn }) => [rule, turn]).sort()).toEqual([
    ['age-on-start-date', 'champion'],
    ['background-check', 'adviser'],
  ])
  expect(await broker.text(pair)).not.toContain('Ask for these checks')
  expect(await broker.text('/team?turn=adviser')).toContain('Check: Tree team')

  const asked = await champion.text('/champion')
  expect(asked).toContain('The 18+ team asks when it starts')
  expect(asked).not.toContain('Robin')

  expect(await adviser.text('/adviser')).toMatch(
    /Robin.*<strong class="govuk-tag govuk-tag--yellow">1<\/strong>/s,
  )
  expect(await adviser.text(`/adviser/people/${person.id}`)).toContain('The 18+ team asks you to check')
  const recorded = await adviser.post(`/adviser/people/${person.id}/facts/dbs`, {
    level: 'basic',
    'issuedOn-day': '1',
    'issuedOn-month': '11',
    'issuedOn-year': '2026',
  })
  expect(recorded.status).toBe(303)
  expect(await adviser.text(`/adviser/people/${person.id}`)).not.toContain('The 18+ team asks you to check')
  expect(await broker.text(pair)).toMatch(/DBS check<\/td>.*Settled by <bdi>Sam Hill/s)
}

/** Somebody is asked about their trip in their own words, answers once, and it goes with them when they are erased. */
export async function askAYoungPerson(world: World) {
  const { broker, champion } = await anUnclearOffer(world)
  const far = await givenPublished(
    world,
    { id: champion.id, organisationId: champion.organisationId },
    { title: 'Far away', district: 'E07000108', weekTimes: ['weekends'], supports: ['flexible-hours'] },
  )
  const young = await givenYoungPerson(world, { name: 'Jaden' })
  await young.post('/my/answers/free-times', { choices: ['weekday-days'] })
  const pair = `/team/opportunities/${far.id}/people/${young.person.id}`
  await broker.post(`${pair}/checks`)
  const tasks = await listTasksOfPair(world.db, young.person.id, far.id)
  const [task] = tasks.filter(({ turn }) => turn === 'young-person')
  expect(task).toBeDefined()

  expect(await young.text('/my')).toContain('About “Far away”')
  const question = await young.text(`/my/checks/${task?.id}`)
  expect(question).toContain('We think of “')
  expect((await young.post(`/my/checks/${task?.id}`, { words: ' ' })).status).toBe(422)
  const words = `My aunt drives me ${randomId()}`
  const answers = await Promise.all([
    young.post(`/my/checks/${task?.id}`, { words }),
    young.post(`/my/checks/${task?.id}`, { words }),
  ])
  expect(answers.some(({ status }) => status === 303)).toBe(true)
  expect((await young.post(`/my/checks/${task?.id}`, { words: 'Again' })).status).toBe(409)
  expect(await broker.text(pair)).toContain(words)

  const system = acting(world, SYSTEM_ACTOR_ID)
  const record = await findCareLeaver(world.db, young.person.id)
  if (record) await erasePerson(system, record.id, await endEverything(system, record))
  expect(await everythingStored(world.db)).not.toContain(words)
}

/** Nothing is asked about somebody who did not agree to be suggested, and a later no ends what is asked. */
export async function askNobodyWithoutAYes(world: World) {
  const { broker, offer } = await anUnclearOffer(world)
  const notAsked = await givenCareLeaver(world, { name: 'Sam', considers: false })
  const hidden = `/team/opportunities/${offer.id}/people/${notAsked.id}`
  expect(await broker.text(hidden)).not.toContain('Ask for these checks')
  expect((await broker.post(`${hidden}/checks`)).status).toBe(409)
  expect(await listTasksOfPair(world.db, notAsked.id, offer.id)).toEqual([])

  const young = await givenYoungPerson(world, { name: 'Jaden' })
  const pair = `/team/opportunities/${offer.id}/people/${young.person.id}`
  await broker.post(`${pair}/checks`)
  const [task] = (await listTasksOfPair(world.db, young.person.id, offer.id)).filter(
    ({ careLeaverId }) => careLeaverId !== null,
  )
  expect(task?.state).toBe('open')
  await young.post('/my/welcome', { answer: 'no' })
  expect(await broker.text(pair)).not.toContain('Settle or take back')
  expect((await broker.get(`${pair}/checks/${task?.id}`)).status).toBe(404)
  const after = await listTasksOfPair(world.db, young.person.id, offer.id)
  expect(after.filter(({ careLeaverId, state }) => careLeaverId !== null && state === 'open')).toEqual([])
}
