import { describe, expect, it } from 'vitest'
import { randomId } from '../../../src/auth/secrets'
import { testDatabase } from '../../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
  HOLD,
} from '../../support/givens'
import { createWorld } from '../../support/world'

/** Robin has said yes to Cora's offer; Drew works in the same organisation. */
async function anIntroduction() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const champion = await givenSignedIn(world, 'champion', { organisationId, name: 'Cora Hill' })
  const colleague = await givenSignedIn(world, 'champion', { organisationId, name: 'Drew Park' })
  const broker = await givenSignedIn(world, 'broker', { name: 'Grace Lane' })
  const manager = await givenSignedIn(world, 'manager', { name: 'Maya Stone' })
  const adviser = await givenSignedIn(world, 'adviser', { name: 'Ada Frost' })
  const young = await givenYoungPerson(world, { name: 'Robin', adviserId: adviser.id })
  const offer = await givenPublished(world, { id: champion.id, organisationId }, { title: 'Tree week' })
  const proposed = await broker.post(`/team/opportunities/${offer.id}/people/${young.person.id}/propose`, {
    reason: 'Fits',
    ...HOLD,
  })
  const match = /[0-9a-f]{32}/.exec(proposed.headers.get('location') ?? '')?.[0] ?? ''
  await young.post(`/my/offers/${match}/yes/send`, { nameUsed: 'Robbie', words: 'I like trees' })
  const introduction = await introductionOf(champion)
  const handOver = (to: string) => manager.post(`/manage/accounts/${champion.id}/reassign`, { to })
  return {
    world,
    organisationId,
    champion,
    colleague,
    broker,
    manager,
    adviser,
    young,
    offer,
    match,
    introduction,
    handOver,
  }
}

const introductionOf = async (champion: { text: (path: string) => Promise<string> }) =>
  /\/champion\/introductions\/[0-9a-f]{32}/.exec(await champion.text('/champion'))?.[0] ?? ''

