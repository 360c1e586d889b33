import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
} from '../../support/givens'
import { givenRound } from '../../support/rounds'
import { createWorld } from '../../support/world'

async function aScene() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world, { name: 'Country Parks' })
  const owner = { id: (await givenAccount(world, 'champion', { organisationId })).id, organisationId }
  const broker = await givenSignedIn(world, 'broker')
  const robin = await givenCareLeaver(world, { name: 'Robin' })
  const one = { title: 'Ranger week', isRemote: false, district: null, startsOn: null } as const
  const dover = await givenPublished(world, owner, { ...one, town: 'Dover', startsOn: '2027-05-03' })
  const deal = await givenPublished(world, owner, { ...one, town: 'Deal' })
  const online = await givenPublished(world, owner, { ...one, isRemote: true })
  return { world, broker, robin, dover, deal, online }
}

/** What a page says, without its tags. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('offers of one name', () => {
  it('are told apart in the list of the team by where they are and when they start', async () => {
    const { broker } = await aScene()
    const text = textOf(await broker.text('/team/opportunities'))
    for (const words of ['Dover, starts 3 May 2027', 'Deal', 'Online or from home'])
      expect(text).toContain(`Ranger week ${words} Country Parks`)
  })

  it('are told apart on their pages and beside what could fit somebody', async () => {
    const { broker, robin, dover, online } = await aScene()
    const apart = 'Country Parks: Dover, starts 3 May 2027'
    for (const page of [
      `/team/opportunities/${dover.id}/shortlist`,
      `/team/opportunities/${dover.id}/people/${robin.id}`,
    ])
      expect(textOf(await broker.text(page))).toContain(apart)
    expect(textOf(await broker.text(`/team/opportunities/${online.id}`))).toContain('Online or from home')
    const person = textOf(await broker.text(`/team/people/${robin.id}`))
    for (const words of [apart, 'Country Parks: Deal', 'Country Parks: online or from home'])
      expect(person).toContain(`Ranger week ${words}`)
  })

  it('are told apart where a round is opened, and in it', async () => {
    const { world, broker, robin, dover } = await aScene()
    expect(textOf(await broker.text('/team/rounds/new'))).toContain('Country Parks: Dover, starts 3 May 2027')
    const { id: round } = await givenRound(world.db, {
      openedBy: broker.id,
      people: [robin.id],
      offer: dover.id,
      at: world.now().toISOString(),
      isChosen: true,
    })
    for (const page of ['/offers', '/people/0'])
      expect(textOf(await broker.text(`/team/rounds/${round}${page}`))).toContain(
        'Country Parks: Dover, starts 3 May 2027',
      )
  })
})
