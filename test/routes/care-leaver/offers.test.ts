import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../support/database'
import {
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
  givenIntroduction,
  givenProposal,
} from '../../support/givens'
import { createWorld, DAY } from '../../support/world'

async function anOffer() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const champion = await givenSignedIn(world, 'champion', { organisationId })
  const offer = await givenPublished(world, { id: champion.id, organisationId }, { places: 3 })
  return { world, champion, offer }
}

describe('a yes that comes after the hold has ended', () => {
  it('is told that the time has passed, and changes nothing', async () => {
    const { world, offer } = await anOffer()
    const young = await givenYoungPerson(world)
    const { matchId } = await givenProposal(world, offer.id, young.person.id)
    world.wait(10 * DAY)
    await world.runDue()
    await young.signIn(young.account.email)
    const answer = await young.post(`/my/offers/${matchId}/yes/send`, { nameUsed: 'Robbie' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('The time to answer this one has passed')
  })
})

describe('a no', () => {
  it('is asked for once: afterwards its address leads to how the offer stands', async () => {
    const { world, offer } = await anOffer()
    const young = await givenYoungPerson(world)
    const { matchId } = await givenProposal(world, offer.id, young.person.id)
    const address = `/my/offers/${matchId}/no`
    expect((await young.get(address)).status).toBe(200)
    expect((await young.post(address, { code: 'too-far' })).status).toBe(303)
    const again = await young.get(address)
    expect([again.status, again.headers.get('location')]).toEqual([303, `/my/offers/${matchId}`])
  })
})

describe('waiting', () => {
  it('does not begin again for somebody who has said no to being suggested since', async () => {
    const { world, champion, offer } = await anOffer()
    const { careLeaver, account, reference, matchId } = await givenIntroduction(world, offer.id)
    const broker = await givenSignedIn(world, 'broker')
    const start = { kind: 'start', 'startedOn-day': '23', 'startedOn-month': '11', 'startedOn-year': '2026' }
    expect((await champion.post(`/champion/introductions/${reference}/report`, start)).status).toBe(303)
    const end = () =>
      broker.post(`/team/matches/${matchId}/withdraw`, { ending: 'end-early', reason: 'Moved' })
    await world.db.commit([
      world.db.query
        .updateTable('care_leaver')
        .set({ consideration: 'no' })
        .where('account_id', '=', account.id),
    ])
    expect((await end()).status).toBe(303)
    const row = await world.db.query
      .selectFrom('care_leaver')
      .select('waiting_since')
      .where('id', '=', careLeaver.id)
      .executeTakeFirst()
    expect(row).toEqual({ waiting_since: null })
  })
})
