import { describe, expect, it } from 'vitest'
import { listOwnAsks } from '../../../db/queries/champion-asks'
import { saveProfileAnswer } from '../../../db/statements/care-leavers'
import { addUnfoundWords } from '../../../db/statements/unfound-words'
import { ASK_ORGANISATIONS_MAX, ASK_WORDS_MAX } from '../../../src/domain/champion-ask'
import { paths } from '../../../src/paths'
import { givenAsk } from '../../support/champion-asks'
import { testDatabase } from '../../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
} from '../../support/givens'
import { createWorld, DAY } from '../../support/world'

async function aScene() {
  const world = createWorld(testDatabase())
  const parks = await givenOrganisation(world, { name: 'Country Parks' })
  const champion = await givenSignedIn(world, 'champion', { organisationId: parks.id })
  const broker = await givenSignedIn(world, 'broker')
  return { world, parks, champion, broker }
}

const formFor = (id: string, words: string) => ({
  what: 'training',
  district: '',
  organisations: [id],
  [`words-${id}`]: words,
})

describe('asking the champions', () => {
  it('asks for what and for whom before it drafts anything', async () => {
    const { broker, parks } = await aScene()
    expect(await broker.text(paths.team.newAsk)).toContain('What to ask for')
    const nothing = await broker.get(`${paths.team.newAsk}?chosen=what&what=&district=`)
    expect(nothing.status).toBe(422)
    expect(await nothing.text()).toContain('Choose what to ask for')
    const nobody = await broker.get(`${paths.team.newAsk}?what=finance&chosen=organisations`)
    expect(nobody.status).toBe(422)
    expect(await nobody.text()).toContain('Choose at least one organisation')
    const forged = await broker.post(paths.team.asks, {
      ...formFor(parks.id, 'Please'),
      organisations: ['x'],
    })
    expect(forged.status).toBe(422)
    expect((await broker.post(paths.team.asks, {})).status).toBe(422)
  })

  it.each([
    ['nothing', '', 'Write what you ask Country Parks for'],
    [
      'too much',
      'a'.repeat(ASK_WORDS_MAX + 1),
      'The message to Country Parks must be 1000 characters or fewer',
    ],
    ['an address', 'Write to sam@kent.example', 'Take out the email address'],
    ['a postcode', 'Come to ME14 1XX', 'Take out the postcode'],
    ['a link', 'See www.kent.example', 'Take out the link'],
  ])('does not send %s, and keeps what was typed', async (_name, words, message) => {
    const { world, broker, parks } = await aScene()
    const answer = await broker.post(paths.team.asks, formFor(parks.id, words))
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(message)
    expect(page).toContain(words)
    expect(await listOwnAsks(world.db, parks.id)).toEqual([])
  })

  it('asks ten organisations at most in one go', async () => {
    const { world, broker } = await aScene()
    const ids: string[] = []
    for (let number = 1; number <= ASK_ORGANISATIONS_MAX + 1; number += 1) {
      const { id } = await givenOrganisation(world, { name: `Department ${number}` })
      await givenAccount(world, 'champion', { organisationId: id })
      ids.push(id)
    }
    const form = (chosen: string[], words: string) => ({
      what: 'training',
      district: '',
      organisations: chosen,
      ...Object.fromEntries(chosen.map((id) => [`words-${id}`, words])),
    })
    expect((await broker.post(paths.team.asks, form(ids, 'Please'))).status).toBe(422)
    expect((await broker.post(paths.team.asks, form(ids.slice(1), 'é'.repeat(ASK_WORDS_MAX)))).status).toBe(
      303,
    )
  })

  it('asks only where somebody can sign in', async () => {
    const { world, broker } = await aScene()
    await givenOrganisation(world, { name: 'Nobody’s Department' })
    expect(await broker.text(`${paths.team.newAsk}?what=training`)).not.toContain('Nobody’s Department')
  })

  it('names a word only when three people typed it', async () => {
    const { world, broker } = await aScene()
    const typed = (word: string, people: number) =>
      Array.from({ length: people }, (_, index) => ({ word, visitorHash: `${index}` }))
    const words = [...typed('flumboler', 3), ...typed('quillon', 2)]
    await world.db.commit([addUnfoundWords(world.db, words, '2026-11-20')])
    expect(await broker.text(paths.team.unmetNeeds)).toContain(`${paths.team.newAsk}?word=flumboler`)
    expect(await broker.text(`${paths.team.newAsk}?word=flumboler`)).toContain('look for “flumboler”')
    expect(await broker.text(`${paths.team.newAsk}?word=quillon`)).not.toContain('quillon')
  })

  it('is the team’s: a manager may too, and nobody else', async () => {
    const { world, champion } = await aScene()
    const manager = await givenSignedIn(world, 'manager')
    const adviser = await givenSignedIn(world, 'adviser')
    expect((await manager.get(paths.team.asks)).status).toBe(200)
    for (const one of [champion, adviser]) expect((await one.get(paths.team.asks)).status).toBe(403)
  })

  it('says on the page of gaps how what was asked stands', async () => {
    const { world, broker, parks, champion } = await aScene()
    const person = await givenCareLeaver(world)
    await world.db.commit([
      saveProfileAnswer(world.db, {
        careLeaverId: person.id,
        question: 'goals',
        answer: { goals: ['find-a-home'], words: '' },
        answeredAt: world.now().toISOString(),
        answeredBy: broker.id,
        theirWords: '',
      }),
    ])
    const asked = { kind: 'housing-help', outcome: null, district: 'E07000110' } as const
    const at = world.now().toISOString()
    const id = await givenAsk(world.db, { organisationId: parks.id, askedBy: broker.id, at, asked })
    expect(await broker.text(paths.team.coverage)).toMatch(
      /for Help with housing in Maidstone<\/span><\/a>: 1 still open/,
    )
    await champion.post(paths.champion.ask(id), { code: 'no-money', words: '' })
    expect(await broker.text(paths.team.coverage)).toMatch(/: 1 cannot just now/)
    expect(await broker.text(paths.team.asks)).toContain('There is no money for it')
  })
})

