import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../support/database'
import {
  givenAccount,
  givenOrganisation,
  givenProposal,
  givenPublished,
  givenSignedIn,
  givenStart,
  givenYoungPerson,
} from '../../support/givens'
import { createWorld } from '../../support/world'

async function aScene() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world, { name: 'Country Parks' })
  const owner = { id: (await givenAccount(world, 'champion', { organisationId })).id, organisationId }
  const young = await givenYoungPerson(world)
  const one = { title: 'Ranger week', isRemote: false, district: null, startsOn: null } as const
  const dover = await givenPublished(world, owner, { ...one, town: 'Dover', startsOn: '2027-05-03' })
  const deal = await givenPublished(world, owner, { ...one, town: 'Deal' })
  return { world, young, dover, deal }
}

/** What a page says, without its tags. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

const AT_DOVER = 'Country Parks: Dover, starts 3 May 2027'

describe('my offers and requests of one name', () => {
  it('say where a place is kept for me and when it starts, before I answer', async () => {
    const { world, young, dover } = await aScene()
    const { matchId } = await givenProposal(world, dover.id, young.person.id)
    expect(textOf(await young.text('/my'))).toContain(`Ranger week , from ${AT_DOVER}. A place is kept`)
    expect(textOf(await young.text('/my/requests'))).toContain(`Ranger week ${AT_DOVER}`)
    const offer = `/my/offers/${matchId}`
    expect(textOf(await young.text(offer))).toContain(`Ranger week From ${AT_DOVER}`)
    expect(textOf(await young.text(`${offer}/no`))).toContain(`Ranger week , from ${AT_DOVER}.`)
  })

  it('are told apart after a yes', async () => {
    const { world, young, dover } = await aScene()
    await givenStart({ broker: await givenSignedIn(world, 'broker'), young }, dover.id)
    expect(textOf(await young.text('/my'))).toContain(`Ranger week , from ${AT_DOVER}. You have started.`)
  })

  it('are told apart while I wait for an answer, but nothing is told of one that is paused', async () => {
    const { world, young, dover, deal } = await aScene()
    for (const { id } of [dover, deal]) await young.post(`/my/interests/${id}`)
    const before = textOf(await young.text('/my/requests'))
    for (const origin of [AT_DOVER, 'Country Parks: Deal']) {
      expect(before).toContain(`Ranger week ${origin}`)
      expect(before).toContain(`no longer interested in Ranger week, from ${origin}`)
    }
    await world.db.commit([
      world.db.query.updateTable('opportunity').set({ state: 'paused' }).where('id', '=', dover.id),
    ])
    const after = textOf(await young.text('/my/requests'))
    expect(after).not.toContain('Dover')
    expect(after).toContain('Ranger week Country Parks ')
  })
})
