import { describe, expect, it } from 'vitest'
import { addInterest } from '../../../db/statements/interests'
import { randomId } from '../../../src/auth/secrets'
import type { InterestId } from '../../../src/domain/ids'
import { testDatabase } from '../../support/database'
import {
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenProposal,
} from '../../support/givens'
import { createWorld } from '../../support/world'

/** Somebody who cannot get online, on the caseload of an adviser who is signed in. */
async function anAdviser() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const champion = await givenSignedIn(world, 'champion', { organisationId })
  const adviser = await givenSignedIn(world, 'adviser')
  const person = await givenCareLeaver(world, { adviserId: adviser.id })
  const offer = await givenPublished(world, { id: champion.id, organisationId })
  const countMailTo = async (email: string) => {
    await world.drain()
    return (await world.sentMail()).filter(({ to, subject }) => to === email && subject !== 'Your code')
      .length
  }
  return { world, adviser, person, offer, countMailTo }
}

describe('an adviser who opens what somebody said or was offered', () => {
  it('is on the list of those who looked, whichever page it was', async () => {
    const { world, adviser, person, offer } = await anAdviser()
    const { matchId } = await givenProposal(world, offer.id, person.id)
    const countViews = async () => {
      const rows = world.db.query.selectFrom('view_event').selectAll().where('actor_id', '=', adviser.id)
      return (await rows.execute()).length
    }
    const lookedSince = async (path: string) => {
      const before = await countViews()
      expect((await adviser.get(path)).status).toBe(200)
      return (await countViews()) - before
    }
    for (const page of ['', '/history', '/answers/likes', '/facts/dbs', '/private', `/offers/${matchId}`])
      expect([page, await lookedSince(`/adviser/people/${person.id}${page}`)]).toEqual([page, 1])
    const nothing = await adviser.get(`/adviser/people/${person.id}/offers/${'0'.repeat(32)}`)
    expect([nothing.status, await countViews()]).toEqual([404, 6])
  })
})

describe('the adviser of somebody who cannot sign in', () => {
  it('hears that an interest was answered and that a match has ended', async () => {
    const { world, adviser, person, offer, countMailTo } = await anAdviser()
    const broker = await givenSignedIn(world, 'broker')
    const id = randomId() as InterestId
    const about = { id, careLeaverId: person.id, opportunityId: offer.id }
    const rest = { words: '', recordedBy: adviser.id, answerDueOn: '2026-11-30', createdAt: '2026-11-23' }
    await world.db.commit([addInterest(world.db, { ...about, ...rest })])
    await broker.post(`/team/interests/${id}/answer`, { answer: 'keep' })
    expect(await countMailTo(adviser.email)).toBe(1)

    const { matchId } = await givenProposal(world, offer.id, person.id)
    await broker.post(`/team/matches/${matchId}/withdraw`, { ending: 'withdraw', reason: 'Cancelled' })
    expect(await countMailTo(adviser.email)).toBe(3)
  })
})

describe('the interests and offers of somebody', () => {
  it('say of each from whom it is, where it is and when it starts', async () => {
    const { world, adviser, person } = await anAdviser()
    const { id: organisationId } = await givenOrganisation(world, { name: 'Country Parks' })
    const owner = { id: (await givenSignedIn(world, 'champion', { organisationId })).id, organisationId }
    const one = { title: 'Ranger week', isRemote: false, district: null, startsOn: null } as const
    const dover = await givenPublished(world, owner, { ...one, town: 'Dover', startsOn: '2027-05-03' })
    const deal = await givenPublished(world, owner, { ...one, town: 'Deal' })
    const { matchId } = await givenProposal(world, dover.id, person.id)
    const about = { id: randomId() as InterestId, careLeaverId: person.id, opportunityId: deal.id }
    const rest = { words: '', recordedBy: adviser.id, answerDueOn: '2026-11-30', createdAt: '2026-11-23' }
    await world.db.commit([addInterest(world.db, { ...about, ...rest })])
    const read = async (page: string) =>
      (await adviser.text(`/adviser/people/${person.id}${page}`))
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
    const text = await read('')
    expect(text).toContain('Ranger week Country Parks: Dover, starts 3 May 2027')
    expect(text).toContain('Ranger week Country Parks: Deal ')
    expect(await read(`/offers/${matchId}`)).toContain(
      'at Country Parks: Dover, starts 3 May 2027. The place',
    )
  })
})
