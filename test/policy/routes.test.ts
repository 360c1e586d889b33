import { beforeAll, describe, expect, it } from 'vitest'
import { addProposal } from '../../db/statements/matches'
import { addShare } from '../../db/statements/shares'
import { listRoutes, type RouteEntry } from '../../src/cli/app-without-data'
import { ROLES, type Role } from '../../src/domain/account'
import type { AccountId, MatchId, OrganisationId, ShareId } from '../../src/domain/ids'
import { randomId } from '../../src/auth/secrets'
import { can } from '../../src/policy/permissions'
import { type Browser, createBrowser } from '../support/browser'
import { testDatabase } from '../support/database'
import { givenAccount, givenCareLeaver, givenOrganisation, givenPublished } from '../support/givens'
import { createWorld, type World } from '../support/world'

// Every route, asked by every role, by a stranger of the same role, and signed out: answers equal the policy table.

const ROUTES = listRoutes().filter(({ path }) => !path.startsWith('/demo'))
const NOT_CHANGING = new Set(['/sign-out', '/account/sessions/end-all', '/my/information/close'])

let world: World
let browsers: Record<Role | 'visitor', Browser>
let strangers: Record<Role, Browser>
/** An id for each parameter of a path, of things that belong to the first of each role. */
let owned: Record<string, string>

beforeAll(async () => {
  world = createWorld(testDatabase())
  const mine = await givenOrganisation(world, { name: 'Highways' })
  const other = await givenOrganisation(world, { name: 'Libraries' })
  const people = await signInAll(mine.id)
  browsers = { ...people.browsers, visitor: createBrowser(world) }
  strangers = (await signInAll(other.id)).browsers
  owned = await things(people.ids, mine.id)
})

async function signInAll(organisationId: OrganisationId) {
  const ids = {} as Record<Role, AccountId>
  const signedIn = {} as Record<Role, Browser>
  for (const role of ROLES) {
    const isPoster = role === 'champion' || role === 'partner'
    const account = await givenAccount(world, role, isPoster ? { organisationId } : {})
    ids[role] = account.id
    signedIn[role] = createBrowser(world)
    if (role === 'care-leaver')
      await givenCareLeaver(world, {
        accountId: account.id,
        ...(ids.adviser ? { adviserId: ids.adviser } : {}),
      })
    await signedIn[role].signIn(account.email)
  }
  return { ids, browsers: signedIn }
}

async function things(ids: Record<Role, AccountId>, organisationId: OrganisationId) {
  const at = world.now().toISOString()
  const person = await world.db.query
    .selectFrom('care_leaver')
    .select('id')
    .where('account_id', '=', ids['care-leaver'])
    .executeTakeFirstOrThrow()
  await world.db.commit([
    world.db.query.updateTable('care_leaver').set({ adviser_id: ids.adviser }).where('id', '=', person.id),
  ])
  const offer = await givenPublished(world, { id: ids.champion, organisationId }, { visibility: 'public' })
  const [matchId, reference] = [randomId() as MatchId, randomId()]
  await world.db.commit([
    addProposal(world.db, {
      id: matchId,
      opportunityId: offer.id,
      careLeaverId: person.id,
      interestId: null,
      brokerId: ids.broker,
      reason: 'r',
      wordsToPerson: '',
      holdUntil: '2026-12-01',
      evidence: '{}',
      createdAt: at,
    }),
    world.db.query.updateTable('match').set({ state: 'introduced' }).where('id', '=', matchId),
    addShare(world.db, {
      id: randomId() as ShareId,
      reference,
      matchId,
      careLeaverId: person.id,
      receiverId: ids.champion,
      organisationId,
      purpose: 'introduction',
      nameUsed: 'Robbie',
      pronouns: '',
      words: '',
      wordsHash: '',
      supports: [],
      givenBy: ids['care-leaver'],
      theirWords: '',
      startedAt: at,
      endsOn: '2027-01-01',
    }),
  ])
  return {
    offer: offer.id,
    person: person.id,
    match: matchId,
    reference,
    organisation: organisationId,
    account: ids.champion,
  }
}

