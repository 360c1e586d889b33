import { describe, expect, it } from 'vitest'
import { testDatabase } from '../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
  HOLD,
} from '../support/givens'
import { createWorld } from '../support/world'

async function aScene() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const champion = await givenSignedIn(world, 'champion', { organisationId, name: 'Cora Hill' })
  const broker = await givenSignedIn(world, 'broker', { name: 'Grace Lane' })
  const young = await givenYoungPerson(world, { name: 'Robin' })
  const offer = await givenPublished(world, { id: champion.id, organisationId }, { places: 1 })
  const propose = async () => {
    const answer = await broker.post(`/team/opportunities/${offer.id}/people/${young.person.id}/propose`, {
      reason: 'Fits',
      ...HOLD,
    })
    return {
      status: answer.status,
      match: /[0-9a-f]{32}/.exec(answer.headers.get('location') ?? '')?.[0] ?? '',
    }
  }
  return { world, organisationId, champion, broker, young, offer, propose }
}

describe('people and places somebody does not want told', () => {
  it('keep a person off the shortlist of that organisation', async () => {
    const { broker, young, offer, organisationId, propose } = await aScene()
    expect(await broker.text(`/team/opportunities/${offer.id}/shortlist`)).toContain('Robin')
    await young.post('/my/private', { kind: 'organisation', organisationId })
    expect(await broker.text(`/team/opportunities/${offer.id}/shortlist`)).not.toContain('Robin')
    expect((await propose()).status).toBe(409)
  })

  it('stop a yes to somebody who was put on the list after the offer came', async () => {
    const { young, champion, propose } = await aScene()
    const { match } = await propose()
    await young.post('/my/private', { kind: 'person', person: '  CORA  hill ' })
    expect((await young.post(`/my/offers/${match}/yes/send`, { nameUsed: 'Robbie' })).status).toBe(409)
    expect(await champion.text('/champion')).not.toContain('/champion/introductions/')
  })

  it('end a live share in the same write', async () => {
    const { young, champion, propose } = await aScene()
    const { match } = await propose()
    await young.post(`/my/offers/${match}/yes/send`, { nameUsed: 'Robbie' })
    const introduction =
      /\/champion\/introductions\/[0-9a-f]{32}/.exec(await champion.text('/champion'))?.[0] ?? ''
    expect((await champion.get(introduction)).status).toBe(200)
    const entry = { kind: 'email', email: champion.email.toUpperCase() }
    const asked = await (await young.post('/my/private', entry)).text()
    expect(asked).toContain('This stops what is shared now')
    expect(asked).toContain('<bdi>Cora Hill</bdi>, Highways, about “')
    expect((await champion.get(introduction)).status).toBe(200)
    expect(await young.text('/my/private')).toContain('Nobody is on the list')
    await young.post('/my/private', { ...entry, sure: 'yes' })
    expect((await champion.get(introduction)).status).toBe(404)
  })

  it('make a person look to a blocked broker as if they were not here', async () => {
    const { world, young, offer, propose } = await aScene()
    const { match } = await propose()
    const relative = await givenSignedIn(world, 'broker', { name: 'Victor Reed' })
    expect((await relative.get(`/team/matches/${match}`)).status).toBe(200)
    await young.post('/my/private', { kind: 'person', person: 'Victor Reed' })
    const pages = [
      `/team/matches/${match}`,
      `/team/people/${young.person.id}`,
      `/team/opportunities/${offer.id}/people/${young.person.id}`,
      `/team/history/match/${match}`,
    ]
    for (const path of pages) expect([path, (await relative.get(path)).status]).toEqual([path, 404])
    for (const path of ['/team', `/team/opportunities/${offer.id}`, '/team/people?who=rob'])
      expect(await relative.text(path)).not.toContain('Robin')
    expect(
      (await relative.post(`/team/matches/${match}/withdraw`, { ending: 'withdraw', reason: 'x' })).status,
    ).toBe(404)
  })

  it('are stored so that nobody can read them from the table', async () => {
    const { world, young } = await aScene()
    await young.post('/my/private', { kind: 'person', person: 'Victor Reed' })
    const rows = JSON.stringify(await world.db.query.selectFrom('not_told').selectAll().execute())
    expect(rows).not.toMatch(/victor|reed/i)
    expect(await young.text('/my/private')).toContain('Victor Reed')
  })
})

describe('saying no to being suggested', () => {
  it('takes a person off every shortlist, until they ask for something themselves', async () => {
    const { broker, young, offer, propose } = await aScene()
    await young.post('/my/welcome', { answer: 'no' })
    expect(await broker.text(`/team/opportunities/${offer.id}/shortlist`)).not.toContain('Robin')
    expect((await propose()).status).toBe(409)
    const withdraw = async () => {
      const path = /\/my\/requests\/[0-9a-f]{32}\/withdraw/.exec(await young.text('/my/requests'))?.[0] ?? ''
      expect((await young.post(path)).status).toBe(303)
    }
    await young.post(`/my/interests/${offer.id}`)
    await withdraw()
    expect((await propose()).status).toBe(409)
    await young.post(`/my/interests/${offer.id}`)
    expect((await propose()).status).toBe(303)
  })

  it('leaves a broker who looks them up with a name and nothing else', async () => {
    const { broker, young, offer } = await aScene()
    await young.post('/my/welcome', { answer: 'no' })
    for (const path of [
      `/team/people/${young.person.id}`,
      `/team/opportunities/${offer.id}/people/${young.person.id}`,
    ]) {
      const text = await broker.text(path)
      expect(text).toContain('Robin')
      expect(text).not.toMatch(/Maidstone|Nature and the outdoors/)
    }
  })
})

