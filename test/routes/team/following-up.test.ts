import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../support/database'
import {
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenStart,
  givenYoungPerson,
} from '../../support/givens'
import { createWorld, DAY } from '../../support/world'

/** A placement whose four checks have been answered, the last with what the test says. */
async function afterHalfAYear(last: string) {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const champion = await givenSignedIn(world, 'champion', { organisationId })
  const broker = await givenSignedIn(world, 'broker')
  const young = await givenYoungPerson(world, { name: 'Robin' })
  const offer = await givenPublished(world, { id: champion.id, organisationId }, { title: 'Tree week' })
  const match = await givenStart({ broker, young }, offer.id)
  world.wait(183 * DAY)
  await world.runDue()
  await broker.signIn(broker.email)
  for (const week of [1, 4, 13])
    await broker.post(`/team/matches/${match}/outcomes/${week}`, { result: 'going-well' })
  await broker.post(`/team/matches/${match}/outcomes/26`, { result: last })
  return { broker, match }
}

describe('a placement after half a year', () => {
  it('is complete when it goes well', async () => {
    const { broker, match } = await afterHalfAYear('going-well')
    expect(await broker.text(`/team/matches/${match}`)).toContain('Completed')
    expect(await broker.text('/team')).not.toContain('Tree week')
  })

  it('waits for somebody to say how it stands when nobody was reached', async () => {
    const { broker, match } = await afterHalfAYear('not-reached')
    expect(await broker.text('/team')).toContain('All checks done: Tree week')
    const ended = await broker.post(`/team/matches/${match}/withdraw`, {
      ending: 'complete',
      reason: 'The champion says so',
    })
    expect(ended.status).toBe(303)
    expect(await broker.text('/team')).not.toContain('Tree week')
  })
})
