import { describe, expect, it } from 'vitest'
import { centreOf } from '../../../src/domain/district-centres'
import { searchOf, searchQuery, toRecentQuery, toSavedQuery } from '../../../src/domain/search'
import { DISTRICTS } from '../../../src/domain/taxonomy'
import { paths } from '../../../src/paths'
import { searchWords } from '../../../views/shared/search-words'
import { createBrowser } from '../../support/browser'
import { testDatabase } from '../../support/database'
import { givenAccount, givenOrganisation, givenPublished, givenYoungPerson } from '../../support/givens'
import { createWorld, DAY } from '../../support/world'

const THANET = 'E07000114'

/** An offer two kilometres from the middle of Thanet, one in Canterbury 20 km off, and one beyond 60. */
async function aScene() {
  const world = createWorld(testDatabase())
  await world.db.commit([
    world.db.query
      .insertInto('town')
      .values({ name: 'Deal', district: 'E07000108', cell_east: 637, cell_north: 152 }),
  ])
  const { id: organisationId } = await givenOrganisation(world)
  const owner = await givenAccount(world, 'champion', { organisationId })
  const middle = centreOf(THANET)
  const publish = (title: string, east: number, more: object = {}) => {
    world.wait(1000)
    const cell = { cellEast: middle.cellEast - east, cellNorth: middle.cellNorth }
    return givenPublished(
      world,
      { id: owner.id, organisationId },
      { title, isRemote: false, ...cell, ...more },
    )
  }
  const far = await publish('Otter counting', 60, { town: 'Maidstone', district: 'E07000110' })
  await publish('Otter watching', 2, { town: 'Margate', district: THANET })
  await publish('Otter feeding', 20, { town: 'Canterbury', district: 'E07000106' })
  return { world, publish, far, visitor: createBrowser(world) }
}