describe('an invitation', () => {
  it('to an address that waits for one person never opens the record of another', async () => {
    const world = createWorld(testDatabase())
    const [first, second] = [await givenSignedIn(world, 'adviser'), await givenSignedIn(world, 'adviser')]
    const robin = await givenCareLeaver(world, { name: 'Robin', adviserId: first.id })
    const sam = await givenCareLeaver(world, { name: 'Sam', adviserId: second.id })
    expect(
      (await first.post(`/adviser/people/${robin.id}/invite`, { email: 'sam@mail.example' })).status,
    ).toBe(303)
    expect(
      (await second.post(`/adviser/people/${sam.id}/invite`, { email: 'sam@mail.example' })).status,
    ).toBe(422)

    // The address was wrong: the right one takes its place, and the old link is dead.
    expect(
      (await first.post(`/adviser/people/${robin.id}/invite`, { email: 'robin@mail.example' })).status,
    ).toBe(303)
    const open = await world.db.query
      .selectFrom('invitation')
      .select('state')
      .where('state', '=', 'open')
      .execute()
    expect(open).toHaveLength(1)
    expect(
      (await second.post(`/adviser/people/${sam.id}/invite`, { email: 'sam@mail.example' })).status,
    ).toBe(303)
  })

  it('does not move an account that is in use to another address', async () => {
    const { world, young } = await aScene()
    const adviser = await givenSignedIn(world, 'adviser')
    await world.db.commit([
      world.db.query
        .updateTable('care_leaver')
        .set({ adviser_id: adviser.id })
        .where('id', '=', young.person.id),
    ])
    const path = `/adviser/people/${young.person.id}/invite`
    expect((await adviser.post(path, { email: 'other@mail.example' })).status).toBe(422)
    expect((await young.get('/my')).status).toBe(200)
  })
})

describe('an offer that was withdrawn', () => {
  it('takes no yes, and a version that waited for review does not bring it back', async () => {
    const { young, champion, broker, offer, propose } = await aScene()
    const { match } = await propose()
    await champion.post(`/champion/opportunities/${offer.id}/edit`)
    await champion.post(`/champion/opportunities/${offer.id}/submit`)
    expect((await champion.post(`/champion/opportunities/${offer.id}/withdraw`)).status).toBe(303)
    expect((await young.post(`/my/offers/${match}/yes/send`, { nameUsed: 'Robbie' })).status).toBe(409)
    expect((await broker.post(`/team/opportunities/${offer.id}/publish`)).status).toBe(409)
  })

  it('is not published in words that the broker has not seen', async () => {
    const { champion, broker, offer } = await aScene()
    await champion.post(`/champion/opportunities/${offer.id}/edit`)
    await champion.post(`/champion/opportunities/${offer.id}/submit`)
    const version =
      /name="version" value="(\d+)"/.exec(await broker.text(`/team/opportunities/${offer.id}/review`))?.[1] ??
      ''
    await champion.post(`/champion/opportunities/${offer.id}/drop`)
    await champion.post(`/champion/opportunities/${offer.id}/edit`)
    await champion.post(`/champion/opportunities/${offer.id}/submit`)
    expect((await broker.post(`/team/opportunities/${offer.id}/publish`, { version })).status).toBe(409)
  })
})

describe('what a champion can learn before a yes', () => {
  it('is nothing, not even through the number of free places', async () => {
    const { champion, young, offer, propose } = await aScene()
    const pages = [
      '/champion',
      '/champion/opportunities',
      `/champion/opportunities/${offer.id}`,
      `/opportunities/${offer.id}`,
      '/opportunities',
    ]
    const read = async () =>
      Promise.all(pages.map(async (path) => (await champion.text(path)).replace(/[0-9a-f]{32}/g, '')))
    const before = await read()
    await young.post(`/my/interests/${offer.id}`)
    await propose()
    expect(await read()).toEqual(before)
  })
})

describe('who looked at my information', () => {
  it('names the broker who opened it and not the one who did not', async () => {
    const { world, broker, young } = await aScene()
    await givenSignedIn(world, 'broker', { name: 'Nobody Else' })
    await broker.get(`/team/people/${young.person.id}`)
    const text = await young.text('/my/information')
    expect(text).toContain('Grace Lane')
    expect(text).not.toContain('Nobody Else')
  })
})

