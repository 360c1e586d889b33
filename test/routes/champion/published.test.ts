import { describe, expect, it } from 'vitest'
import { publishOpportunity } from '../../../src/commands/opportunities/review-opportunity'
import { paths } from '../../../src/paths'
import { createBrowser } from '../../support/browser'
import { testDatabase } from '../../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenPublished,
  acting,
  givenIntroduction,
  givenProposal,
} from '../../support/givens'
import { createWorld } from '../../support/world'
import { givenChampion, STEPS, workOf } from './steps'

async function aLiveOne(values: Parameters<typeof givenPublished>[2] = {}) {
  const world = createWorld(testDatabase())
  const champion = await givenChampion(world)
  const { id } = await givenPublished(world, champion, { title: 'Kitchen assistant', ...values })
  return { world, champion, id, visitor: createBrowser(world) }
}

/** A page without the keys that differ each time it is made. */
const stable = (html: string) => html.replace(/name="key" value="[0-9a-f]{32}"/g, '')

describe('editing a published opportunity', () => {
  it('keeps the published page as it is until the new version is reviewed', async () => {
    const { world, champion, id, visitor } = await aLiveOne()
    await champion.post(paths.champion.edit(id))
    await champion.post(paths.champion.section(id, 'basics'), { ...STEPS.basics, title: 'Chef for a week' })
    await champion.post(paths.champion.submit(id))
    expect(await champion.text(paths.champion.opportunity(id))).toContain('The published one')
    expect(await visitor.text(paths.opportunity(id))).toContain('Kitchen assistant')
    expect(await visitor.text(paths.opportunity(id))).not.toContain('Chef for a week')

    const broker = await givenAccount(world, 'broker')
    expect(await publishOpportunity(acting(world, broker.id), id)).toBe('committed')
    expect(await visitor.text(paths.opportunity(id))).toContain('Chef for a week')
  })

  it('drops the new version and nothing else', async () => {
    const { world, champion, id, visitor } = await aLiveOne()
    await champion.post(paths.champion.edit(id))
    expect(await champion.text(paths.champion.drop(id))).toContain('Drop it')
    await champion.post(paths.champion.drop(id))
    expect(await workOf(world, id)).toMatchObject({ revision: null, state: 'published' })
    expect((await visitor.get(paths.opportunity(id))).status).toBe(200)
  })

  it('opens one new version at a time', async () => {
    const { champion, id } = await aLiveOne()
    expect((await champion.post(paths.champion.edit(id))).status).toBe(303)
    expect((await champion.post(paths.champion.edit(id))).status).toBe(409)
  })
})

describe('a draft that is dropped', () => {
  it('leaves the list', async () => {
    const world = createWorld(testDatabase())
    const champion = await givenChampion(world)
    const started = await champion.post(paths.champion.newOpportunity, { pledge: 'none' })
    const id = (started.headers.get('location') ?? '').split('/').at(-1) ?? ''
    await champion.post(paths.champion.section(id, 'basics'), STEPS.basics)
    expect(await champion.text(paths.champion.opportunities)).toContain('A week with the tree team')
    const dropped = await champion.post(paths.champion.drop(id))
    expect(dropped.headers.get('location')).toBe(paths.champion.opportunities)
    expect(await champion.text(paths.champion.opportunities)).toContain('Nothing has been posted yet')
    expect((await champion.get(paths.champion.opportunity(id))).status).toBe(200)
  })
})

describe('what may be done with one that is live', () => {
  it('pauses out of search and comes back', async () => {
    const { champion, id, visitor } = await aLiveOne()
    await champion.post(paths.champion.change(id, 'pause'))
    expect(await visitor.text(paths.browse)).not.toContain('Kitchen assistant')
    expect(await champion.text(paths.champion.opportunity(id))).toContain('Paused')
    await champion.post(paths.champion.change(id, 'resume'))
    expect(await visitor.text(paths.browse)).toContain('Kitchen assistant')
  })

  it('closes with a page that says so, and comes back with a new closing day', async () => {
    const { world, champion, id, visitor } = await aLiveOne()
    expect(await champion.text(paths.champion.change(id, 'close'))).toContain('Close this opportunity?')
    await champion.post(paths.champion.change(id, 'close'))
    expect(await visitor.text(paths.opportunity(id))).toContain('This has closed')

    const past = await champion.post(paths.champion.change(id, 'reinstate'), {
      'closesOn-day': '1',
      'closesOn-month': '2',
      'closesOn-year': '2020',
    })
    expect(past.status).toBe(422)
    expect(await past.text()).toContain('value="2020"')
    await champion.post(paths.champion.change(id, 'reinstate'), {
      'closesOn-day': '1',
      'closesOn-month': '4',
      'closesOn-year': '2027',
    })
    expect(await workOf(world, id)).toMatchObject({ state: 'published', closesOn: '2027-04-01' })
    expect(await visitor.text(paths.browse)).toContain('Kitchen assistant')
  })

  it('is gone when it is withdrawn', async () => {
    const { champion, id, visitor } = await aLiveOne()
    expect(await champion.text(paths.champion.change(id, 'withdraw'))).toContain('Withdraw this opportunity?')
    await champion.post(paths.champion.change(id, 'withdraw'))
    expect((await visitor.get(paths.opportunity(id))).status).toBe(404)
  })

  it('says so when a step is not possible now, and changes nothing', async () => {
    const { world, champion, id } = await aLiveOne()
    expect((await champion.post(paths.champion.change(id, 'resume'))).status).toBe(409)
    expect(await workOf(world, id)).toMatchObject({ state: 'published', version: 1 })
  })

  it('tells its history in plain words', async () => {
    const { champion, id } = await aLiveOne()
    await champion.post(paths.champion.change(id, 'pause'))
    const html = await champion.text(paths.champion.history(id))
    expect(html).toContain('Paused')
    expect(html).toMatch(/You, 23 November 2026/)
    expect(html).not.toContain('opportunity.pause')
  })
})

describe('what a champion may not know', () => {
  it('looks the same with a place held, and with somebody interested, as without', async () => {
    const { world, champion, id } = await aLiveOne({ places: 1 })
    const pages = [
      paths.champion.home,
      paths.champion.opportunities,
      paths.champion.opportunity(id),
      paths.champion.history(id),
    ]
    const look = async () => Promise.all(pages.map(async (path) => stable(await champion.text(path))))
    const before = await look()
    const person = await givenCareLeaver(world, { name: 'Robin' })
    await givenProposal(world, id, person.id)
    const { places_taken: held } = await world.db.query
      .selectFrom('opportunity')
      .select('places_taken')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(held).toBe(1)
    expect(await look()).toEqual(before)
  })

  it('names nobody on the home page, not even somebody introduced', async () => {
    const { world, champion, id } = await aLiveOne()
    await givenIntroduction(world, id)
    const html = await champion.text(paths.champion.home)
    expect(html).toContain('Somebody said yes')
    expect(html).toContain('Grace Okoro')
    expect(html).not.toContain('Rob')
  })

  it('counts drafts, what waits and what is live, and says what closes soon', async () => {
    const { champion } = await aLiveOne({ closesOn: '2026-12-01' })
    const html = await champion.text(paths.champion.home)
    expect(html).toContain('Closes on 1 December 2026')
    expect([...html.matchAll(/wm-numbers__number">(\d+)</g)].map(([, count]) => count)).toEqual([
      '0',
      '0',
      '1',
    ])
  })
})
