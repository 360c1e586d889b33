import { describe, expect, it } from 'vitest'
import { listSavedSearches } from '../../../db/queries/saved-searches'
import { lookThroughSearch } from '../../../src/commands/care-leavers/look-through-search'
import { OPPORTUNITY_KINDS } from '../../../src/domain/opportunity'
import { COVENANT_OUTCOMES, DISTRICT_CODES } from '../../../src/domain/taxonomy'
import { randomId } from '../../../src/auth/secrets'
import { SYSTEM_ACTOR_ID } from '../../../src/domain/account'
import { paths } from '../../../src/paths'
import { everythingStored } from '../../support/everything-stored'
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
  /** Published a moment later than whatever was before. */
  const publish = (title: string, more: object = {}) => {
    world.wait(1000)
    return givenPublished(world, { id: owner.id, organisationId }, { title, ...more })
  }
  const person = await givenYoungPerson(world)
  const save = (query: string, alerts: string) => person.post(paths.my.searches, { query, alerts })
  const saved = () => listSavedSearches(world.db, person.person.id)
  const alertMails = async () => (await world.sentMail()).filter(({ body }) => body.includes('/updates-off/'))
  /** The timer and the drain, a day later. */
  const nextDay = async (days = 1) => {
    world.wait(days * DAY)
    await world.runDue()
    await world.drain()
  }
  return { world, publish, person, save, saved, alertMails, nextDay }
}

describe('saved searches', () => {
  it('are kept once, whatever page they were saved from, and can be opened, changed and taken off', async () => {
    const { person, save, saved } = await aScene()
    const response = await save('words=music&kind=event&page=3&nonsense=1', 'none')
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `${paths.browse}?words=music&kind=event`,
    ])
    await save('kind=event&words=music', 'weekly')
    expect(await saved()).toMatchObject([{ query: 'words=music&kind=event', alerts: 'weekly' }])
    const [{ id } = { id: '' }] = await saved()
    const page = await person.text(paths.my.searches)
    expect(page).toContain('href="/opportunities?words=music&amp;kind=event"')
    expect(page).toContain('“music”, Event')
    expect(await person.text(`${paths.browse}?words=music&kind=event`)).toContain(
      'You have saved this search',
    )
    await person.post(paths.my.searchAlerts(id), { alerts: 'none' })
    expect(await saved()).toMatchObject([{ alerts: 'none' }])
    await person.post(paths.my.removeSearch(id))
    expect(await saved()).toEqual([])
    expect(await person.text(paths.my.searches)).toContain('You have not saved a search')
  })

  it('are kept whole, whatever script they are in and however many filters they have', async () => {
    const { save, saved } = await aScene()
    const lists = { kind: OPPORTUNITY_KINDS, outcome: COVENANT_OUTCOMES, district: DISTRICT_CODES }
    const query = new URLSearchParams({ words: '音'.repeat(200) })
    for (const [name, values] of Object.entries(lists)) for (const value of values) query.append(name, value)
    expect((await save(query.toString(), 'none')).status).toBe(303)
    expect(await saved()).toMatchObject([{ query: query.toString() }])
  })

  it('are ten at most, and the eleventh says so', async () => {
    const { save, saved } = await aScene()
    for (let count = 0; count < 10; count += 1) await save(`words=music${count}`, 'none')
    const response = await save('words=one+more', 'none')
    expect([response.status, await response.text()]).toEqual([
      409,
      expect.stringContaining('ten searches') as string,
    ])
    expect(await saved()).toHaveLength(10)
  })

  it('are nobody else’s', async () => {
    const { world, save, saved } = await aScene()
    await save('words=music', 'daily')
    const [{ id } = { id: '' }] = await saved()
    const other = await givenYoungPerson(world)
    expect((await other.post(paths.my.removeSearch(id))).status).toBe(404)
    expect((await other.post(paths.my.searchAlerts(id), { alerts: 'none' })).status).toBe(404)
    expect(await saved()).toMatchObject([{ alerts: 'daily' }])
    expect(await other.text(paths.my.searches)).not.toContain('music')
  })

  it.each([
    [{ query: 'words=music', alerts: 'hourly' }],
    [{ query: 'x'.repeat(5000), alerts: 'none' }],
    [{ alerts: 'none' }],
  ])('refuse what no page of ours sends: %j', async (fields) => {
    const { person, saved } = await aScene()
    expect((await person.post(paths.my.searches, fields)).status).toBe(400)
    expect(await saved()).toEqual([])
  })

  it('are not offered to somebody who is not a young person', async () => {
    const { world } = await aScene()
    const broker = await givenSignedIn(world, 'broker')
    expect((await broker.get(paths.my.searches)).status).toBe(403)
    for (const browser of [broker, createBrowser(world)])
      expect(await browser.text(paths.browse)).not.toContain('Save this search')
  })
})

