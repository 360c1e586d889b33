import { describe, expect, it } from 'vitest'
import { saveProfileAnswer } from '../../../db/statements/care-leavers'
import type { AccountId, CareLeaverId } from '../../../src/domain/ids'
import { OPPORTUNITY_KINDS } from '../../../src/domain/opportunity'
import { MODEL_OFFERS } from '../../../src/matching/coverage/model-offers'
import { dayValues } from '../../../src/http/fields'
import { testDatabase } from '../../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenProposal,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
} from '../../support/givens'
import { createWorld, type World } from '../../support/world'

async function aScene() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const owner = { id: (await givenAccount(world, 'champion', { organisationId })).id, organisationId }
  const broker = await givenSignedIn(world, 'broker')
  return { world, owner, broker }
}

/** What is read of a page: its words, without the tags. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:])/g, '')
    .trim()

const answer = (
  world: World,
  id: CareLeaverId,
  question: 'goals' | 'not-suggest' | 'travel',
  value: object,
) =>
  world.db.commit([
    saveProfileAnswer(world.db, {
      careLeaverId: id,
      question,
      answer: value as never,
      answeredAt: world.now().toISOString(),
      answeredBy: 'test' as AccountId,
      theirWords: '',
    }),
  ])

/** Somebody in Maidstone who wants what this goal leads to. */
async function someoneWho(world: World, goal: string, name = 'Robin') {
  const person = await givenCareLeaver(world, { name })
  await answer(world, person.id, 'goals', { goals: [goal], words: '' })
  return person
}

describe('wanted and offered', () => {
  it('shows people and places by district, kind and outcome, and the largest gaps with the figure first', async () => {
    const { world, owner, broker } = await aScene()
    await someoneWho(world, 'find-a-home')
    await someoneWho(world, 'find-a-home')
    await givenPublished(world, owner, { kind: 'job', places: 3, district: 'E07000106' })
    const html = await broker.text('/team/coverage')
    const gaps = [...html.matchAll(/<li class="wm-gap">.*?<\/li>/gs)].map(([gap]) => textOf(gap))
    expect(gaps).toContain(
      '2 places short Help with housing in Maidstone 2 want it, no free places ' +
        'Nothing fits 2 of them An offer there would fit 2 Ask the champions for Help with housing in Maidstone',
    )
    expect(textOf(html)).toContain('2 people may be suggested and have not started anything')
  })

  it('counts the same people as the list of those who wait, and says who is in one of the two alone', async () => {
    const { world, owner, broker } = await aScene()
    const one = async (name: string, district?: string) => {
      const { id } = await givenCareLeaver(world, { name })
      if (district) {
        const set = world.db.query.updateTable('care_leaver').set({ district: district as never })
        await world.db.commit([set.where('id', '=', id)])
      }
      return id
    }
    await one('Robin')
    expect(textOf(await broker.text('/team/coverage'))).toContain('None of them has an offer under way')
    expect(await broker.text('/team/people')).not.toContain('an offer under way')
    const offer = await givenPublished(world, owner, { places: 2 })
    await givenProposal(world, offer.id, await one('Quill'))
    await givenProposal(world, offer.id, await one('Ash', 'E07000113'))
    const coverage = textOf(await broker.text('/team/coverage'))
    expect(coverage).toContain('3 people may be suggested and have not started anything')
    expect(coverage).toContain(
      'That includes 2 people with an offer under way; People waiting lists the others',
    )
    const list = textOf(await broker.text('/team/people'))
    expect(list).toContain('1 person waiting')
    expect(list).toContain('2 more wait with an offer under way: Wanted and offered counts them too')
    expect(textOf(await broker.text('/team/people?district=E07000113'))).toContain(
      '1 more waits with an offer',
    )
  })

  it('sees a change that came from anywhere at the next look', async () => {
    const { world, owner, broker } = await aScene()
    const person = await someoneWho(world, 'find-a-home')
    expect(await broker.text('/team/coverage')).toContain('Help with housing in Maidstone')
    const offer = { kind: 'housing-help', district: 'E07000110', places: 3 } as const
    await givenPublished(world, owner, offer)
    expect(await broker.text('/team/coverage')).not.toContain('Help with housing in Maidstone')
    await answer(world, person.id, 'goals', { goals: ['earn-and-learn'], words: '' })
    expect(await broker.text('/team/coverage')).toContain('Apprenticeship in Maidstone')
  })

  /** A world that may look at as many pairs as the model offers make with so many people. */
  const aWorldFor = (people: number) => {
    const rounds = { pairsMax: people * MODEL_OFFERS.length, computeSoon: () => {} }
    return createWorld(testDatabase(), undefined, {}, { rounds })
  }

  it('leaves out who goes without where there is too much to look at, and lists one district', async () => {
    const world = aWorldFor(1)
    const broker = await givenSignedIn(world, 'broker')
    await someoneWho(world, 'find-a-home', 'Robin')
    const elsewhere = await someoneWho(world, 'find-a-home', 'Quill')
    const { query } = world.db
    await world.db.commit([
      query.updateTable('care_leaver').set({ district: 'E07000113' }).where('id', '=', elsewhere.id),
    ])
    const html = await broker.text('/team/coverage')
    expect(html).toContain('too many people and offers to work out at once here')
    expect(html).toContain('1 wants it, no free places')
    expect(html).not.toContain('Nothing fits 1 of them')
    const list = await broker.get('/team/unmatched')
    expect(list.status).toBe(200)
    expect(await list.text()).toContain(
      'This is more than can be worked out at once here. Choose a district.',
    )
    expect((await broker.get('/team')).status).toBe(200)
    const swale = await broker.text('/team/unmatched?district=E07000113')
    expect(swale).toContain('Nothing fits: 1 person')
    expect(swale).toContain('Quill')
    expect((await broker.get(`/team/unmatched/${elsewhere.id}`)).status).toBe(200)
    await someoneWho(world, 'find-a-home', 'Ash')
    expect(await broker.text('/team/unmatched?district=E07000110')).toContain(
      'Even one district has too many',
    )
  })

  it('looks at as much as it may', async () => {
    const world = aWorldFor(1)
    const broker = await givenSignedIn(world, 'broker')
    await someoneWho(world, 'find-a-home')
    expect(await broker.text('/team/coverage')).toContain('Nothing fits 1 of them')
    expect(await broker.text('/team/unmatched')).toContain('Nothing fits: 1 person')
  })

  it('is the team’s alone', async () => {
    const { world, owner } = await aScene()
    const champion = await givenSignedIn(world, 'champion', { organisationId: owner.organisationId })
    const adviser = await givenSignedIn(world, 'adviser')
    for (const path of ['/team/coverage', '/team/unmatched']) {
      expect((await champion.get(path)).status).toBe(403)
      expect((await adviser.get(path)).status).toBe(403)
    }
  })

  it('says so where nobody waits', async () => {
    const { broker } = await aScene()
    const html = await broker.text('/team/coverage')
    expect(html).toContain('There is no kind that more people want in a district than there are places.')
    expect(await broker.text('/team/unmatched')).toContain('There is an offer that fits everybody who waits')
  })
})

