import { expect } from 'vitest'
import { randomId } from '../../src/auth/secrets'
import { centreOf } from '../../src/domain/district-centres'
import { paths } from '../../src/paths'
import { createBrowser } from '../support/browser'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
} from '../support/givens'
import type { World } from '../support/world'

const THANET = 'E07000114'

const titlesOn = (page: string) =>
  [...page.matchAll(/wm-card__link"[^>]*>(.*?)<\/a>/g)].map(([, title = '']) =>
    title.replaceAll(/<[^>]+>/g, ''),
  )

/** Two walks with otters of one name in Dover, a street party in Thanet, and somebody who looks, on their own phone. */
async function aCounty(world: World) {
  const { id: organisationId } = await givenOrganisation(world, { name: `Parks ${randomId()}` })
  const owner = await givenAccount(world, 'champion', { organisationId })
  const { cellEast, cellNorth } = centreOf(THANET)
  const publish = (title: string, values: object) =>
    givenPublished(world, { id: owner.id, organisationId }, { title, isRemote: false, ...values })
  const inDover = { district: 'E07000108', cellEast: cellEast - 4, cellNorth: cellNorth - 20 } as const
  await publish('Otter walk', { ...inDover, town: 'Dover', startsOn: '2027-01-04' })
  await publish('Otter walk', { ...inDover, town: 'Deal', cellNorth: cellNorth - 16 })
  await publish('Street party', { district: THANET, town: 'Margate', cellEast, cellNorth })
  const account = await givenAccount(world, 'care-leaver')
  const person = await givenCareLeaver(world, { accountId: account.id })
  const phone = createBrowser(world)
  await phone.signIn(account.email, 'own')
  /** Each a moment after the one before. */
  const look = (path: string) => {
    world.wait(1000)
    return phone.text(path)
  }
  const kept = () =>
    world.db.query
      .selectFrom('recent_search')
      .innerJoin('session', 'session.id', 'recent_search.session_id')
      .select('query')
      .where('account_id', '=', account.id)
      .execute()
  return { account, person, phone, look, kept }
}

/** Somebody looks at a place that has none, names an area, and goes on where they were until they sign out. */
export async function findAndComeBack(world: World) {
  const { account, phone, look, kept } = await aCounty(world)
  const page = await look(`${paths.browse}?words=oter+in+thanet`)
  expect(page).toContain('Nothing in Thanet has “otter”.')
  expect(titlesOn(page).sort()).toEqual(['Otter walk, Deal', 'Otter walk, Dover', 'Street party'])

  const answer = await phone.post(paths.where, { place: '', near: THANET, search: 'words=otter' })
  expect((await phone.get(paths.where)).headers.get('location')).toBe(paths.browse)
  const nearest = await look(answer.headers.get('location') ?? '')
  expect(titlesOn(nearest)).toEqual(['Otter walk, Deal', 'Otter walk, Dover'])
  expect(nearest).toContain('Deal, about 10 miles from the middle of Thanet')
  const within = await look(`${paths.browse}?words=otter&within=20&near=${THANET}`)
  expect(titlesOn(within)).toEqual(['Otter walk'])

  const start = await phone.text(paths.browse)
  expect([...start.matchAll(/<li><a href="[^"]*">(“[^<]*)<\/a><\/li>/g)].map(([, words]) => words)).toEqual([
    '“otter”, within 12 miles of the middle of Thanet',
    '“otter”',
    '“oter in thanet”',
  ])
  await phone.post(paths.signOut)
  await phone.signIn(account.email, 'own')
  expect(await phone.text(paths.browse)).not.toContain('You looked for')
  expect(await kept()).toEqual([])
}

/** What words alone do not find is told by kind and area, and the team reads no words and no name. */
export async function tellWhatIsMissing(world: World) {
  const { phone } = await aCounty(world)
  const page = await phone.text(`${paths.browse}?words=xylophone`)
  expect(page).toContain('id="need-kind"')
  expect((await phone.post(paths.my.unmetNeeds, { kind: '', district: '' })).status).toBe(422)
  expect((await phone.post(paths.my.unmetNeeds, { kind: 'event', district: THANET })).status).toBe(303)
  const broker = await givenSignedIn(world, 'broker')
  const list = await broker.text(paths.team.unmetNeeds)
  expect(list).toContain('Event')
  expect(list).toContain('Thanet')
  expect(list).not.toContain('xylophone')
}

/** Six searches at once from two tabs: five are kept, and none twice. */
export async function lookInTwoTabs(world: World) {
  const { phone, kept } = await aCounty(world)
  const words = ['one', 'two', 'three', 'four', 'five', 'six', 'one', 'six']
  const answers = await Promise.all(words.map((word) => phone.get(`${paths.browse}?words=${word}`)))
  expect(answers.map(({ status }) => status)).toEqual(words.map(() => 200))
  const queries = (await kept()).map(({ query }) => query)
  expect(queries.length).toBeGreaterThan(0)
  expect(queries.length).toBeLessThanOrEqual(5)
  expect(new Set(queries).size).toBe(queries.length)
}