/** The path with ids of things that exist, in the scope of the first of each role. */
function filled({ path }: RouteEntry): string {
  const idOf: Record<string, string | undefined> = {
    ':question': 'likes',
    ':section': 'basics',
    ':fact': 'dbs',
    ':week': '1',
    ':noun': 'match',
    ':token': 'a'.repeat(22),
    ':person': owned.person,
    ':reference': owned.reference,
    ':entry': randomId(),
    ':verb': 'pause',
    ':id': idFor(path),
  }
  return path.replace(/:[a-z]+(\{[^}]*\})?/g, (name) => idOf[name.replace(/\{.*/, '')] ?? randomId())
}

function idFor(path: string): string | undefined {
  if (path.startsWith('/my/offers') || path.startsWith('/team/matches') || path.startsWith('/team/history'))
    return owned.match
  if (path.startsWith('/team/people') || path.startsWith('/adviser/people')) return owned.person
  if (path.startsWith('/manage/organisations')) return owned.organisation
  if (path.startsWith('/manage/accounts')) return owned.account
  if (/opportunities|saved|interests/.test(path)) return owned.offer
  return undefined
}

const ask = (browser: Browser, route: RouteEntry) =>
  route.method === 'GET' ? browser.get(filled(route)) : browser.post(filled(route), {})

const isAllowed = (status: number) => status !== 403

describe('every route, asked by every role', () => {
  it('lets through whoever holds the permission, and nobody else', async () => {
    const wrong: string[] = []
    for (const route of ROUTES.filter(({ path }) => !NOT_CHANGING.has(path))) {
      for (const role of ROLES) {
        const { status } = await ask(browsers[role], route)
        const should = can(role, route.permission as NonNullable<RouteEntry['permission']>)
        if (status >= 500 || isAllowed(status) !== should)
          wrong.push(`${role} ${route.method} ${route.path}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('asks a visitor to sign in first', async () => {
    const wrong: string[] = []
    for (const route of ROUTES) {
      const response = await ask(browsers.visitor, route)
      const isSentToSignIn =
        response.status === 303 && (response.headers.get('location') ?? '').startsWith('/sign-in')
      const should = !can('visitor', route.permission as NonNullable<RouteEntry['permission']>)
      const asksForCode = route.path.startsWith('/sign-in') || route.path === '/join'
      if (response.status >= 500 || (!asksForCode && isSentToSignIn !== should))
        wrong.push(`visitor ${route.method} ${route.path}: ${response.status}`)
    }
    expect(wrong).toEqual([])
  })
})

/** Routes about one thing in somebody's own scope: a stranger of the same role must not know that it exists. */
const SCOPED: readonly [Role, RegExp][] = [
  ['care-leaver', /^\/my\/offers\/:id/],
  ['champion', /^\/champion\/(opportunities|introductions)\/:/],
  ['partner', /^\/champion\/(opportunities|introductions)\/:/],
  ['adviser', /^\/adviser\/people\/:id/],
]

describe('a stranger of the same role', () => {
  it.each(SCOPED)('%s gets what does not exist', async (role, pattern) => {
    const routes = ROUTES.filter(({ path }) => pattern.test(path))
    expect(routes.length).toBeGreaterThan(3)
    const wrong: string[] = []
    for (const route of routes) {
      const { status } = await ask(strangers[role], route)
      if (status !== 404) wrong.push(`${role} ${route.method} ${route.path}: ${status}`)
    }
    expect(wrong).toEqual([])
  })

  it('reads the same page for what is another person’s and for what is nobody’s', async () => {
    const text = async (path: string) =>
      (await strangers['care-leaver'].text(path)).replace(/[0-9a-f]{32}/g, '')
    expect(await text(`/my/offers/${owned.match}`)).toBe(await text(`/my/offers/${randomId()}`))
  })
})
