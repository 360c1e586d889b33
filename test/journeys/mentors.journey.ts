import { expect } from 'vitest'
import { findMentor, listMentorSteps } from '../../db/queries/mentors'
import { addMentorStep } from '../../db/statements/mentors'
import { randomId } from '../../src/auth/secrets'
import type { AccountId, MentorId } from '../../src/domain/ids'
import type { StepDetail, StepStage } from '../../src/domain/mentor'
import type { Fields } from '../support/browser'
import { givenSignedIn } from '../support/givens'
import { CHECK, givenMentor } from '../support/mentors'
import type { World } from '../support/world'

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
