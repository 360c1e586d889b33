import { describe, expect, it } from 'vitest'
import { listSuggestions } from '../../../db/queries/rounds'
import type { CareLeaverId } from '../../../src/domain/ids'
import { testDatabase } from '../../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  HOLD,
} from '../../support/givens'
import { givenRound } from '../../support/rounds'
import { createWorld, type World } from '../../support/world'

const ASKED = {
  which: 'kinds',
  kinds: ['insight-day'],
  waitWeeksMin: '0',
  pairs: 'also-unclear',
  'day-day': '23',
  'day-month': '11',
  'day-year': '2026',
}

async function aScene() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const owner = { id: (await givenAccount(world, 'champion', { organisationId })).id, organisationId }
  const broker = await givenSignedIn(world, 'broker', { name: 'Grace Lane' })
  const people = [
    await givenCareLeaver(world, { name: 'Robin' }),
    await givenCareLeaver(world, { name: 'Sasha' }),
  ]
  const offer = await givenPublished(world, owner, { title: 'Tree team', places: 1 })
  const aRound = (isChosen = true) =>
    givenRound(world.db, {
      openedBy: broker.id,
      people: people.map(({ id }) => id),
      offer: offer.id,
      at: world.now().toISOString(),
      isChosen,
    })
  return { world, owner, broker, people, offer, aRound }
}

describe('opening a round', () => {
  it('counts the places of each kind, with the scarce ones ticked', async () => {
    const { broker } = await aScene()
    const html = await broker.text('/team/rounds/new')
    expect(html).toContain('Insight day: 1 offer, 1 place free')
    expect(html).toMatch(/value="insight-day" checked=""/)
    expect(html).not.toMatch(/value="discount" checked/)
    expect(html).toContain('Not in education, employment or training, and waiting for over 12 weeks')
  })

  it.each([
    [{ kinds: [] }, 'Tick the kinds of opportunity that are in the round'],
    [{ kinds: ['job'] }, 'None of these opportunities is live with a free place'],
    [{ which: 'some' }, 'Tick the opportunities that are in the round'],
    [{ which: 'some', opportunities: ['a'.repeat(32)] }, 'None of these opportunities is live'],
    [{ which: 'some', opportunities: ['nonsense'] }, 'Choose opportunities from the list'],
    [{ which: 'everything' }, 'Choose which opportunities are in the round'],
    [{ districts: ['E07000111'] }, 'Nobody who may be suggested and is waiting fits this'],
    [{ districts: ['Narnia'] }, 'Choose districts from the list'],
    [{ waitWeeksMin: '51.5' }, 'Weeks waiting must be a whole number from 0 to 520'],
    [{ waitWeeksMin: '100' }, 'Nobody who may be suggested and is waiting fits this'],
    [{ 'day-day': '31' }, 'Enter the day of the round'],
    [{ 'day-day': '22' }, 'The day must be from today up to four weeks from now'],
    [{ 'day-month': '12', 'day-day': '25' }, 'The day must be from today up to four weeks from now'],
  ])('asks again with %j, and keeps what was typed', async (change, message) => {
    const { broker, world } = await aScene()
    const answer = await broker.post('/team/rounds', { ...ASKED, ...change })
    const html = await answer.text()
    expect([answer.status, html.includes('Error: Open a round')]).toEqual([422, true])
    expect(html).toContain(message)
    expect(html).toContain('value="2026"')
    expect(await world.db.query.selectFrom('round').select('id').execute()).toEqual([])
  })

  it('declines politely what is too big to be worked out at once', async () => {
    const { broker, world, owner } = await aScene()
    // The test world takes 10,000 pairs: 101 people and 100 offers are more.
    for (let index = 0; index < 99; index += 1) await givenPublished(world, owner)
    for (let index = 0; index < 99; index += 1) await givenCareLeaver(world)
    const answer = await broker.post('/team/rounds', ASKED)
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('This is more than can be worked out at once here'),
    ])
  })

  it('waits for its day, and takes who waits on that day', async () => {
    const { broker, world } = await aScene()
    const opened = await broker.post('/team/rounds', { ...ASKED, 'day-day': '25' })
    const round = opened.headers.get('location') as string
    expect(await world.computeRounds()).toEqual([])
    expect(await broker.text(round)).toContain('It is worked out on 25 November 2026')
    world.setTime('2026-11-25T08:00:00.000Z')
    await givenCareLeaver(world, { name: 'New' })
    expect(await world.computeRounds()).toEqual(['committed'])
    await broker.signIn(broker.email)
    expect(await broker.text(round)).toContain('of 3 people')
  })

  it('leaves out who has not agreed and who is not waiting', async () => {
    const { broker, world, people } = await aScene()
    await givenCareLeaver(world, { name: 'Silent', considers: false })
    await world.db.commit([
      world.db.query
        .updateTable('care_leaver')
        .set({ waiting_since: null })
        .where('id', '=', people[1]?.id as CareLeaverId),
    ])
    const opened = await broker.post('/team/rounds', ASKED)
    await world.computeRounds()
    const round = opened.headers.get('location') as string
    expect(await broker.text(round)).toContain('Band by band places 1 of 1 person')
  })

  it('says so when the rules let through nothing', async () => {
    const { broker, world, owner } = await aScene()
    await givenPublished(world, owner, { kind: 'training', minAge: 24, maxAge: 25 })
    const opened = await broker.post('/team/rounds', { ...ASKED, kinds: ['training'] })
    await world.computeRounds()
    const round = opened.headers.get('location') as string
    expect(await broker.text(round)).toContain('The rules let through no pair of these people')
    expect(await broker.text(`${round}/people/0`)).toContain('Its ages on the start date')
  })

  it('is for brokers; managers read', async () => {
    const { world, aRound, owner } = await aScene()
    const { organisationId } = owner
    const [manager, champion] = [
      await givenSignedIn(world, 'manager'),
      await givenSignedIn(world, 'champion', { organisationId }),
    ]
    const { id } = await aRound()
    const statuses = async (who: typeof manager) => [
      (await who.get('/team/rounds')).status,
      (await who.get(`/team/rounds/${id}`)).status,
      (await who.get('/team/rounds/new')).status,
      (await who.post('/team/rounds', ASKED)).status,
      (await who.post(`/team/rounds/${id}/end`, { ending: 'close', endReason: 'x' })).status,
    ]
    expect(await statuses(manager)).toEqual([200, 200, 403, 403, 403])
    expect(await statuses(champion)).toEqual([403, 403, 403, 403, 403])
    expect(await manager.text(`/team/rounds/${id}/people/0`)).not.toContain('Propose it')
  })
})

