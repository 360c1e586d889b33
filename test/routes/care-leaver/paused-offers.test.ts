import { describe, expect, it } from 'vitest'
import { createBrowser } from '../../support/browser'
import { testDatabase } from '../../support/database'
import { givenOrganisation, givenPublished, givenSignedIn, givenYoungPerson } from '../../support/givens'
import { createWorld } from '../../support/world'

const HOLD = { 'holdUntil-day': '30', 'holdUntil-month': '11', 'holdUntil-year': '2026' }

async function anOffer() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const champion = await givenSignedIn(world, 'champion', { organisationId })
  const young = await givenYoungPerson(world, { name: 'Robin' })
  const { id } = await givenPublished(world, { id: champion.id, organisationId }, { title: 'Tree week' })
  const path = `/opportunities/${id}`
  return { world, champion, young, id, path, pause: () => champion.post(`/champion${path}/pause`) }
}

describe('a paused offer', () => {
  it('says so to whoever had saved it, without what it said, and can be taken off the list', async () => {
    const { young, id, path, pause } = await anOffer()
    await young.post(`/my/saved/${id}`)
    await pause()
    expect(await young.text('/my/saved')).toContain('Paused for now')
    const page = await young.text(path)
    for (const text of [
      'Tree week',
      'This is paused for now.',
      'It stays on your list',
      'look at what is open',
    ])
      expect(page).toContain(text)
    expect(page).not.toContain('What you will do')
    expect(page).not.toContain('I’m interested')
    const answer = await young.post(`/my/saved/${id}/remove`, { from: 'list' })
    expect(answer.headers.get('location')).toBe('/my/saved')
    expect(await young.text('/my/saved')).not.toContain('Tree week')
    expect((await young.get(path)).status).toBe(404)
  })

  it('says to whoever had asked that the request is still with the team', async () => {
    const { young, id, path, pause } = await anOffer()
    await young.post(`/my/interests/${id}`)
    await pause()
    const page = await young.text(path)
    expect(page).toContain('still has your request')
    expect(page).not.toContain('Take off my list')
  })

  it('is not there for anybody else', async () => {
    const { world, young, champion, path, pause } = await anOffer()
    await pause()
    for (const reader of [young, createBrowser(world), champion, await givenSignedIn(world, 'broker')])
      expect((await reader.get(path)).status).toBe(404)
  })

  it('can be said no to, and yes only when it is open again', async () => {
    const { world, young, champion, id, pause } = await anOffer()
    const broker = await givenSignedIn(world, 'broker')
    const proposed = await broker.post(`/team/opportunities/${id}/people/${young.person.id}/propose`, {
      reason: 'Fits',
      ...HOLD,
    })
    const offer = `/my/offers/${/[0-9a-f]{32}/.exec(proposed.headers.get('location') ?? '')?.[0]}`
    await pause()
    const page = await young.text(offer)
    expect(page).toContain('You can say yes when it opens again')
    expect(page).not.toContain(`${offer}/yes`)
    expect(page).toContain(`${offer}/no`)
    await champion.post(`/champion/opportunities/${id}/resume`)
    expect(await young.text(offer)).toContain(`${offer}/yes`)
  })
})