describe('people whom nothing fits', () => {
  it('are listed longest wait first and by district and reason', async () => {
    const { world, broker } = await aScene()
    const late = await someoneWho(world, 'find-a-home', 'Later')
    const early = await someoneWho(world, 'find-a-home', 'Earlier')
    const none = await givenCareLeaver(world, { name: 'Wantsnothing' })
    await answer(world, none.id, 'not-suggest', { kinds: [...OPPORTUNITY_KINDS] })
    for (const [id, since] of [
      [late.id, '2026-10-01'],
      [early.id, '2026-02-01'],
    ] as const)
      await world.db.commit([
        world.db.query.updateTable('care_leaver').set({ waiting_since: since }).where('id', '=', id),
      ])
    const html = await broker.text('/team/unmatched')
    expect(html.indexOf('Earlier')).toBeLessThan(html.indexOf('Later'))
    const ofReason = await broker.text('/team/unmatched?reason=do-not-suggest')
    expect(ofReason).toContain('Wantsnothing')
    expect(ofReason).not.toContain('Earlier')
    expect(await broker.text('/team/unmatched?district=E07000114')).not.toContain('Earlier')
  })

  it('are shown the reason first, and the one change that would help most', async () => {
    const { world, owner, broker } = await aScene()
    await givenPublished(world, owner, { kind: 'housing-help', minAge: 24, weekTimes: [], isRemote: true })
    const { id } = await someoneWho(world, 'find-a-home', 'Robin')
    const list = textOf(await broker.text('/team/unmatched'))
    expect(list).toContain(
      'Age on the start date: 1 of 1 offer of the kinds they want is stopped by this alone',
    )
    expect(list).toContain('Would help most: a new offer, Help with money in Maidstone')
    const one = textOf(await broker.text(`/team/unmatched/${id}`))
    expect(one).toContain('1 of 1 offer of the kinds they want is stopped by this alone')
    expect(one).toContain('Nothing that leads to what they want fits. Waiting')
    expect(one).toContain(
      'Offers for this person, with those that need a check first and those of other kinds',
    )
  })

  it('are said to have named no goal where every kind counts that they did not refuse', async () => {
    const { world, owner, broker } = await aScene()
    await givenPublished(world, owner, { kind: 'job', minAge: 24, weekTimes: [], isRemote: true })
    const { id } = await givenCareLeaver(world)
    const one = textOf(await broker.text(`/team/unmatched/${id}`))
    expect(one).toContain('No goal of theirs says which kinds they want')
    expect(one).toContain('offer of kinds they did not refuse')
    expect(one).not.toContain('of other kinds')
  })

  it('is counted in what is waiting by what was so within the last minute, and listed as it is now', async () => {
    const { world, broker } = await aScene()
    await someoneWho(world, 'find-a-home', 'Robin')
    expect(await broker.text('/team')).toContain('Nothing fits: 1 person to look at')
    await someoneWho(world, 'find-a-home', 'Sasha')
    expect(await broker.text('/team')).toContain('Nothing fits: 1 person to look at')
    world.wait(61_000)
    expect(await broker.text('/team')).toContain('Nothing fits: 2 people to look at')
    await someoneWho(world, 'find-a-home', 'Ashley')
    expect(await broker.text('/team/unmatched')).toContain('Ashley')
  })

  it('cannot be told from nobody where they are hidden from whoever looks', async () => {
    const { world, broker } = await aScene()
    const person = await someoneWho(world, 'find-a-home', 'Hidden')
    expect(await broker.text('/team/unmatched')).toContain('Hidden')
    const email = broker.email
    await world.db.commit([
      world.db.query.insertInto('not_told').values({
        id: 'e'.repeat(32),
        care_leaver_id: person.id,
        kind: 'email',
        organisation_id: null,
        match_hash: await world.secrets.hash('not-told', email),
        sealed_words: await world.secrets.seal(email),
        added_by: 'test',
        added_at: world.now().toISOString(),
      }),
    ])
    expect(await broker.text('/team/unmatched')).not.toContain('Hidden')
    expect(await broker.text('/team')).not.toContain('Nothing fits:')
    expect((await broker.get(`/team/unmatched/${person.id}`)).status).toBe(404)
  })
})

