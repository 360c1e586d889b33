import { expect } from 'vitest'
import { findCareLeaver } from '../../db/queries/care-leavers'
import { findMentor, listMentorSteps } from '../../db/queries/mentors'
import { findLiveMentorRequest, listMentorChoices } from '../../db/queries/mentor-requests'
import { addMentorChoice } from '../../db/statements/mentor-requests'
import { addMentorStep } from '../../db/statements/mentors'
import { randomId } from '../../src/auth/secrets'
import { endEverything } from '../../src/commands/care-leavers/close-record'
import { erasePerson } from '../../src/commands/care-leavers/erase-person'
import { SYSTEM_ACTOR_ID } from '../../src/domain/account'
import type { AccountId, MentorId } from '../../src/domain/ids'
import type { StepDetail, StepStage } from '../../src/domain/mentor'
import type { Fields } from '../support/browser'
import { everythingStored } from '../support/everything-stored'
import { acting, givenCareLeaver, givenSignedIn } from '../support/givens'
import { CHECK, givenMentor } from '../support/mentors'
import { DAY, type World } from '../support/world'

const day = (name: string, text: string): Fields => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

const DETAILS: Fields = {
  kind: 'befriender',
  firstName: 'Ines',
  familyName: 'Marlow',
  district: 'E07000110',
  travelKmMax: '16',
  topics: ['cooking-food'],
  languages: ['english', 'arabic'],
  weekTimes: ['weekends'],
  capacity: '2',
  about: 'I cook.',
}

const ON = day('onDay', '2026-11-20')
const RECORD: readonly Fields[] = [
  { step: 'check-identity', ...ON },
  { step: 'interview', ...ON },
  { step: 'take-reference', setting: 'work', knownYears: '3', notFamily: 'yes', ...ON },
  { step: 'take-reference', setting: 'community', knownYears: '9', notFamily: 'yes', ...ON },
  { step: 'request-dbs', ...ON },
  {
    step: 'clear-dbs',
    dbsLevel: 'enhanced',
    dbsWorkforce: 'adult',
    ...ON,
    ...day('issuedOn', '2026-11-19'),
    ...day('renewOn', '2027-01-15'),
  },
  { step: 'train', ...ON },
  { step: 'approve', ...ON },
]

/** A coordinator takes somebody from applying to being approved, pauses them, and time makes them lapse. */
export async function keepTheRecord(world: World) {
  const coordinator = await givenSignedIn(world, 'coordinator', { name: 'Nadia Brill' })
  const added = await coordinator.post('/mentoring/mentors', DETAILS)
  const path = added.headers.get('location') ?? ''
  const id = path.split('/').at(-1) as MentorId
  const stage = async () => (await findMentor(world.db, id))?.stage
  expect(await stage()).toBe('applied')
  for (const fields of RECORD) {
    const answer = await coordinator.post(`${path}/step`, fields)
    expect(answer.status, JSON.stringify(fields)).toBe(303)
  }
  expect(await stage()).toBe('approved')
  expect((await coordinator.post(`${path}/stop`, { stop: 'pause', reason: 'away' })).status).toBe(303)
  expect(await stage()).toBe('paused')
  expect((await coordinator.post(`${path}/resume`)).status).toBe(303)
  expect(await stage()).toBe('approved')
  const html = await coordinator.text(path)
  expect(html).toContain('A club, faith or community group, known 9 years, not family')
  expect(await coordinator.text('/mentoring')).toContain('15 January 2027')
  world.setTime('2027-01-15T09:00:00Z')
  await world.runDue()
  expect(await stage()).toBe('lapsed')
  const [lapse] = await listMentorSteps(world.db, id)
  expect(lapse).toMatchObject({ stage: 'lapsed', reason: 'renewal-passed', checkedByName: 'Waymark' })
  const events = await world.db.query
    .selectFrom('audit_event')
    .where('subject', '=', `mentor:${id}`)
    .select('action')
    .orderBy('version')
    .execute()
  expect(events.map(({ action }) => action)).toEqual([
    'mentor.write',
    'mentor.check-identity',
    'mentor.interview',
    'mentor.take-reference',
    'mentor.take-reference',
    'mentor.request-dbs',
    'mentor.clear-dbs',
    'mentor.train',
    'mentor.approve',
    'mentor.pause',
    'mentor.resume',
    'mentor.lapse',
  ])
}

