import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../support/database'
import { givenAccount, givenOrganisation, givenPublished, givenYoungPerson } from '../../support/givens'
import { createWorld } from '../../support/world'

async function aScene() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const owner = { id: (await givenAccount(world, 'champion', { organisationId })).id, organisationId }
  const young = await givenYoungPerson(world)
  const titles = ['Trees', 'Music', 'Cooking']
  const offers: string[] = []
  for (const title of titles) offers.push((await givenPublished(world, owner, { title })).id)
  for (const id of offers) await young.post(`/my/saved/${id}`)
  const ranks = async () => {
    const rows = await world.db.query
      .selectFrom('saved_opportunity')
      .select(['opportunity_id', 'rank'])
      .execute()
    return offers.map((id) => rows.find((row) => row.opportunity_id === id)?.rank ?? null)
  }
  return { world, young, offers, ranks, owner }
}

/** What a page says, without its tags. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('my order of what I saved', () => {
  it('says of offers of one name where each is and when it starts, and which two have one number', async () => {
    const { world, young, owner } = await aScene()
    const one = { title: 'Ranger week', isRemote: false, district: null } as const
    const ids: string[] = []
    for (const [town, startsOn] of [
      ['Dover', '2027-05-03'],
      ['Deal', '2027-06-07'],
    ] as const)
      ids.push((await givenPublished(world, owner, { ...one, town, startsOn })).id)
    for (const id of ids) await young.post(`/my/saved/${id}`)
    const text = textOf(await young.text('/my/order'))
    expect(text).toContain('Ranger week, Dover Highways: Dover, starts 3 May 2027')
    expect(text).toContain('Ranger week, Deal Highways: Deal, starts 7 June 2027')
    const again = await young.post('/my/order', { offers: ids, ranks: ['3', '3'] })
    expect([again.status, await again.text()]).toEqual([
      422,
      expect.stringContaining(
        'You gave the number 3 twice: to “Ranger week, Dover” and to “Ranger week, Deal”.',
      ),
    ])
  })

  it('is kept, may leave gaps and some out, and comes first on the list', async () => {
    const { young, offers, ranks } = await aScene()
    const answer = await young.post('/my/order', { offers, ranks: ['', '7', '2'] })
    expect([answer.status, await ranks()]).toEqual([303, [null, 2, 1]])
    const list = await young.text('/my/saved')
    expect(list.indexOf('Cooking')).toBeLessThan(list.indexOf('Music'))
    expect(list.indexOf('Music')).toBeLessThan(list.indexOf('Trees'))
    await young.post('/my/order', { offers, ranks: ['1', '', ''] })
    expect(await ranks()).toEqual([1, null, null])
  })

  it.each([
    [['1', '1', ''], 'You gave the number 1 twice: to “Trees” and to “Music”. Give each'],
    [['11', '', ''], 'Choose numbers from the lists'],
    [['first', '', ''], 'Choose numbers from the lists'],
    [['1'], 'Open the page again'],
  ])('asks again for %j, and keeps what was chosen', async (chosen, message) => {
    const { young, offers, ranks } = await aScene()
    const answer = await young.post('/my/order', { offers, ranks: chosen })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(message)])
    expect(await ranks()).toEqual([null, null, null])
  })

  it('holds only what is saved, and nothing of anybody else', async () => {
    const { young, world, owner, offers, ranks } = await aScene()
    const other = await givenPublished(world, owner, { title: 'Not saved' })
    await young.post('/my/order', { offers: [other.id, offers[1] ?? ''], ranks: ['1', '2'] })
    expect(await ranks()).toEqual([null, 1, null])
    const stranger = await givenYoungPerson(world, { name: 'Sam' })
    await stranger.post('/my/order', { offers, ranks: ['1', '2', '3'] })
    expect(await ranks()).toEqual([null, 1, null])
  })
})
