import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../support/database'
import { givenSignedIn } from '../../support/givens'
import { detailsValues } from '../../../src/routes/mentoring/mentor.forms'
import type { Fields } from '../../support/browser'
import { aMentor, givenMentor } from '../../support/mentors'
import { createWorld } from '../../support/world'

async function aScene() {
  const world = createWorld(testDatabase())
  return { world, coordinator: await givenSignedIn(world, 'coordinator', { name: 'Nadia Brill' }) }
}

describe('mentors and befrienders', () => {
  it('are for coordinators alone', async () => {
    const { world } = await aScene()
    const id = await givenMentor(world)
    for (const role of ['care-leaver', 'adviser', 'broker', 'manager'] as const) {
      const { get } = await givenSignedIn(world, role)
      for (const path of ['/mentoring', '/mentoring/mentors', `/mentoring/mentors/${id}`])
        expect((await get(path)).status, `${role} ${path}`).toBe(403)
    }
  })

  it('say what waits, the longest first, and when nothing does', async () => {
    const { world, coordinator } = await aScene()
    expect(await coordinator.text('/mentoring')).toContain('No step waits')
    await givenMentor(world, { steps: 0, firstName: 'Otto' })
    expect(await coordinator.text('/mentoring')).toContain('Check their identity')
  })

  it('are asked for a new check in the same words in the list and on their page when theirs has run out', async () => {
    const { world, coordinator } = await aScene()
    const id = await givenMentor(world, { firstName: 'Ines' })
    world.setTime('2029-06-02T09:00:00.000Z')
    await world.runDue()
    await coordinator.signIn(coordinator.email)
    expect(await coordinator.text('/mentoring')).toContain('Ask for a new DBS check')
    expect(await coordinator.text(`/mentoring/mentors/${id}`)).toContain('Next: Ask for a new DBS check')
  })

  it('are listed by kind and stage', async () => {
    const { world, coordinator } = await aScene()
    await givenMentor(world, { firstName: 'Ines' })
    await givenMentor(world, { firstName: 'Otto', kind: 'befriender', steps: 1 })
    expect(await coordinator.text('/mentoring/mentors')).toContain('2 mentors and befrienders')
    const befrienders = await coordinator.text('/mentoring/mentors?kind=befriender')
    expect(befrienders).toContain('Otto')
    expect(befrienders).not.toContain('Ines')
    expect(await coordinator.text('/mentoring/mentors?stage=lapsed')).toContain('Nobody is like that')
  })

  it('ask again with what was typed', async () => {
    const { coordinator } = await aScene()
    const answer = await coordinator.post('/mentoring/mentors', { firstName: 'Ines' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('value="Ines"')
    expect(html).toContain('Enter their family name')
    expect(html).toContain('Tick at least one language')
  })
})

describe('what a mentor says of themselves', () => {
  it('leads to nobody outside the service', async () => {
    const { world, coordinator } = await aScene()
    const id = await givenMentor(world)
    const about = 'Ring me on 07700 900123'
    const answer = await coordinator.post(`/mentoring/mentors/${id}/details`, {
      ...detailsValues(aMentor()),
      about,
    } as Fields)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Take out the phone number')
    expect(html).toContain(about)
  })
})

describe('a step', () => {
  it('asks for what is kept of it, and takes no family and no day to come', async () => {
    const { world, coordinator } = await aScene()
    const id = await givenMentor(world, { steps: 2 })
    const path = `/mentoring/mentors/${id}/step`
    const answer = await coordinator.post(path, { step: 'take-reference', setting: 'work', knownYears: '1' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Confirm that the referee is not family')
    expect(html).toContain('Years must be a whole number from 2 to 90')
    const late = { 'onDay-day': '1', 'onDay-month': '1', 'onDay-year': '2099' }
    const fields = { step: 'take-reference', setting: 'work', knownYears: '3', notFamily: 'yes', ...late }
    expect(await (await coordinator.post(path, fields)).text()).toContain(
      'Enter the day it was done: this day is in the future',
    )
  })

  it('names everything that is wrong with a check at once, and keeps what was typed', async () => {
    const { world, coordinator } = await aScene()
    const id = await givenMentor(world, { steps: 5 })
    const typed = {
      step: 'clear-dbs',
      dbsLevel: 'enhanced',
      dbsWorkforce: 'child',
      words: 'Certificate 0012 3456 7890',
      'issuedOn-day': '31',
      'issuedOn-month': '2',
      'issuedOn-year': '2026',
    }
    const answer = await coordinator.post(`/mentoring/mentors/${id}/step`, typed)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const message of [
      'The check has to cover work with adults',
      'Take out the number',
      'There is no such day: enter the day it was issued',
      'Enter the day it was done, like 27 3 2026',
      'Enter a day to come, within three years',
    ])
      expect(html).toContain(message)
    expect(html).toContain('Certificate 0012 3456 7890')
  })

  it('may name a day in its note', async () => {
    const { world, coordinator } = await aScene()
    const id = await givenMentor(world, { steps: 0 })
    const on = { 'onDay-day': '20', 'onDay-month': '11', 'onDay-year': '2026' }
    const words = 'Seen on 20 11 2026 at 10, again on 2026-11-21'
    const step = { step: 'check-identity', ...on, words }
    expect((await coordinator.post(`/mentoring/mentors/${id}/step`, step)).status).toBe(303)
  })

  it('cannot have been done before its check was issued', async () => {
    const { world, coordinator } = await aScene()
    const id = await givenMentor(world, { steps: 5 })
    const day = (name: string, [date = '', month = '', year = '']: string[]) => ({
      [`${name}-day`]: date,
      [`${name}-month`]: month,
      [`${name}-year`]: year,
    })
    const answer = await coordinator.post(`/mentoring/mentors/${id}/step`, {
      step: 'clear-dbs',
      dbsLevel: 'enhanced',
      dbsWorkforce: 'adult',
      ...day('onDay', ['10', '11', '2026']),
      ...day('issuedOn', ['20', '11', '2026']),
      ...day('renewOn', ['1', '6', '2029']),
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('This cannot be before the day the check was issued')
  })

  it('is refused when a colleague was first, and of nobody there is', async () => {
    const { world, coordinator } = await aScene()
    const id = await givenMentor(world, { steps: 2 })
    const on = { 'onDay-day': '1', 'onDay-month': '11', 'onDay-year': '2026' }
    const step = { step: 'approve', ...on }
    expect((await coordinator.post(`/mentoring/mentors/${id}/step`, step)).status).toBe(409)
    expect((await coordinator.post(`/mentoring/mentors/${'0'.repeat(32)}/step`, step)).status).toBe(404)
  })

  it('ends a record for good', async () => {
    const { world, coordinator } = await aScene()
    const id = await givenMentor(world, { steps: 2 })
    const path = `/mentoring/mentors/${id}`
    expect((await coordinator.post(`${path}/stop`, { stop: 'pause', reason: 'away' })).status).toBe(409)
    expect((await coordinator.post(`${path}/stop`, { stop: 'end', reason: 'moved-away' })).status).toBe(303)
    expect(await coordinator.text(path)).toContain('Moved away')
    expect((await coordinator.post(`${path}/resume`)).status).toBe(409)
  })
})
