import { describe, expect, it } from 'vitest'
import { addInterest } from '../../../db/statements/interests'
import { randomId } from '../../../src/auth/secrets'
import type { InterestId } from '../../../src/domain/ids'
import { MATCH_STATE } from '../../../views/words/states'
import { givenCheckTask } from '../../support/check-tasks'
import { testDatabase } from '../../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenProposal,
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
  return { world, broker, owner, robin, dover, deal, online }
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

  it('are told apart in what waits, on the pages of a match and an interest, and beside what somebody has', async () => {
    const { world, broker, robin, dover, deal } = await aScene()
    const { matchId } = await givenProposal(world, dover.id, robin.id)
    const interest = randomId() as InterestId
    const about = { id: interest, careLeaverId: robin.id, opportunityId: deal.id, recordedBy: broker.id }
    const rest = { words: '', answerDueOn: '2026-11-30', createdAt: world.now().toISOString() }
    await world.db.commit([addInterest(world.db, { ...about, ...rest })])
    const apart = 'Country Parks: Dover, starts 3 May 2027'
    expect(textOf(await broker.text(`/team/matches/${matchId}`))).toContain(`“Ranger week” ${apart}`)
    expect(textOf(await broker.text(`/team/interests/${interest}`))).toContain('From Country Parks: Deal ')
    const person = textOf(await broker.text(`/team/people/${robin.id}`))
    for (const origin of [`${apart} ${MATCH_STATE.proposed}`, 'Country Parks: Deal Interest'])
      expect(person).toContain(`Ranger week ${origin}`)
    expect(textOf(await broker.text('/team?turn=young+person'))).toContain(
      `Proposal: Ranger week ${apart} Robin`,
    )
    const ours = textOf(await broker.text('/team'))
    expect(ours).toContain('Interest: Ranger week Country Parks: Deal Robin')
    expect(ours).toContain('Answer : Interest: Ranger week, Country Parks: Deal, Robin')
  })

  it('are told apart where they can be proposed, also by a link read on its own', async () => {
    const { broker, robin } = await aScene()
    const person = textOf(await broker.text(`/team/people/${robin.id}`))
    for (const origin of ['Country Parks: Dover, starts 3 May 2027', 'Country Parks: Deal'])
      expect(person).toContain(`Propose Ranger week, ${origin} `)
  })

  it('are told apart where a check is asked for, and where nobody looks after them: the organisation is said once', async () => {
    const { world, broker, owner, robin, dover } = await aScene()
    const at = world.now().toISOString()
    await givenCheckTask(world.db, {
      at,
      askedBy: broker.id,
      careLeaverId: robin.id,
      opportunityId: dover.id,
      turn: 'team',
    })
    await world.db.commit([
      world.db.query.updateTable('account').set({ state: 'suspended' }).where('id', '=', owner.id),
    ])
    const text = textOf(await broker.text('/team'))
    expect(text).toContain('Check: Ranger week Country Parks: Dover, starts 3 May 2027 Robin')
    expect(text).toContain('Nobody looks after this: Ranger week Dover, starts 3 May 2027 Country Parks')
    expect(text).toContain('Nobody looks after this: Ranger week Deal Country Parks')
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