describe('choosing a rule', () => {
  it('asks why for any rule but the usual one', async () => {
    const { broker, aRound } = await aScene()
    const { id } = await aRound(false)
    const answer = await broker.post(`/team/rounds/${id}/choose`, { rule: 'band-by-band', reason: '' })
    expect(answer.status).toBe(303)
    const other = await aRound(false)
    const refused = await broker.post(`/team/rounds/${other.id}/choose`, { rule: 'best-fit', reason: '' })
    // The small round of this test has the usual rule only; another has no result to work by.
    expect(refused.status).toBe(409)
  })

  it('asks again when no rule is chosen', async () => {
    const { broker, aRound } = await aScene()
    const { id } = await aRound(false)
    const answer = await broker.post(`/team/rounds/${id}/choose`, { rule: 'whatever' })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Choose a rule')])
  })

  it('keeps the reason with the round, and asks for it', async () => {
    const { broker, world } = await aScene()
    const opened = await broker.post('/team/rounds', ASKED)
    await world.computeRounds()
    const round = opened.headers.get('location') as string
    const asked = await broker.post(`${round}/choose`, { rule: 'most-placed', reason: '' })
    expect([asked.status, await asked.text()]).toEqual([422, expect.stringContaining('Write why this rule')])
    await broker.post(`${round}/choose`, { rule: 'most-placed', reason: 'Fewer left with nothing' })
    expect(await broker.text(round)).toContain('Fewer left with nothing')
    const history = await broker.text(round.replace('/team/', '/team/history/').replace('rounds', 'round'))
    expect(history).toContain('Rule chosen: Most people placed')
    expect(history).toContain('Fewer left with nothing')
    expect(history).not.toContain('most-placed')
  })

  it('is done once: the second broker hears of the first', async () => {
    const { broker, aRound, world } = await aScene()
    const { id } = await aRound(false)
    const choose = () => broker.post(`/team/rounds/${id}/choose`, { rule: 'band-by-band', reason: '' })
    const statuses = (await Promise.all([choose(), choose(), choose()])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([303, 409, 409])
    expect(await listSuggestions(world.db, id)).toHaveLength(1)
  })
})

/** Somebody who does not want the broker of these tests told. */
async function hideFromGrace(world: World, careLeaverId: CareLeaverId) {
  await world.db.commit([
    world.db.query.insertInto('not_told').values({
      id: 'f'.repeat(32),
      care_leaver_id: careLeaverId,
      kind: 'person',
      organisation_id: null,
      match_hash: await world.secrets.hash('not-told', 'grace lane'),
      sealed_words: null,
      added_by: 'test',
      added_at: world.now().toISOString(),
    }),
  ])
}

describe('deciding on a suggestion', () => {
  it('asks again without a reason and with a hold that is too long', async () => {
    const { broker, aRound } = await aScene()
    const { id, suggestion } = await aRound()
    const seen = { suggestion, seen: '1' }
    const at = `/team/rounds/${id}/people/0`
    const noReason = await broker.post(`${at}/accept`, { reason: '', ...seen, ...HOLD })
    const tooLong = await broker.post(`${at}/accept`, {
      reason: 'Fits',
      ...seen,
      ...HOLD,
      'holdUntil-year': '2027',
    })
    const noDrop = await broker.post(`${at}/drop`, { dropReason: '', ...seen })
    expect([noReason.status, tooLong.status, noDrop.status]).toEqual([422, 422, 422])
    expect(await tooLong.text()).toContain('value="2027"')
  })

  it('stands in the history of the round, with whom it was about and without why', async () => {
    const { broker, aRound, world, people } = await aScene()
    const { id, suggestion } = await aRound()
    const drop = { dropReason: 'They are on holiday', suggestion, seen: '1' }
    expect((await broker.post(`/team/rounds/${id}/people/0/drop`, drop)).status).toBe(303)
    const history = await broker.text(`/team/history/round/${id}`)
    expect(history).toMatch(/Dropped:\s*<a href="[^"]*\/people\/0"><bdi>Robin</)
    expect(history).not.toContain('on holiday')
    expect(await broker.text(`/team/history/round-suggestion/${suggestion}`)).toContain('on holiday')
    await hideFromGrace(world, people[0]?.id as CareLeaverId)
    const hidden = await broker.text(`/team/history/round/${id}`)
    expect(hidden).toContain('Somebody who cannot be shown')
    expect(hidden).not.toContain('Robin')
  })

  it('does nothing in a round that was closed', async () => {
    const { broker, aRound, world } = await aScene()
    const { id, suggestion } = await aRound()
    await broker.post(`/team/rounds/${id}/end`, { ending: 'close', endReason: 'Done' })
    const answer = await broker.post(`/team/rounds/${id}/people/0/accept`, {
      reason: 'Fits',
      suggestion,
      seen: '1',
      ...HOLD,
    })
    expect(answer.status).toBe(409)
    expect(await world.db.query.selectFrom('match').select('id').execute()).toEqual([])
  })

  it('shows nothing of somebody who does not want this broker told, and proposes nothing to them', async () => {
    const { broker, aRound, world, people } = await aScene()
    const { id, suggestion } = await aRound()
    await hideFromGrace(world, people[0]?.id as CareLeaverId)
    expect(await broker.text(`/team/rounds/${id}/people`)).not.toContain('Robin')
    expect(await broker.text(`/team/rounds/${id}/people/0`)).not.toContain('Robin')
    expect((await broker.get(`/team/history/round-suggestion/${suggestion}`)).status).toBe(404)
    const answer = await broker.post(`/team/rounds/${id}/people/0/accept`, {
      reason: 'Fits',
      suggestion,
      seen: '1',
      ...HOLD,
    })
    expect(answer.status).toBe(409)
    const other = await givenSignedIn(world, 'broker', { name: 'Someone Else' })
    expect(await other.text(`/team/rounds/${id}/people/0`)).toContain('Robin')
  })

  it('swaps with nobody whom this broker is not to know of', async () => {
    const { broker, aRound, world, people } = await aScene()
    const { id, suggestion } = await aRound()
    await world.db.commit([
      world.db.query.insertInto('not_told').values({
        id: 'f'.repeat(32),
        care_leaver_id: people[1]?.id as CareLeaverId,
        kind: 'person',
        organisation_id: null,
        match_hash: await world.secrets.hash('not-told', 'grace lane'),
        sealed_words: null,
        added_by: 'test',
        added_at: world.now().toISOString(),
      }),
    ])
    const at = `/team/rounds/${id}/people/0/swap`
    expect(await broker.text(`${at}?with=1`)).toContain('Nobody else of this round could have it')
    const fields = { person: '1', reason: 'Why', suggestion, seen: '1' }
    expect((await broker.post(at, fields)).status).toBe(404)
  })

  it('tells the person that somebody looked', async () => {
    const { broker, aRound, world, people } = await aScene()
    const { id } = await aRound()
    await broker.get(`/team/rounds/${id}/people/0`)
    const views = await world.db.query.selectFrom('view_event').select(['care_leaver_id', 'what']).execute()
    expect(views).toEqual([{ care_leaver_id: people[0]?.id as CareLeaverId, what: 'shortlist' }])
  })

  it.each(['/people/2', '/people/-1', '/people/0x1', '/people/1/swap', '/people/99999999'])(
    'knows nothing of %s',
    async (path) => {
      const { broker, aRound } = await aScene()
      const { id } = await aRound()
      expect((await broker.get(`/team/rounds/${id}${path}`)).status).toBe(404)
    },
  )

  it('stands in the queue until the round is closed', async () => {
    const { broker, aRound } = await aScene()
    const { id } = await aRound()
    expect(await broker.text('/team')).toContain('Round: 1 to decide on')
    await broker.post(`/team/rounds/${id}/end`, { ending: 'close', endReason: 'Done' })
    expect(await broker.text('/team')).not.toContain('Round: 1')
  })

  it('can be swapped only with somebody the rules let through', async () => {
    const { broker, aRound, world } = await aScene()
    const { id, suggestion } = await aRound()
    const swap = (person: string) =>
      broker.post(`/team/rounds/${id}/people/0/swap`, { person, reason: 'Why', suggestion, seen: '1' })
    expect((await swap('0')).status).toBe(404)
    expect((await swap('7')).status).toBe(404)
    expect((await swap('x')).status).toBe(422)
    expect((await swap('1')).status).toBe(303)
    expect((await listSuggestions(world.db, id)).map(({ person, state }) => [person, state])).toEqual([
      [0, 'dropped'],
      [1, 'waiting'],
    ])
  })
})

describe('what was decided on a suggestion', () => {
  const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  const NOTHING_BETTER = 'Nothing of this round would be better for them.'
  const BEST_FOR_YOU = 'In words for the young person'

  it('stands before what the rule gave, once it was dropped, and its place is free again', async () => {
    const { broker, aRound } = await aScene()
    const { id, suggestion } = await aRound()
    const at = `/team/rounds/${id}`
    expect(textOf(await broker.text(`${at}/offers`))).toMatch(/Tree team .* 1 1 0 900/)
    await broker.post(`${at}/people/0/drop`, { dropReason: 'Moves away', suggestion, seen: '1' })
    const person = textOf(await broker.text(`${at}/people/0`))
    expect(person).toContain('Robin : no longer “Tree team”')
    expect(person).toMatch(/What a broker decided The rule gave “Tree team[^”]*”: a broker dropped it/)
    expect(person.indexOf('What the rule gave, and why')).toBeLessThan(person.indexOf(NOTHING_BETTER))
    expect(person).not.toContain(BEST_FOR_YOU)
    expect(textOf(await broker.text(`${at}/people?show=dropped`))).toContain('The rule gave “Tree team')
    const offers = textOf(await broker.text(`${at}/offers`))
    expect(offers).toMatch(/Tree team .* 1 0 1 900/)
    expect(offers).toContain('Given and left are with what was dropped and swapped since')
  })

  it('stands before that the rule gave nothing, once it was swapped', async () => {
    const { broker, aRound } = await aScene()
    const { id, suggestion } = await aRound()
    const at = `/team/rounds/${id}/people`
    await broker.post(`${at}/0/swap`, { person: '1', reason: 'Waits longer', suggestion, seen: '1' })
    const person = textOf(await broker.text(`${at}/1`))
    expect(person).toContain('Sasha and “Tree team”')
    expect(person).toContain('A broker gave them this; the rule gave no place.')
    expect(person).not.toContain(BEST_FOR_YOU)
  })

  it('leaves out the rules of today once it was proposed: they would say that it was', async () => {
    const { broker, aRound } = await aScene()
    const { id, suggestion } = await aRound()
    const at = `/team/rounds/${id}/people/0`
    expect(await broker.text(at)).toContain('Rules and score today')
    await broker.post(`${at}/accept`, { reason: 'Fits', suggestion, seen: '1', ...HOLD })
    const person = await broker.text(at)
    expect(person).toContain('Proposed.')
    expect(person).not.toContain('Rules and score today')
  })
})

describe('a round that cannot be worked out', () => {
  it('says after a while that it takes too long, and not on the way to its day', async () => {
    const { world, broker } = await aScene()
    const opened = await broker.post('/team/rounds', { ...ASKED, 'day-day': '25' })
    const path = opened.headers.get('location') ?? ''
    const tooLong = 'This takes longer than it should'
    expect(await broker.text(path)).not.toContain(tooLong)
    world.setTime('2026-11-25T00:05:00Z')
    const early = await givenSignedIn(world, 'broker')
    expect(await early.text(path)).not.toContain(tooLong)
    world.setTime('2026-11-25T00:11:00Z')
    expect(await early.text(path)).toContain(tooLong)
  })
})