/** Nobody passes a step, whatever the page believed. */
export async function refuseSkippedSteps(world: World) {
  const add = (mentorId: MentorId, stage: StepStage, detail: StepDetail = {}) =>
    world.db.commit([
      addMentorStep(world.db, {
        ...detail,
        id: randomId(),
        mentorId,
        stage,
        onDay: '2026-11-23',
        checkedBy: 'test' as AccountId,
        createdAt: world.now().toISOString(),
      }),
    ])
  const fresh = await givenMentor(world, { steps: 0 })
  for (const stage of ['approved', 'trained', 'matched', 'supervised', 'lapsed'] as const)
    await expect(add(fresh, stage, stage === 'lapsed' ? { reason: 'other' } : {})).rejects.toThrow(
      /out of order|lacks a step/,
    )
  const oneReference = await givenMentor(world, { steps: 3 })
  await expect(add(oneReference, 'dbs-requested')).rejects.toThrow('lacks a step')
  await expect(add(oneReference, 'references', { setting: 'work', knownYears: 5 })).rejects.toThrow('UNIQUE')
  await expect(add(oneReference, 'references', { setting: 'education', knownYears: 1 })).rejects.toThrow(
    'a_referee_has_known_them_two_years',
  )
  const checked = await givenMentor(world, { steps: 5 })
  await expect(add(checked, 'dbs-clear')).rejects.toThrow('a_clear_check_has_its_days')
  await add(checked, 'dbs-clear', { ...CHECK, renewOn: '2026-11-23' })
  await add(checked, 'trained')
  await expect(add(checked, 'approved')).rejects.toThrow('lacks a step')
  await expect(
    world.db.commit([
      world.db.query.updateTable('mentor').set({ stage: 'approved' }).where('id', '=', checked),
    ]),
  ).rejects.toThrow('moves by a step')
  await expect(
    world.db.commit([
      world.db.query.updateTable('mentor_step').set({ words: 'x' }).where('mentor_id', '=', checked),
    ]),
  ).rejects.toThrow('stays as it is')
  await expect(
    world.db.commit([world.db.query.deleteFrom('mentor_step').where('mentor_id', '=', checked)]),
  ).rejects.toThrow('stays as it is')
}

