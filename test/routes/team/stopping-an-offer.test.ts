import { describe, expect, it } from 'vitest'
import { createBrowser } from '../../support/browser'
import { testDatabase } from '../../support/database'
import { givenOrganisation, givenPublished, givenSignedIn } from '../../support/givens'
import { createWorld } from '../../support/world'

async function aLiveOffer() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const champion = await givenSignedIn(world, 'champion', { organisationId })
  const broker = await givenSignedIn(world, 'broker')
  const { id } = await givenPublished(world, { id: champion.id, organisationId }, { title: 'Tree week' })
  const find = () => createBrowser(world).text('/opportunities?words=tree')
  return { world, champion, broker, id, find }
}

describe('an offer that the team pauses', () => {
  it('cannot be found from that moment, and its champion reads why', async () => {
    const { broker, champion, id, find, world } = await aLiveOffer()
    expect(await find()).toContain('Tree week')
    const answer = await broker.post(`/team/opportunities/${id}/stop`, { reason: 'A worry was raised' })
    expect(answer.status).toBe(303)
    expect(await find()).not.toContain('Tree week')
    expect((await createBrowser(world).get(`/opportunities/${id}`)).status).toBe(404)
    const page = await champion.text(`/champion/opportunities/${id}`)
    expect(page).toContain('A worry was raised')
    expect(page).not.toContain(`/champion/opportunities/${id}/resume`)
  })

  it('can be made live by the team and by nobody else', async () => {
    const { broker, champion, id, find } = await aLiveOffer()
    await broker.post(`/team/opportunities/${id}/stop`, { reason: 'A worry was raised' })
    expect((await champion.post(`/champion/opportunities/${id}/resume`)).status).toBe(409)
    expect((await champion.post(`/champion/opportunities/${id}/close`)).status).toBe(303)
    const day = { 'closesOn-day': '1', 'closesOn-month': '3', 'closesOn-year': '2027' }
    expect((await champion.post(`/champion/opportunities/${id}/reinstate`, day)).status).toBe(409)
    expect(await find()).not.toContain('Tree week')
    expect((await broker.post(`/team/opportunities/${id}/lift`)).status).toBe(303)
    expect((await champion.post(`/champion/opportunities/${id}/reinstate`, day)).status).toBe(303)
    expect(await find()).toContain('Tree week')
  })

  it('wants a reason, and keeps the page', async () => {
    const { broker, id, find } = await aLiveOffer()
    const answer = await broker.post(`/team/opportunities/${id}/stop`, { reason: ' ' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Write why, for whoever posted it')
    expect(await find()).toContain('Tree week')
  })

  it('is live again when it is lifted, though two people of the team paused it', async () => {
    const { broker, id, find } = await aLiveOffer()
    await broker.post(`/team/opportunities/${id}/stop`, { reason: 'A worry was raised' })
    expect((await broker.post(`/team/opportunities/${id}/stop`, { reason: 'The same' })).status).toBe(409)
    await broker.post(`/team/opportunities/${id}/lift`)
    expect(await find()).toContain('Tree week')
  })

  it('stays paused when its champion had paused it before', async () => {
    const { broker, champion, id, find } = await aLiveOffer()
    await champion.post(`/champion/opportunities/${id}/pause`)
    await broker.post(`/team/opportunities/${id}/stop`, { reason: 'A worry was raised' })
    await broker.post(`/team/opportunities/${id}/lift`)
    expect(await find()).not.toContain('Tree week')
    expect((await champion.post(`/champion/opportunities/${id}/resume`)).status).toBe(303)
    expect(await find()).toContain('Tree week')
  })

  it('stays closed when its champion has closed it since', async () => {
    const { broker, champion, id, find } = await aLiveOffer()
    await broker.post(`/team/opportunities/${id}/stop`, { reason: 'A worry was raised' })
    await champion.post(`/champion/opportunities/${id}/close`)
    await broker.post(`/team/opportunities/${id}/lift`)
    expect(await find()).not.toContain('Tree week')
    expect(await broker.text(`/team/opportunities/${id}`)).toContain('Closed')
  })

  it('is live again when the team lifts it', async () => {
    const { broker, id, find } = await aLiveOffer()
    expect((await broker.post(`/team/opportunities/${id}/lift`)).status).toBe(409)
    await broker.post(`/team/opportunities/${id}/stop`, { reason: 'A worry was raised' })
    await broker.post(`/team/opportunities/${id}/lift`)
    expect(await find()).toContain('Tree week')
  })
})