describe('news in a saved search', () => {
  it('is told once a day at most, without saying what it is', async () => {
    const { publish, save, alertMails, nextDay } = await aScene()
    await publish('Music night', { kind: 'event' })
    await save('words=music', 'daily')
    await nextDay()
    expect(await alertMails()).toEqual([])
    await publish('Music workshop', { kind: 'event' })
    await publish('Music lesson', { kind: 'event' })
    await nextDay()
    await nextDay()
    const mails = await alertMails()
    expect(mails).toMatchObject([{ subject: 'You have an update' }])
    expect(mails[0]?.body).not.toMatch(/music|workshop|search|offer/i)
  })

  it('is told once a week at most to whoever asked for that', async () => {
    const { publish, save, alertMails, nextDay } = await aScene()
    await save('words=music', 'weekly')
    await publish('Music workshop')
    await nextDay(3)
    expect(await alertMails()).toEqual([])
    await nextDay(4)
    expect(await alertMails()).toHaveLength(1)
  })

  it('is looked for without letting every page wait until the last search is done', async () => {
    const { world, save } = await aScene()
    for (let count = 0; count < 10; count += 1) await save(`words=music${count}`, 'daily')
    world.wait(DAY)
    let isDone = false
    let turns = 0
    const turn = () => {
      turns += 1
      if (!isDone) setImmediate(turn)
    }
    setImmediate(turn)
    await world.runDue()
    isDone = true
    expect(turns).toBeGreaterThanOrEqual(10)
  })

  it('is not told of what does not fit, and not to whoever did not ask', async () => {
    const { publish, save, alertMails, nextDay } = await aScene()
    await save('words=music&kind=job', 'daily')
    await save('words=music', 'none')
    await publish('Music workshop', { kind: 'event' })
    await nextDay()
    expect(await alertMails()).toEqual([])
  })

  it('is not told of what a page shows instead of what was looked for', async () => {
    const { publish, save, alertMails, nextDay } = await aScene()
    await publish('Otter watching', { district: 'E07000106' })
    await save('words=otters+in+thanet', 'daily')
    await save('words=zzyzx+in+thanet', 'daily')
    await publish('Music workshop', { district: 'E07000114' })
    await publish('Otter counting', { district: 'E07000106' })
    await nextDay()
    expect(await alertMails()).toEqual([])
    await publish('Otter feeding', { district: 'E07000114' })
    await nextDay()
    expect(await alertMails()).toHaveLength(1)
  })

  it('stops with one press from the mail, without signing in, and again does no harm', async () => {
    const { world, publish, save, saved, alertMails, nextDay } = await aScene()
    await save('words=music', 'daily')
    await publish('Music workshop')
    await nextDay()
    const path = /\/updates-off\/\S+/.exec((await alertMails())[0]?.body ?? '')?.[0] ?? ''
    const visitor = createBrowser(world)
    const page = await visitor.text(path)
    expect(page).toContain('Stop these updates')
    expect(page).not.toMatch(/music/i)
    const token = path.split('/').at(-1) ?? ''
    for (let press = 0; press < 2; press += 1)
      expect(await (await visitor.post(paths.turnAlertsOff, { token })).text()).toContain(
        'The updates have stopped',
      )
    expect(await saved()).toMatchObject([{ alerts: 'none' }])
    await publish('Music lesson')
    await nextDay()
    expect(await alertMails()).toEqual([])
  })

  it('stops from an older mail too', async () => {
    const { world, publish, save, saved, alertMails, nextDay } = await aScene()
    await save('words=music', 'daily')
    const tokens: (string | undefined)[] = []
    for (const title of ['Music workshop', 'Music lesson']) {
      await publish(title)
      await nextDay()
      tokens.push(/\/updates-off\/(\S+)/.exec((await alertMails()).at(0)?.body ?? '')?.[1])
    }
    await createBrowser(world).post(paths.turnAlertsOff, { token: tokens[0] ?? '' })
    expect(await saved()).toMatchObject([{ alerts: 'none' }])
  })

  it('is told once when two timers find the same search due', async () => {
    const { world, publish, save, saved, alertMails } = await aScene()
    await save('words=music', 'daily')
    await publish('Music workshop')
    world.wait(DAY)
    const [due] = await saved()
    await world.runDue()
    const system = { ...world, newId: randomId, actor: { id: SYSTEM_ACTOR_ID } }
    expect(due && (await lookThroughSearch(system, world, due))).toBe('changed-meanwhile')
    await world.drain()
    expect(await alertMails()).toHaveLength(1)
  })

  it('says the same to somebody with a made-up link', async () => {
    const { world, save, saved } = await aScene()
    await save('words=music', 'daily')
    const visitor = createBrowser(world)
    expect((await visitor.get(paths.alertsOff('made-up'))).status).toBe(200)
    const answer = await visitor.post(paths.turnAlertsOff, { token: 'made-up' })
    expect(await answer.text()).toContain('The updates have stopped')
    expect(await saved()).toMatchObject([{ alerts: 'daily' }])
  })
})