const titlesOn = (page: string) =>
  [...page.matchAll(/wm-card__link"[^>]*>(.*?)<\/a>/g)].map(([, title]) => title)

describe('what is near an area', () => {
  it('is measured from its middle, says so, and keeps the search and what is further away', async () => {
    const { visitor } = await aScene()
    const start = await visitor.text(`${paths.browse}?words=otter`)
    for (const name of Object.values(DISTRICTS)) expect(start).toMatch(new RegExp(`<option[^>]*>${name}<`))
    const answer = await visitor.post(paths.where, { place: '', near: THANET, search: 'words=otter&page=2' })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${paths.browse}?words=otter&sort=nearest&near=${THANET}`,
    ])
    const page = await visitor.text(answer.headers.get('location') ?? '')
    expect(titlesOn(page)).toEqual(['Otter watching', 'Otter feeding', 'Otter counting'])
    expect(page).toContain('Margate, about 1 mile from the middle of Thanet')
    expect(page).toContain('Middle of Thanet. Somewhere else?')
    expect(page).toContain('Distances are from the middle of Thanet now')
    expect(page).toContain('How far from the middle of Thanet')
  })

  it('leads to the offers from the address that a form asked again leaves behind', async () => {
    const { visitor } = await aScene()
    expect((await visitor.post(paths.where, { place: 'Nowhere at all' })).status).toBe(422)
    const answer = await visitor.get(paths.where)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, paths.browse])
  })

  it('is remembered until the browser is closed, on every page, like a place that was typed', async () => {
    const { visitor, far } = await aScene()
    await visitor.post(paths.where, { near: THANET })
    expect(visitor.cookies.get('__Host-where')).toBe(THANET)
    expect(await visitor.text(paths.browse)).toContain('from the middle of Thanet')
    expect(await visitor.text(paths.opportunity(far.id))).toContain(
      'about 37 miles from the middle of Thanet',
    )
    await visitor.post(paths.where, { place: 'Deal', near: THANET })
    const page = await visitor.text(`${paths.browse}?sort=nearest`)
    expect(page).toContain('Near Deal. Somewhere else?')
    expect(page).toContain('Distances are from the place you gave now')
    expect(page).not.toContain('the middle of Thanet')
  })

  it('can be narrowed and shared by its address, with no cookie, and is taken off again', async () => {
    const { visitor } = await aScene()
    const page = await visitor.text(`${paths.browse}?within=20&near=${THANET}&sort=nearest`)
    expect(titlesOn(page)).toEqual(['Otter watching', 'Otter feeding'])
    expect(page).toContain('Within 12 miles of the middle of Thanet')
    expect(page).toContain(`<a class="wm-filter-tag" href="/opportunities?sort=nearest&amp;near=${THANET}"`)
    expect(page).toContain(`<input type="hidden" name="near" value="${THANET}"/>`)
  })

  it('is another thing than what is in the area', async () => {
    const { visitor } = await aScene()
    expect(titlesOn(await visitor.text(`${paths.browse}?district=${THANET}`))).toEqual(['Otter watching'])
    expect(titlesOn(await visitor.text(`${paths.browse}?near=${THANET}&sort=nearest`))).toHaveLength(3)
  })

  it('comes back by taking off the distance, where nothing is within it', async () => {
    const { visitor } = await aScene()
    const page = await visitor.text(`${paths.browse}?words=counting&within=5&near=${THANET}`)
    expect(page).toContain('0 offers')
    expect(page).toContain('Take off the distance')
    expect(page).toContain('and see 1 offer')
  })

  it.each([
    [{ near: 'E09000001' }, 'Choose an area from the list', 'near'],
    [{ place: '', near: '' }, 'Enter a town or postcode in Kent, or choose an area', 'place'],
    [{ place: 'Atlantis', near: THANET }, 'We do not know that place', 'place'],
    [{ place: 'x'.repeat(61) }, 'in 60 characters or fewer', 'place'],
  ])('asks again, with the search and what was said, for %j', async (fields, message, field) => {
    const { visitor } = await aScene()
    const answer = await visitor.post(paths.where, { ...fields, search: 'words=watching' })
    const page = await answer.text()
    expect([answer.status, titlesOn(page)]).toEqual([422, ['Otter watching']])
    expect(page).toContain(message)
    expect(page).toContain(`href="#${field}"`)
    if ('place' in fields && fields.place) expect(page).toContain(`value="${fields.place.slice(0, 60)}"`)
    if ('near' in fields && fields.near === THANET)
      expect(page).toMatch(new RegExp(`value="${THANET}" selected`))
    expect(visitor.cookies.has('__Host-where')).toBe(false)
  })

  it.each(['thanet', 'E09000001', '', '635-168'])(
    'leaves out a district of an address that is none: “%s”',
    (near) => {
      expect(searchOf(`near=${near}&sort=nearest`).near).toBeNull()
    },
  )

  it('is worded in the middle of a line, and at its beginning', () => {
    expect(searchWords(searchOf(`words=otter&within=20&near=${THANET}&starts=30`))).toBe(
      '“otter”, within 12 miles of the middle of Thanet, starts within a month',
    )
    expect(searchWords(searchOf('within=20'))).toBe('Within 12 miles')
    expect(searchWords(searchOf('paid=yes'))).toBe('Paid')
    expect(searchWords(searchOf(''))).toBe('Everything there is')
  })

  it('stands in the address of a search only where it matters', () => {
    expect(toSavedQuery(`words=otter&near=${THANET}`)).toBe('words=otter')
    expect(toSavedQuery(`within=20&near=${THANET}`)).toBe(`within=20&near=${THANET}`)
    expect(toRecentQuery(searchOf(`near=${THANET}&sort=nearest`))).toBe('')
    expect(searchQuery(searchOf(`sort=nearest&near=${THANET}`))).toBe(`?sort=nearest&near=${THANET}`)
  })
})

describe('a saved search near an area', () => {
  it('says so, and tells of what is within the distance, and of nothing else', async () => {
    const { world, publish } = await aScene()
    const person = await givenYoungPerson(world)
    await person.post(paths.my.searches, { query: `words=otter&within=20&near=${THANET}`, alerts: 'daily' })
    expect(await person.text(paths.my.searches)).toContain('“otter”, within 12 miles of the middle of Thanet')
    const mailsNextDay = async () => {
      world.wait(DAY)
      await world.runDue()
      await world.drain()
      return (await world.sentMail()).filter(({ body }) => body.includes('/updates-off/')).length
    }
    await publish('Otter housing', 50)
    expect(await mailsNextDay()).toBe(0)
    await publish('Otter painting', 10)
    expect(await mailsNextDay()).toBe(1)
  })
})