describe('what champions are asked for', () => {
  it('is settled by an offer that helps with the outcome, and not by a new version of an old one', async () => {
    const { world, broker, parks, champion } = await aScene()
    const owner = { id: champion.id, organisationId: parks.id }
    const old = await givenPublished(world, owner, { outcomes: ['health'], kind: 'event' })
    const at = world.now().toISOString()
    const given = { organisationId: parks.id, askedBy: broker.id, at }
    await givenAsk(world.db, { ...given, asked: { kind: null, outcome: 'health', district: null } })
    await givenAsk(world.db, { ...given, asked: { kind: 'event', outcome: null, district: null } })
    const open = async () => (await listOwnAsks(world.db, parks.id)).length

    await champion.post(paths.champion.edit(old.id))
    await champion.post(paths.champion.submit(old.id))
    expect((await broker.post(paths.team.publish(old.id))).status).toBe(303)
    expect(await open()).toBe(2)

    await champion.post(paths.champion.change(old.id, 'close'))
    const again = { 'closesOn-day': '1', 'closesOn-month': '2', 'closesOn-year': '2027' }
    expect((await champion.post(paths.champion.change(old.id, 'reinstate'), again)).status).toBe(303)
    expect(await open()).toBe(0)
  })

  it('stands on the home page of everybody who posts there, without who asked, and goes when it is taken back', async () => {
    const { world, broker, parks, champion } = await aScene()
    await givenAccount(world, 'champion', { organisationId: parks.id })
    await broker.post(paths.team.asks, formFor(parks.id, 'Could you post one?\n\nOne is enough.'))
    const [ask] = await listOwnAsks(world.db, parks.id)
    world.wait(3 * DAY)
    await champion.signIn(champion.email)
    const home = await champion.text(paths.champion.home)
    expect(home).toContain('Asked by the 18+ team 3 days ago')
    expect(home).toContain('Training, anywhere in Kent')
    await broker.signIn(broker.email)
    expect((await broker.post(paths.team.takeBackAsk(ask?.id ?? ''))).status).toBe(303)
    expect(await champion.text(paths.champion.home)).not.toContain('The 18+ team asks you')
    expect(await champion.text(paths.champion.ask(ask?.id ?? ''))).toContain('This has ended')
  })
})
