import { describe, expect, it } from 'vitest'
import { paths } from '../../../src/paths'
import { createBrowser } from '../../support/browser'
import { testDatabase } from '../../support/database'
import {
  givenAccount,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
} from '../../support/givens'
import { createWorld, DAY } from '../../support/world'

async function aScene() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const owner = await givenAccount(world, 'champion', { organisationId })
  await givenPublished(world, { id: owner.id, organisationId }, { title: 'Coffee shop helper' })
  const people = [
    await givenYoungPerson(world, { name: 'Quillon Marsh' }),
    await givenYoungPerson(world),
    await givenYoungPerson(world),
  ]
  const [first] = people as [(typeof people)[number]]
  const type = (words: string, by = people) =>
    Promise.all(by.map((person) => person.get(`${paths.browse}?words=${encodeURIComponent(words)}`)))
  const broker = await givenSignedIn(world, 'broker')
  const list = async () => {
    await world.runDue()
    return broker.text(paths.team.unmetNeeds)
  }
  return { world, people, first, type, broker, list }
}

describe('words that found nothing', () => {
  it('reach the team when three people typed them, and say how many', async () => {
    const { type, list } = await aScene()
    await type('i want to be a flumboler near me')
    const page = await list()
    expect(page).toContain('“flumboler”: 3 people')
    expect(page).not.toContain('i want to be')
  })

  it('do not when it was fewer people, however often', async () => {
    const { people, first, type, list } = await aScene()
    for (let count = 0; count < 5; count += 1) await type('flumboler', [first])
    await type('flumboler', people.slice(0, 2))
    expect(await list()).not.toContain('flumboler')
  })

  it.each([
    ['a name that somebody here has', 'quillon'],
    ['a place', 'margate'],
    ['a number', 'x07700900123'],
    ['a mail address', 'someone99@mail'],
    ['something too long for a word', 'z'.repeat(30)],
  ])('are not kept when they look like %s', async (_name, words) => {
    const { world, type, list } = await aScene()
    await world.db.commit([
      world.db.query
        .insertInto('town')
        .values({ name: 'Margate', district: 'E07000114', cell_east: 635, cell_north: 170 }),
    ])
    await type(words)
    await list()
    const kept = await world.db.query.selectFrom('unfound_word').select('word').execute()
    expect(kept.map(({ word }) => word).filter((word) => words.includes(word) && word !== 'mail')).toEqual([])
  })

  it('hold nobody’s id, and are forgotten after thirty days', async () => {
    const { world, people, type, list } = await aScene()
    await type('flumboler')
    await list()
    const rows = await world.db.query.selectFrom('unfound_word').selectAll().execute()
    expect(rows).toHaveLength(3)
    for (const { account, person } of people)
      expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${account.id}|${person.id}`))
    world.wait(31 * DAY)
    await world.runDue()
    expect(await world.db.query.selectFrom('unfound_word').selectAll().execute()).toEqual([])
  })

  it('mean what the team says they mean, from then on and until it is taken away', async () => {
    const { first, type, broker, list } = await aScene()
    await type('flumboler')
    await list()
    const added = await broker.post(paths.team.synonyms, { word: 'flumboler', means: 'coffee shop' })
    expect(added.status).toBe(303)
    const search = () => first.text(`${paths.browse}?words=flumboler`)
    expect(await search()).toContain('Coffee shop helper')
    expect(await search()).toContain('so we looked for “coffee shop”')
    expect(await list()).not.toContain('“flumboler”: 3')
    await broker.post(paths.team.removeSynonym, { word: 'flumboler' })
    expect(await search()).toContain('0 offers')
  })

  it.each([
    [{ word: 'flumboler', means: '' }, 'Enter what it means'],
    [{ word: 'two words', means: 'x' }, 'Choose a word from the list'],
    [{ word: 'flumboler', means: 'x'.repeat(61) }, '60 characters'],
    [{ word: 'flumboler', means: 'canoe' }, 'No offer has “canoe”'],
  ])('ask again for what is missing, and keep the rest: %j', async (fields, message) => {
    const { type, broker, list } = await aScene()
    await type('flumboler')
    await list()
    const answer = await broker.post(paths.team.synonyms, fields)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(message) as string])
  })

  it('are only counted for people who are signed in: nobody else can be told apart', async () => {
    const { world, list } = await aScene()
    for (let count = 0; count < 4; count += 1)
      await createBrowser(world).get(`${paths.browse}?words=flumboler`)
    expect(await list()).not.toContain('flumboler')
  })
})
