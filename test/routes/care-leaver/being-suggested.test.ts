import { describe, expect, it } from 'vitest'
import { paths } from '../../../src/paths'
import { testDatabase } from '../../support/database'
import {
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenStart,
  givenYoungPerson,
} from '../../support/givens'
import { createWorld, DAY } from '../../support/world'

async function aScene() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const champion = await givenSignedIn(world, 'champion', { organisationId })
  const broker = await givenSignedIn(world, 'broker')
  const young = await givenYoungPerson(world, { name: 'Robin' })
  const offer = await givenPublished(world, { id: champion.id, organisationId }, { title: 'Tree week' })
  const answer = (said: 'yes' | 'no') => young.post(paths.my.welcome, { answer: said })
  const waitingSince = async () => {
    const { waiting_since } = await world.db.query
      .selectFrom('care_leaver')
      .where('id', '=', young.person.id)
      .select('waiting_since')
      .executeTakeFirstOrThrow()
    return waiting_since
  }
  const start = () => givenStart({ broker, young }, offer.id)
  return { world, broker, young, answer, waitingSince, start }
}

describe('saying yes to being suggested', () => {
  it('counts the wait from the first yes in a row', async () => {
    const { world, young, answer, waitingSince } = await aScene()
    world.wait(3 * DAY)
    await young.signIn(young.account.email)
    expect((await answer('yes')).status).toBe(303)
    expect(await waitingSince()).toBe('2026-09-01')
    await answer('no')
    expect(await waitingSince()).toBeNull()
    await answer('yes')
    expect(await waitingSince()).toBe('2026-11-26')
  })

  it('makes nobody wait who has started something, until that has ended', async () => {
    const { broker, answer, waitingSince, start } = await aScene()
    const match = await start()
    expect(await waitingSince()).toBeNull()
    expect((await answer('yes')).status).toBe(303)
    expect(await waitingSince()).toBeNull()
    expect(await broker.text('/team/people')).not.toContain('Robin')
    await broker.post(`/team/matches/${match}/withdraw`, {
      ending: 'end-early',
      reason: 'It was not for them',
    })
    expect(await waitingSince()).toBe('2026-11-23')
  })
})