describe('handing over what a champion posted', () => {
  it('moves the offers to a colleague and ends what was shared, in one write', async () => {
    const { champion, colleague, young, match, introduction, handOver, manager, world } =
      await anIntroduction()
    expect((await champion.get(introduction)).status).toBe(200)
    expect(await manager.text(`/manage/accounts/${champion.id}`)).toContain(
      '1 opportunity, 1 person shares something with them',
    )
    expect((await handOver(colleague.id)).status).toBe(303)

    expect((await champion.get(introduction)).status).toBe(404)
    expect(await introductionOf(colleague)).toBe('')
    expect(await young.text(`/my/offers/${match}`)).toContain(
      '<bdi>Drew Park</bdi> at Highways looks after this now',
    )
    expect(await young.text('/my')).toContain('You are asked again')
    expect(await young.text('/my/requests')).toContain('Somebody new looks after this. It is your turn')
    await world.drain()
    const told = (await world.sentMail()).filter(({ subject }) => subject !== 'Your code').map(({ to }) => to)
    expect(told).toContain(young.account.email)
    expect(told).toContain(colleague.email)
  })

  it('shows nothing to the new one before the person says so, and then exactly what they chose anew', async () => {
    const { champion, colleague, young, match, handOver } = await anIntroduction()
    await handOver(colleague.id)
    expect((await young.get(`/my/offers/${match}/yes`)).status).toBe(200)
    const again = await young.post(`/my/offers/${match}/yes/send`, { nameUsed: 'Rob', words: '' })
    expect(again.status).toBe(303)
    const page = await colleague.text(await introductionOf(colleague))
    expect(page).toContain('Rob')
    expect(page).not.toContain('I like trees')
    expect(await introductionOf(champion)).toBe('')
  })

  it('gives one share when the same is sent from two tabs', async () => {
    const { world, colleague, young, match, handOver } = await anIntroduction()
    await handOver(colleague.id)
    const answers = await Promise.all(
      [1, 2].map(() => young.post(`/my/offers/${match}/yes/send`, { nameUsed: 'Rob' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const live = await world.db.query
      .selectFrom('share')
      .select('id')
      .where('match_id', '=', match as never)
      .where('ended_at', 'is', null)
      .execute()
    expect(live).toHaveLength(1)
  })

  it('gives nothing to the new one that was chosen for the one before', async () => {
    const { world, colleague, young, broker, champion, organisationId, handOver } = await anIntroduction()
    const offer = await givenPublished(world, { id: champion.id, organisationId })
    const proposed = await broker.post(`/team/opportunities/${offer.id}/people/${young.person.id}/propose`, {
      reason: 'Fits',
      ...HOLD,
    })
    const match = /[0-9a-f]{32}/.exec(proposed.headers.get('location') ?? '')?.[0] ?? ''
    const preview = await young.post(`/my/offers/${match}/yes`, { nameUsed: 'Robbie', words: 'for Cora' })
    const receiver = /name="receiver" value="([0-9a-f]{32})"/.exec(await preview.text())?.[1] ?? ''
    expect(receiver).toBe(champion.id)
    await handOver(colleague.id)
    const choice = { nameUsed: 'Robbie', words: 'for Cora', receiver }
    expect((await young.post(`/my/offers/${match}/yes/send`, choice)).status).toBe(409)
    expect(await introductionOf(colleague)).toBe('')
  })

  it('refuses in the schema a share with somebody who does not look after the offer', async () => {
    const { world, colleague, match } = await anIntroduction()
    const share = await world.db.query.selectFrom('share').selectAll().executeTakeFirstOrThrow()
    const other = { ...share, id: randomId() as never, reference: randomId(), receiver_id: colleague.id }
    await world.db.commit([world.db.query.updateTable('share').set({ ended_at: '2026-11-23T10:00:00.000Z' })])
    await expect(
      world.db.commit([world.db.query.insertInto('share').values({ ...other, match_id: match as never })]),
    ).rejects.toThrow('share names another receiver')
  })

  it('does not ask for a share with somebody who is not to be told, nor with somebody who has left', async () => {
    const { young, broker, manager, champion, match } = await anIntroduction()
    await young.post('/my/private', { kind: 'person', person: 'Cora Hill', sure: 'yes' })
    const blocked = await young.text(`/my/offers/${match}`)
    expect(blocked).toContain('They are on your list')
    expect(blocked).not.toContain(`/my/offers/${match}/yes`)
    expect(await broker.text('/team')).toContain('Nothing is shared now: Tree week')
    const [entry] = /\/my\/private\/[0-9a-f]{32}\/remove/.exec(await young.text('/my/private')) ?? ['']
    await young.post(entry)
    expect(await young.text(`/my/offers/${match}`)).toContain('has come to its last day')
    await manager.post(`/manage/accounts/${champion.id}/suspend`, { reason: 'Left' })
    const left = await young.text(`/my/offers/${match}`)
    expect(left).toContain('The person who looked after this has left')
    expect(left).not.toContain(`/my/offers/${match}/yes`)
  })

  it('is pointed to by the page that suspends, when somebody shares with them', async () => {
    const { manager, champion, colleague } = await anIntroduction()
    const page = await manager.text(`/manage/accounts/${champion.id}`)
    expect(page).toContain('1 young person shares something with them, and nobody answers')
    expect(page).toContain('<a href="#hand-over">')
    expect(await manager.text(`/manage/accounts/${colleague.id}`)).not.toContain('#hand-over')
  })

  it('lets the person stop instead', async () => {
    const { world, colleague, young, match, handOver } = await anIntroduction()
    await handOver(colleague.id)
    expect((await young.post(`/my/offers/${match}/stop`)).status).toBe(303)
    const row = await world.db.query
      .selectFrom('match')
      .select('state')
      .where('id', '=', match as never)
      .executeTakeFirst()
    expect(row?.state).toBe('withdrawn')
    expect((await young.get(`/my/offers/${match}/yes`)).status).toBe(409)
  })

  it('lets their adviser answer for somebody who cannot get online', async () => {
    const { world, colleague, adviser, organisationId, broker, handOver, champion } = await anIntroduction()
    const person = await givenCareLeaver(world, { name: 'Sky', adviserId: adviser.id })
    const offer = await givenPublished(world, { id: champion.id, organisationId })
    const proposed = await broker.post(`/team/opportunities/${offer.id}/people/${person.id}/propose`, {
      reason: 'Fits',
      ...HOLD,
    })
    const match = /[0-9a-f]{32}/.exec(proposed.headers.get('location') ?? '')?.[0] ?? ''
    const path = `/adviser/people/${person.id}/offers/${match}`
    const yes = { answer: 'yes', nameUsed: 'Sky', theirWords: 'Yes, tell them' }
    expect((await adviser.post(path, yes)).status).toBe(303)
    expect((await adviser.get(path)).status).toBe(409)
    await handOver(colleague.id)
    expect(await adviser.text(`/adviser/people/${person.id}`)).toContain('asked to share again')
    expect(await adviser.text(path)).toContain('They said yes before')
    expect((await adviser.post(path, yes)).status).toBe(303)
    expect(await colleague.text(await introductionOf(colleague))).toContain('Sky')
  })

  it('tells the team whose turn it is', async () => {
    const { colleague, broker, handOver } = await anIntroduction()
    expect(await broker.text('/team?turn=champion')).toContain('Introduction: Tree week')
    await handOver(colleague.id)
    expect(await broker.text('/team?turn=champion')).not.toContain('Tree week')
    expect(await broker.text('/team?turn=young+person')).toContain('Nothing is shared now: Tree week')
  })

  it('refuses somebody of another organisation', async () => {
    const { world, handOver, champion, introduction } = await anIntroduction()
    const { id: organisationId } = await givenOrganisation(world, { name: 'Libraries' })
    const stranger = await givenAccount(world, 'champion', { organisationId })
    expect((await handOver(stranger.id)).status).toBe(409)
    expect((await champion.get(introduction)).status).toBe(200)
  })

  it('puts the offers of somebody who was suspended into the queue, with the way to hand them over', async () => {
    const { manager, broker, champion, colleague, offer, handOver } = await anIntroduction()
    expect(await broker.text('/team')).not.toContain('Nobody looks after this')
    await manager.post(`/manage/accounts/${champion.id}/suspend`, { reason: 'Left' })
    expect(await broker.text('/team')).toContain('Nobody looks after this: Tree week')
    expect(await broker.text(`/team/opportunities/${offer.id}`)).toContain('Ask a manager to hand it over')
    expect(await manager.text(`/team/opportunities/${offer.id}`)).toContain(`/manage/accounts/${champion.id}`)
    expect((await handOver(colleague.id)).status).toBe(303)
    expect(await broker.text('/team')).not.toContain('Nobody looks after this')
  })
})
