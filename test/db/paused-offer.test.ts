import { expect, it } from 'vitest'
import { addProposal, setMatchState } from '../../db/statements/matches'
import { randomId } from '../../src/auth/secrets'
import type { MatchId } from '../../src/domain/ids'
import { testDatabase } from '../support/database'
import { givenAccount, givenCareLeaver, givenOrganisation, givenPublished } from '../support/givens'
import { createWorld } from '../support/world'

it('refuses a yes that arrives as the team pauses the offer, and takes it when the pause is lifted', async () => {
  const world = createWorld(testDatabase())
  const { db } = world
  const { id: organisationId } = await givenOrganisation(world)
  const owner = await givenAccount(world, 'champion', { organisationId })
  const offer = await givenPublished(world, { id: owner.id, organisationId })
  const [person, broker] = [await givenCareLeaver(world), await givenAccount(world, 'broker')]
  const id = randomId() as MatchId
  await db.commit([
    addProposal(db, {
      id,
      opportunityId: offer.id,
      careLeaverId: person.id,
      interestId: null,
      brokerId: broker.id,
      reason: 'Fits',
      wordsToPerson: '',
      holdUntil: '2026-11-30',
      evidence: '{}',
      createdAt: world.now().toISOString(),
    }),
  ])
  const setOffer = (state: 'paused' | 'published') =>
    db.commit([db.query.updateTable('opportunity').set({ state }).where('id', '=', offer.id)])
  const sayYes = () =>
    db.commit([setMatchState(db, id, { state: 'introduced', since: world.now().toISOString(), version: 3 })])
  await setOffer('paused')
  await expect(sayYes()).rejects.toThrow('offer is paused')
  await setOffer('published')
  await sayYes()
})
