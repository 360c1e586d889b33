import { describe, expect, it } from 'vitest'
import { addProposal, setMatchState } from '../../db/statements/matches'
import { randomId } from '../../src/auth/secrets'
import type { MatchId } from '../../src/domain/ids'
import { testDatabase } from '../support/database'
import { givenAccount, givenCareLeaver, givenOrganisation, givenPublished } from '../support/givens'
import { createWorld } from '../support/world'

async function aScene() {
  const world = createWorld(testDatabase())
  const { db } = world
  const { id: organisationId } = await givenOrganisation(world)
  const owner = await givenAccount(world, 'champion', { organisationId })
  const offer = await givenPublished(world, { id: owner.id, organisationId })
  const [person, broker] = [await givenCareLeaver(world), await givenAccount(world, 'broker')]
  const id = randomId() as MatchId
  return {
    setOffer: (state: 'paused' | 'published' | 'closed' | 'withdrawn') =>
      db.commit([db.query.updateTable('opportunity').set({ state }).where('id', '=', offer.id)]),
    propose: () =>
      db.commit([
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
      ]),
    sayYes: () =>
      db.commit([
        setMatchState(db, id, { state: 'introduced', since: world.now().toISOString(), version: 3 }),
      ]),
  }
}

describe('an offer that the team pauses in the same moment', () => {
  it('takes no yes until the pause is lifted', async () => {
    const { setOffer, propose, sayYes } = await aScene()
    await propose()
    await setOffer('paused')
    await expect(sayYes()).rejects.toThrow('offer is paused')
    await setOffer('published')
    await sayYes()
  })

  it.each(['paused', 'closed', 'withdrawn'] as const)('is put to nobody while it is %s', async (state) => {
    const { setOffer, propose } = await aScene()
    await setOffer(state)
    await expect(propose()).rejects.toThrow('offer is not live')
    await setOffer('published')
    await propose()
  })
})