describe('recording that nothing was found', () => {
  it('asks again, and keeps what was typed', async () => {
    const { world, broker } = await aScene()
    const person = await someoneWho(world, 'find-a-home')
    const page = `/team/unmatched/${person.id}`
    const nothing = await broker.post(page, { words: '', seen: '0' })
    expect(nothing.status).toBe(422)
    expect(await nothing.text()).toContain('Choose why nothing fits')
    const past = {
      code: 'other',
      words: 'A lion is in the way',
      seen: '0',
      ...dayValues('lookAgainOn', '2026-01-01'),
    }
    const tooEarly = await broker.post(page, past as Record<string, string>)
    expect(tooEarly.status).toBe(422)
    const html = await tooEarly.text()
    expect(html).toContain('must be after today and within 26 weeks')
    expect(html).toContain('A lion is in the way')
    const { 'lookAgainOn-day': _day, ...noDay } = past as Record<string, string>
    expect((await broker.post(page, noDay)).status).toBe(422)
  })

  it('is a broker’s to do', async () => {
    const { world } = await aScene()
    const person = await someoneWho(world, 'find-a-home')
    const manager = await givenSignedIn(world, 'manager')
    expect(await manager.text(`/team/unmatched/${person.id}`)).not.toContain('Record that nothing was found')
    expect((await manager.post(`/team/unmatched/${person.id}`, {})).status).toBe(403)
  })
})

describe('a young person’s home', () => {
  it('says that nothing fits yet, and what they could change', async () => {
    const { world, owner } = await aScene()
    await givenPublished(world, owner, {
      weekTimes: [],
      district: 'E07000106',
      cellEast: 615,
      cellNorth: 158,
    })
    const young = await givenYoungPerson(world, { name: 'Robin' })
    const near = { distanceKmMax: 3, cellEast: 576, cellNorth: 155 }
    await answer(world, young.person.id, 'travel', near)
    const html = await young.text('/my')
    expect(html).toContain('Nothing fits you fully yet')
    expect(html).toContain('Say how far you can travel')
    await givenPublished(world, owner, { weekTimes: [], isRemote: true })
    expect(await young.text('/my')).not.toContain('Nothing fits you fully yet')
  })
})