describe('an adviser', () => {
  it('answers an offer with the words of somebody who cannot get online', async () => {
    const { world, broker, offer } = await aScene()
    const adviser = await givenSignedIn(world, 'adviser')
    const person = await givenCareLeaver(world, { name: 'Ash', adviserId: adviser.id })
    const answer = await broker.post(`/team/opportunities/${offer.id}/people/${person.id}/propose`, {
      reason: 'Fits',
      ...HOLD,
    })
    const match = /[0-9a-f]{32}/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
    const path = `/adviser/people/${person.id}/offers/${match}`
    expect(await adviser.text(`/adviser/people/${person.id}`)).toContain(path)
    expect((await adviser.post(path, { answer: 'yes', nameUsed: 'Ash' })).status).toBe(422)
    expect(
      (await adviser.post(path, { answer: 'yes', nameUsed: 'Ash', theirWords: 'Yes please' })).status,
    ).toBe(303)
    const share = await world.db.query
      .selectFrom('share')
      .select(['given_by', 'their_words'])
      .executeTakeFirst()
    expect(share).toEqual({ given_by: adviser.id, their_words: 'Yes please' })
    const stranger = await givenSignedIn(world, 'adviser')
    expect((await stranger.get(path)).status).toBe(404)
  })

  it('keeps right to work to themselves: the table has no word of it, and a broker reads only that a check is needed', async () => {
    const { world, broker, organisationId } = await aScene()
    const adviser = await givenSignedIn(world, 'adviser')
    const person = await givenCareLeaver(world, { name: 'Ash', adviserId: adviser.id })
    const owner = await givenAccount(world, 'champion', { organisationId })
    const job = await givenPublished(
      world,
      { id: owner.id, organisationId },
      { kind: 'job', pay: 'wage', payText: '£13 an hour', needsRightToWork: true },
    )
    const fact = {
      status: 'limited-work',
      source: 'share code',
      'until-day': '3',
      'until-month': '9',
      'until-year': '2028',
      'checkedOn-day': '1',
      'checkedOn-month': '11',
      'checkedOn-year': '2026',
    }
    expect((await adviser.post(`/adviser/people/${person.id}/facts/right-to-work`, fact)).status).toBe(303)
    const stored = JSON.stringify(await world.db.query.selectFrom('eligibility_fact').selectAll().execute())
    expect(stored).not.toMatch(/limited|2028|share code/)
    const pair = await broker.text(`/team/opportunities/${job.id}/people/${person.id}`)
    expect(pair).toContain('Ask the adviser to check the right to work')
    expect(pair).not.toMatch(/limited|2028|share code/i)
    expect(await adviser.text(`/adviser/people/${person.id}`)).toContain('Limited work')
  })
})

describe('what is written down about a change', () => {
  it('has who and when for every fact and every entry of the private list, and never what', async () => {
    const { world, young } = await aScene()
    const adviser = await givenSignedIn(world, 'adviser', { name: 'Ada Frost' })
    const person = await givenCareLeaver(world, { name: 'Sky', adviserId: adviser.id })
    for (const level of ['2', '3'])
      await adviser.post(`/adviser/people/${person.id}/facts/qualification`, { level, source: 'certificate' })
    await young.post('/my/private', { kind: 'person', person: 'Victor Reed' })
    const [entry] = await world.db.query.selectFrom('not_told').select('id').execute()
    await young.post(`/my/private/${entry?.id}/remove`)
    const rows = await world.db.query
      .selectFrom('audit_event')
      .select(['actor_id', 'action', 'subject', 'version'])
      .where('action', 'in', ['fact.record', 'not-told.add', 'not-told.remove'])
      .orderBy('id')
      .execute()
    expect(rows).toEqual([
      row(adviser.id, 'fact.record', `fact:${person.id}:qualification`, 1),
      row(adviser.id, 'fact.record', `fact:${person.id}:qualification`, 2),
      row(young.account.id, 'not-told.add', `not-told:${entry?.id}`, 1),
      row(young.account.id, 'not-told.remove', `not-told:${entry?.id}`, 2),
    ])
  })

  it('has every look at the history of somebody’s match', async () => {
    const { world, broker, young, propose } = await aScene()
    const { match } = await propose()
    const looks = async () =>
      (
        await world.db.query
          .selectFrom('view_event')
          .select('id')
          .where('care_leaver_id', '=', young.person.id)
          .where('what', '=', 'match')
          .execute()
      ).length
    const before = await looks()
    await broker.get(`/team/history/match/${match}`)
    expect(await looks()).toBe(before + 1)
  })

  const row = (actor: string, action: string, subject: string, version: number) => ({
    actor_id: actor,
    action,
    subject,
    version,
  })
})

describe('what is shared', () => {
  it.each([
    ['words', 'Ring me on 07700 900123', 'Take out the phone number'],
    ['words', 'I live at ME14 1XX', 'Take out the postcode'],
    ['nameUsed', 'robin@example.com', 'Take out the email address'],
  ])('refuses in %s “%s”, says why and keeps it', async (field, text, message) => {
    const { young, champion, propose } = await aScene()
    const { match } = await propose()
    const answer = await young.post(`/my/offers/${match}/yes/send`, { nameUsed: 'Robbie', [field]: text })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(message)
    expect(page).toContain(text)
    expect(await champion.text('/champion')).not.toContain('/champion/introductions/')
  })
})