describe('a search that finds offers of one name from one organisation', () => {
  it('says in each link what that one differs in', async () => {
    const { person, world, publish } = await aScene()
    await publish('Otter watching', { town: 'Deal', startsOn: '2027-01-04' })
    await publish('Otter watching', { town: 'Deal', startsOn: '2027-01-18' })
    for (const browser of [person, createBrowser(world)]) {
      const page = await browser.text(`${paths.browse}?words=otter`)
      const names = [...page.matchAll(/wm-card__link"[^>]*>(.*?)<\/a>/g)].map(([, name = '']) =>
        name.replaceAll(/<[^>]+>/g, ''),
      )
      expect(names.sort()).toEqual([
        'Otter watching, starts 18 January 2027',
        'Otter watching, starts 4 January 2027',
      ])
    }
  })
})

describe('a search that finds nothing', () => {
  it('shows what is next door and what is much like it, and nothing twice', async () => {
    const { person, publish } = await aScene()
    await publish('Otter watching', { kind: 'event', district: 'E07000106' })
    await publish('Otter counting', { kind: 'training', district: 'E07000108' })
    const page = await person.text(`${paths.browse}?words=otters&kind=training&district=E07000114`)
    expect(page).toContain('Close by')
    expect(page).toContain('Otter counting')
    const understood = await person.text(`${paths.browse}?words=otter+training+in+Thanet`)
    expect(understood).toContain('Otter counting')
    expect(page.split('Otter counting')).toHaveLength(2)
  })

  it('shows what is like a part of it, where no one filter is the reason', async () => {
    const { person, publish } = await aScene()
    await publish('Otter watching', { kind: 'event', district: 'E07000106' })
    const page = await person.text(`${paths.browse}?words=otters&kind=job&district=E07000114&paid=yes`)
    expect(page).not.toContain('Take off')
    expect(page).toContain('Much like it')
    expect(page).toContain('Otter watching')
  })

  it('does not call like it what has nothing to do with it', async () => {
    const { person, publish } = await aScene()
    await publish('Otter watching')
    const page = await person.text(`${paths.browse}?words=xylophone`)
    expect(page).toContain('Other offers')
    expect(page).not.toContain('Much like it')
  })

  it('says which filter to take off, and taking it off brings something', async () => {
    const { person, publish } = await aScene()
    await publish('Otter watching', { kind: 'event', district: 'E07000106' })
    const page = await person.text(`${paths.browse}?words=otters+in+Canterbury&paid=yes`)
    expect(page).toContain('Take off')
    for (const [, href = ''] of page.matchAll(/href="([^"]+)">\s*Take off/g)) {
      const next = await person.text(href.replaceAll('&amp;', '&'))
      expect(next).not.toContain('0 offers')
    }
  })

  it('can be told to the team: what and where, and not by whom', async () => {
    const { world, person } = await aScene()
    const page = await person.text(`${paths.browse}?words=apprenticeship&district=E07000114`)
    expect(page).toContain('Tell the 18+ team')
    const response = await person.post(paths.my.unmetNeeds, { kind: 'apprenticeship', district: 'E07000114' })
    expect(response.status).toBe(303)
    const rows = await world.db.query.selectFrom('unmet_need').selectAll().execute()
    expect(rows).toEqual([
      {
        id: expect.any(String) as string,
        told_on: '2026-11-23',
        kind: 'apprenticeship',
        district: 'E07000114',
      },
    ])
    const broker = await givenSignedIn(world, 'broker')
    const list = await broker.text(paths.team.unmetNeeds)
    expect(list).toContain('Apprenticeship')
    expect(list).toContain('Thanet')
    expect(list).toContain('/team/asks/new?what=apprenticeship&amp;district=E07000114')
  })

  it('asks what and where, when only words were typed, and sends no words', async () => {
    const { world, person } = await aScene()
    const page = await person.text(`${paths.browse}?words=xylophone&within=5&near=E07000114`)
    expect(page).toContain('It does not say who you are, or what you typed.')
    expect(page).toMatch(/<select[^>]* id="need-kind" name="kind"/)
    expect(page).toMatch(
      /<select[^>]* id="need-district" name="district".*<option value="E07000114" selected/s,
    )
    const told = await person.post(paths.my.unmetNeeds, { kind: 'event', district: '', words: 'xylophone' })
    expect([told.status, told.headers.get('location')]).toEqual([303, paths.browse])
    expect(await world.db.query.selectFrom('unmet_need').select(['kind', 'district']).execute()).toEqual([
      { kind: 'event', district: null },
    ])
    expect(await everythingStored(world.db)).not.toContain('xylophone')
  })

  it('asks only for what the search does not say', async () => {
    const { person, publish } = await aScene()
    const page = await person.text(`${paths.browse}?words=xylophone+apprenticeship`)
    expect(page).toContain('what is missing: Apprenticeship')
    expect(page).not.toContain('need-kind')
    expect(page).toContain('need-district')
    await publish('Otter watching', { district: 'E07000106' })
    const elsewhere = await person.text(`${paths.browse}?words=otters+in+thanet`)
    expect(elsewhere).toContain('Otter watching')
    expect(elsewhere).toContain('what is missing in Thanet')
    expect(elsewhere).toContain('need-kind')
  })

  it('says what to choose when nothing was, on a page of its own', async () => {
    const { person } = await aScene()
    const answer = await person.post(paths.my.unmetNeeds, { kind: '', district: '' })
    const page = await answer.text()
    expect(page).toContain('<title>Error: Tell the 18+ team what is missing')
    expect(page).toContain('<a href="#need-kind">Choose a kind of offer, or an area</a>')
    expect(page).toMatch(/<select[^>]* id="need-kind"/)
  })

  it('is no need when nothing, or nearly everything, was asked for', async () => {
    const { world, person } = await aScene()
    const tell = async (fields: Record<string, string | string[]>) =>
      (await person.post(paths.my.unmetNeeds, fields)).status
    expect(await tell({})).toBe(422)
    expect(await tell({ kind: '', district: '' })).toBe(422)
    expect(await tell({ kind: 'nonsense' })).toBe(422)
    expect(
      await tell({
        kind: ['job', 'event', 'training', 'advice'],
        district: ['E07000105', 'E07000106', 'E07000107', 'E07000108'],
      }),
    ).toBe(409)
    expect(await world.db.query.selectFrom('unmet_need').selectAll().execute()).toEqual([])
  })

  it('is forgotten after thirteen months', async () => {
    const { world, person, nextDay } = await aScene()
    await person.post(paths.my.unmetNeeds, { kind: 'job' })
    await nextDay(395)
    expect(await world.db.query.selectFrom('unmet_need').selectAll().execute()).toHaveLength(1)
    await nextDay(2)
    expect(await world.db.query.selectFrom('unmet_need').selectAll().execute()).toEqual([])
  })

  it('offers a visitor no button that they may not press', async () => {
    const { world } = await aScene()
    expect(await createBrowser(world).text(`${paths.browse}?kind=job`)).not.toContain('Tell the 18+ team')
  })
})