/** Two who record the same step at once: one of them is told. */
export async function raceForAStep(world: World) {
  const [one, other] = [await givenSignedIn(world, 'coordinator'), await givenSignedIn(world, 'coordinator')]
  const id = await givenMentor(world, { steps: 0 })
  const fields = { step: 'check-identity', ...ON }
  const answers = await Promise.all(
    [one, other].map((browser) => browser.post(`/mentoring/mentors/${id}/step`, fields)),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  expect(await listMentorSteps(world.db, id)).toHaveLength(1)
}

async function aRequest(world: World, languages: readonly string[] = []) {
  const coordinator = await givenSignedIn(world, 'coordinator', { name: 'Nadia Brill' })
  const young = await givenSignedIn(world, 'care-leaver')
  const person = await givenCareLeaver(world, { name: 'Robin', accountId: young.id })
  const asked = await young.post('/my/talk', { kind: 'mentor', languages, help: ['confidence'] })
  expect(asked.status).toBe(303)
  const request = await findLiveMentorRequest(world.db, person.id)
  if (!request) throw new Error('Nothing was asked for')
  return { coordinator, young, person, id: request.id, path: `/mentoring/requests/${request.id}` }
}

const placesOf = async (world: World, id: MentorId) => (await findMentor(world.db, id))?.peopleMatched

/** A young person asks, gets a choice, picks none, gets another, picks one, and ends it. */
export async function findSomebodyToTalkTo(world: World) {
  const one = await givenMentor(world, { firstName: 'Ines', familyName: 'Marlow' })
  const other = await givenMentor(world, { firstName: 'Otto', familyName: 'Quill' })
  const third = await givenMentor(world, { firstName: 'Petra', familyName: 'Quill' })
  const deaf = await givenMentor(world, { firstName: 'Zed', languages: ['polish'] })
  const { coordinator, young, person, path } = await aRequest(world, ['english'])
  expect(await coordinator.text('/mentoring')).toContain('Mentor: offer a choice')
  const html = await coordinator.text(path)
  expect(html).toContain('Ines Marlow')
  expect(html).toContain('0 of 1 young person')
  expect(html).not.toContain('Zed')
  const offer = (mentors: readonly MentorId[], reason = 'They like the same things') =>
    coordinator.post(`${path}/offer`, { mentors, reason })
  expect((await offer([])).status).toBe(422)
  expect((await offer([deaf])).status).toBe(409)
  expect((await offer([one, other])).status).toBe(303)
  expect([await placesOf(world, one), await placesOf(world, other)]).toEqual([1, 1])

  expect(await young.text('/my')).toContain('You have people to choose from')
  const choice = await young.text('/my/talk')
  expect(choice).toContain('Ines')
  expect(choice).not.toContain('Marlow')
  expect((await young.post('/my/talk/pick', { pick: 'none' })).status).toBe(303)
  expect([await placesOf(world, one), await placesOf(world, other)]).toEqual([0, 0])
  expect(await coordinator.text(path)).toContain('Said no to this before')

  expect((await offer([third, one])).status).toBe(303)
  const choices = await listMentorChoices(world.db, path.split('/').at(-1) as never)
  const picked = choices.find(({ state, mentorId }) => state === 'offered' && mentorId === third)
  expect((await young.post('/my/talk/pick', { pick: 'f'.repeat(32) })).status).toBe(409)
  expect((await young.post('/my/talk/pick', { pick: picked?.id ?? '' })).status).toBe(303)
  expect(await placesOf(world, one)).toBe(0)
  expect(await findMentor(world.db, third)).toMatchObject({ stage: 'matched', peopleMatched: 1 })
  await world.drain()
  expect(
    (await world.sentMail()).some(
      ({ to, subject }) => to === coordinator.email && subject === 'You have an update',
    ),
  ).toBe(true)
  const end = { stop: 'end', reason: 'other' }
  expect((await coordinator.post(`/mentoring/mentors/${third}/stop`, end)).status).toBe(409)
  const record = `/mentoring/mentors/${third}`
  const isListed = async (stage: string) =>
    (await coordinator.text(`/mentoring/mentors?stage=${stage}`)).includes('Petra')
  const [, meeting = ''] = (await coordinator.text('/mentoring')).split('Young people who meet somebody')
  expect(meeting).toContain(`href="${path}"`)
  expect(await coordinator.text(record)).toContain('Next: Record supervision')
  expect([await isListed('matched'), await isListed('approved')]).toEqual([true, false])
  expect((await young.post('/my/talk/end', { endCode: 'goal-reached' })).status).toBe(303)
  expect(await placesOf(world, third)).toBe(0)
  const free = await coordinator.text(record)
  expect(free).toMatch(/Their time with a young person\s+ended on 23 November 2026/)
  expect(free).toContain('>Approved to match<')
  expect(free).not.toContain('Next: Record supervision')
  expect([await isListed('matched'), await isListed('approved')]).toEqual([false, true])
  expect(await coordinator.text('/mentoring/mentors')).toContain('Their time with somebody is over')
  expect(await coordinator.text('/mentoring')).not.toContain(`href="${path}"`)
  expect(await findLiveMentorRequest(world.db, person.id)).toBeUndefined()
  expect(await young.text('/my/talk')).toContain('Ask for someone')
}

/** Two coordinators hold the last place of a mentor for two people: one does. */
export async function raceForAMentor(world: World) {
  const mentor = await givenMentor(world, { capacity: 1 })
  const [one, other] = [await aRequest(world), await aRequest(world)]
  const answers = await Promise.all(
    [one, other].map(({ coordinator, path }) =>
      coordinator.post(`${path}/offer`, { mentors: [mentor], reason: 'Fits well' }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  expect(await placesOf(world, mentor)).toBe(1)
}

/** A choice nobody answers goes back; nobody is offered who must not know; what is erased gives its place back. */
export async function letChoicesGo(world: World) {
  const mentor = await givenMentor(world, { firstName: 'Vera', familyName: 'Unwanted' })
  const fresh = await givenMentor(world, { steps: 7 })
  const { coordinator, young, person, path, id } = await aRequest(world)
  const offer = (mentors: readonly MentorId[]) =>
    coordinator.post(`${path}/offer`, { mentors, reason: 'Fits' })
  expect((await offer([fresh])).status).toBe(409)
  expect((await offer([mentor])).status).toBe(303)
  world.setTime('2026-12-20T10:00:00Z')
  await world.runDue()
  expect(await placesOf(world, mentor)).toBe(0)
  expect((await findLiveMentorRequest(world.db, person.id))?.state).toBe('open')

  await world.db.commit([
    world.db.query.insertInto('not_told').values({
      id: randomId(),
      care_leaver_id: person.id,
      kind: 'person',
      match_hash: await world.secrets.hash('not-told', 'vera unwanted'),
      added_by: 'test',
      added_at: world.now().toISOString(),
    }),
  ])
  const again = await givenSignedIn(world, 'coordinator')
  expect(await again.text(path)).not.toContain('Offer <')
  expect((await again.post(`${path}/offer`, { mentors: [mentor], reason: 'Fits' })).status).toBe(409)
  const choice = {
    id: randomId() as never,
    requestId: id,
    mentorId: mentor,
    holdUntil: '2027-01-01',
    reason: '',
    evidence: '{}',
    offeredBy: coordinator.id,
    createdAt: world.now().toISOString(),
  }
  await expect(world.db.commit([addMentorChoice(world.db, choice)])).rejects.toThrow('share is blocked')
  await expect(world.db.commit([addMentorChoice(world.db, { ...choice, mentorId: fresh })])).rejects.toThrow(
    'mentor is not approved',
  )
  expect((await young.get('/my/talk')).status).not.toBe(500)
}

/** Erasing somebody gives the place back and leaves nothing of what they asked for. */
export async function eraseWhoAsked(world: World) {
  const mentor = await givenMentor(world)
  const { coordinator, person, path, id } = await aRequest(world, ['english'])
  await coordinator.post(`${path}/offer`, { mentors: [mentor], reason: 'Likes drums' })
  const record = await findCareLeaver(world.db, person.id)
  const system = acting(world, SYSTEM_ACTOR_ID)
  if (record) await erasePerson(system, record.id, await endEverything(system, record))
  expect(await everythingStored(world.db)).not.toContain('Likes drums')
  expect(await placesOf(world, mentor)).toBe(0)
  const row = await world.db.query
    .selectFrom('mentor_request')
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ state: 'ended', languages: '[]', help: '[]' })
  expect((await listMentorChoices(world.db, id)).map(({ reason }) => reason)).toEqual([''])
}

/** Whoever comes onto the list of those not to be told is on offer no longer, and what they had with them ends. */
export async function keepAMentorFromKnowing(world: World) {
  const vera = await givenMentor(world, { firstName: 'Vera', familyName: 'Known' })
  const ines = await givenMentor(world, { firstName: 'Ines', familyName: 'Known' })
  const { coordinator, young, person, path, id } = await aRequest(world, ['english'])
  const offered = await coordinator.post(`${path}/offer`, { mentors: [vera, ines], reason: 'Fits' })
  expect(offered.status).toBe(303)
  const notTold = (name: string) => young.post('/my/private', { kind: 'person', person: name })
  await notTold('Vera Known')
  const left = (await listMentorChoices(world.db, id)).filter(({ state }) => state === 'offered')
  expect(left.map(({ mentorId }) => mentorId)).toEqual([ines])
  expect((await young.post('/my/talk/pick', { pick: left[0]?.id ?? '' })).status).toBe(303)
  expect((await findLiveMentorRequest(world.db, person.id))?.state).toBe('matched')
  await notTold('Ines Known')
  expect(await findLiveMentorRequest(world.db, person.id)).toBeUndefined()
  expect([await placesOf(world, vera), await placesOf(world, ines)]).toEqual([0, 0])
}

/** A check is renewed while they are with somebody; one that lapsed and is approved again leaves them with them. */
export async function renewACheck(world: World) {
  const mentor = await givenMentor(world, { firstName: 'Ines', familyName: 'Marlow' })
  const { coordinator, young, path: request, id } = await aRequest(world)
  await coordinator.post(`${request}/offer`, { mentors: [mentor], reason: 'Fits well' })
  const [choice] = await listMentorChoices(world.db, id)
  await young.post('/my/talk/pick', { pick: choice?.id ?? '' })
  const path = `/mentoring/mentors/${mentor}`
  const renewal = (issuedOn: string, renewOn: string): Fields => ({
    step: 'renew-dbs',
    dbsLevel: 'enhanced',
    dbsWorkforce: 'adult',
    ...ON,
    ...day('issuedOn', issuedOn),
    ...day('renewOn', renewOn),
  })
  expect(await coordinator.text(path)).toContain(`href="${path}/renewal"`)
  const sooner = await coordinator.post(`${path}/step`, renewal('2026-11-19', '2028-11-19'))
  expect(sooner.status).toBe(422)
  const html = await sooner.text()
  expect(html).toContain('Enter a day after the one it counts until now')
  expect(html).toContain('value="2028"')
  const sameCheck = await coordinator.post(`${path}/step`, renewal(CHECK.issuedOn ?? '', '2029-05-30'))
  expect(sameCheck.status).toBe(422)
  expect(await sameCheck.text()).toContain('Enter the day of the new check')
  await expect(
    world.db.commit([
      addMentorStep(world.db, {
        ...CHECK,
        renewOn: '2030-01-01',
        id: randomId(),
        mentorId: mentor,
        stage: 'dbs-clear',
        onDay: '2026-11-20',
        checkedBy: coordinator.id,
        createdAt: world.now().toISOString(),
      }),
    ]),
  ).rejects.toThrow('out of order')
  expect((await coordinator.post(`${path}/step`, renewal('2026-11-19', '2029-11-19'))).status).toBe(303)
  expect(await findMentor(world.db, mentor)).toMatchObject({
    stage: 'matched',
    dbsRenewOn: '2029-11-19',
    peopleMatched: 1,
  })
  expect((await coordinator.text(path)).match(/DBS clear/g)?.length).toBeGreaterThan(1)

  world.setTime('2029-11-19T09:00:00Z')
  await world.runDue()
  expect((await findMentor(world.db, mentor))?.stage).toBe('lapsed')
  const again = await givenSignedIn(world, 'coordinator', { name: 'Nadia Brill' })
  expect((await again.get(`${path}/renewal`)).status).toBe(404)
  const on = day('onDay', '2029-11-18')
  const steps: Fields[] = [
    { step: 'request-dbs', ...on },
    { ...renewal('2029-11-18', '2032-11-18'), step: 'clear-dbs', ...on },
    { step: 'train', ...on },
    { step: 'approve', ...on },
  ]
  for (const fields of steps) expect((await again.post(`${path}/step`, fields)).status).toBe(303)
  expect(await findMentor(world.db, mentor)).toMatchObject({ stage: 'matched', peopleMatched: 1 })
  const newest = (await listMentorSteps(world.db, mentor)).slice(0, 2)
  expect(newest.map(({ stage }) => stage)).toEqual(['matched', 'approved'])
}

/** A young person hears of what they did not do themselves, and reads it where they asked; their adviser sees the state. */
export async function tellWhoAsked(world: World) {
  const mentor = await givenMentor(world, { firstName: 'Ines', familyName: 'Marlow' })
  const adviser = await givenSignedIn(world, 'adviser')
  const { coordinator, young, person, path, id } = await aRequest(world, ['english'])
  await world.db.commit([
    world.db.query.updateTable('care_leaver').set({ adviser_id: adviser.id }).where('id', '=', person.id),
  ])
  const told = async () => {
    await world.drain()
    return (await world.sentMail()).filter(({ to }) => to === young.email).map(({ subject }) => subject)
  }
  const record = () => adviser.text(`/adviser/people/${person.id}`)
  expect(await record()).toContain('Mentor asked for: a choice of people is looked for')
  await coordinator.post(`${path}/offer`, { mentors: [mentor], reason: 'Fits well' })
  expect(await record()).toContain('a choice of people is theirs to answer')
  await told()
  world.wait(11 * DAY)
  await world.runDue()
  // Older mail is forgotten by then.
  expect(await told()).toEqual(['You have an update'])
  for (const { email, signIn } of [coordinator, young, adviser]) await signIn(email)
  expect(await young.text('/my/talk')).toContain('no longer held for you')
  const other = await givenMentor(world, { firstName: 'Otto', familyName: 'Quill' })
  await coordinator.post(`${path}/offer`, { mentors: [mentor, other], reason: 'Fits well' })
  await young.post('/my/private', { kind: 'person', person: 'Otto Quill' })
  await young.post('/my/talk/pick', { pick: 'none' })
  expect(await young.text('/my/talk')).not.toContain('no longer held for you')

  await coordinator.post(`${path}/offer`, { mentors: [mentor], reason: 'Fits well' })
  const choice = (await listMentorChoices(world.db, id)).find(({ state }) => state === 'offered')
  expect((await young.post('/my/talk/pick', { pick: choice?.id ?? '' })).status).toBe(303)
  const html = await record()
  expect(html).toContain('they have somebody')
  expect(html).not.toContain('Ines')
  const before = (await told()).length
  const ended = await coordinator.post(`${path}/end`, { endCode: 'moved-away' })
  expect([ended.status, ended.headers.get('location')]).toEqual([303, '/mentoring'])
  expect(await told()).toHaveLength(before + 1)
  expect(await young.text('/my/talk')).toContain('Your time with the person you met ended on 4 December 2026')
  expect(await record()).not.toContain('Someone to talk to')

  const asked = { kind: 'mentor', languages: [], help: [] }
  expect((await young.post('/my/talk', asked)).status).toBe(303)
  const twice = await young.post('/my/talk', asked)
  expect(twice.status).toBe(409)
  expect(await twice.text()).toContain('You have already asked for someone')
}
