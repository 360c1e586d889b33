import type Sqlite from 'better-sqlite3'
import type { Role } from '../../src/domain/account'
import type { Secrets } from '../../src/domain/secrets'
import { mailDomain } from './demo/organisations'
import { addAsks } from './demo/asks'
import { addFactRows } from './demo/facts'
import { addInterests } from './demo/interests'
import { addMatches } from './demo/matches'
import { addNoMatches } from './demo/no-matches'
import { addMentorRequests } from './demo/mentor-requests'
import { addMentors } from './demo/mentors'
import { addNotTold } from './demo/not-told'
import { makeOffers } from './demo/opportunities'
import { addOfferRows } from './demo/opportunity-rows'
import { addPeople, addPeopleRows } from './demo/people'
import { mailAddress, toFullName } from './demo/people-names'
import { addPledges } from './demo/pledges'
import { addProfileRows } from './demo/profiles'
import { addSaved } from './demo/saved'
import { castLeads, tellLeads } from './demo/showcase'
import { SHOWCASE } from './demo/showcase-people'
import { addStaff } from './demo/staff'
import { createWorld, type World } from './demo/world'

type Connection = InstanceType<typeof Sqlite>

/** Somebody to sign in as, with a line that says what there is to see. */
export type DemoAccount = { email: string; name: string; role: Role; line: string }
export type DemoAccounts = readonly DemoAccount[]

/** Whether somebody has an account here already; the demonstration is never put beside real people. */
export function hasAccounts(sqlite: Connection): boolean {
  return sqlite.prepare('SELECT 1 FROM account LIMIT 1').get() !== undefined
}

/**
 * Fills a migrated, empty database with an invented county: the same on every run for the same day, but for what
 * is sealed, which seals differently each time.
 * @throws when there are accounts already
 */
export async function seedDemo(
  sqlite: Connection,
  { now, secrets }: { now: Date; secrets: Secrets },
): Promise<DemoAccounts> {
  if (hasAccounts(sqlite)) throw new Error('There are accounts in this database already')
  const world = createWorld(now, secrets)
  await tellEverything(world)
  const accounts = demoAccounts()
  addSettings(world, accounts)
  world.history.addTo(world.rows)
  world.rows.write(sqlite)
  return accounts
}

/** Who there is comes first, then what they offer, then what came of it; rows that change meanwhile are last. */
async function tellEverything(world: World): Promise<void> {
  const staff = await addStaff(world)
  const people = await addPeople(world, staff)
  const leads = await castLeads(world, staff, people)
  await addNotTold(world, staff, people)
  const offers = makeOffers(world, staff, addPledges(world, staff))
  const cast = { people, offers }
  tellLeads(world, staff, leads, offers)
  addMatches(world, staff, cast)
  addInterests(world, staff, cast)
  addSaved(world, cast)
  addNoMatches(world, staff, cast)
  addProfileRows(world, staff, people)
  await addFactRows(world, staff, people)
  addPeopleRows(world, people)
  addOfferRows(world, offers)
  const picked = await addMentors(world, staff)
  addMentorRequests(world, staff, { people, picked })
  addAsks(world, staff, cast)
  world.rows.sortViews()
}

/** The people of the demonstration's front page, in the order of the suggested walk. */
export function demoAccounts(): DemoAccounts {
  const staff = mailDomain('country-parks')
  const young = 'mail.example'
  return [
    toAccount(
      SHOWCASE.champion,
      staff,
      'champion',
      'Country Parks: drafts, changes to make, live offers and one introduction',
    ),
    toAccount(SHOWCASE.broker, staff, 'broker', 'Reviews what is posted, matches, and chases what is stuck'),
    toAccount(
      SHOWCASE.withProposal,
      young,
      'care-leaver',
      'Has a proposal to answer and suggestions to look at',
    ),
    toAccount(
      SHOWCASE.withIntroduction,
      young,
      'care-leaver',
      'Said yes, and is writing with the country park',
    ),
    toAccount(
      SHOWCASE.newcomer,
      young,
      'care-leaver',
      'Accepted the invitation and is here for the first time',
    ),
    toAccount(SHOWCASE.adviser, staff, 'adviser', 'Has a caseload of 25 young people'),
    toAccount(
      SHOWCASE.partner,
      mailDomain('harbourlight'),
      'partner',
      'Harbourlight Trust, a charity: mentors, rooms and a food bank',
    ),
    toAccount(SHOWCASE.manager, staff, 'manager', 'Invites people, adds organisations and reassigns work'),
    toAccount(
      SHOWCASE.coordinator,
      staff,
      'coordinator',
      'Keeps the record of mentors and befrienders, and offers a choice of them',
    ),
  ]
}

function toAccount(name: string, domain: string, role: Role, line: string): DemoAccount {
  return { email: mailAddress(toFullName(name), domain), name, role, line }
}

/** A number of the range that Ofcom keeps for stories, and an address that cannot exist. */
const CONTACT = { 'team-phone': '01632 960 118', 'team-email': '18plus@kent.example' }

/** How to reach the team; and the people, so that the front page of the demonstration can be read from the database. */
function addSettings({ rows, history, calendar }: World, accounts: DemoAccounts): void {
  const values = { ...CONTACT, 'demo-people': JSON.stringify(accounts) }
  const step = { at: calendar.now, by: 'system', action: 'setting.change' }
  for (const [name, value] of Object.entries(values))
    rows.add('setting', { name, value, version: history.record(`setting:${name}`, [step]) })
}
