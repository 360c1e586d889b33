import { addDays, ageOn, type Day, type Instant } from '../../../src/domain/dates'
import type { Consideration, EligibilityFacts, Profile } from '../../../src/domain/care-leaver'
import type { AccountId, CareLeaverId, OrganisationId } from '../../../src/domain/ids'
import type { EetStatus, HomeDistrict, StatutoryCategory } from '../../../src/domain/taxonomy'
import { addAccount, type SeededAccount } from './accounts'
import { HISTORY_DAYS } from './calendar'
import { drawFacts } from './facts'
import type { Step } from './history'
import type { FullName } from './people-names'
import { PRONOUNS } from './names'
import { drawProfile } from './profiles'
import type { Staff } from './staff'
import type { World } from './world'

const PEOPLE = 2_051
const CONSIDERED = 1_450
const NOT_CONSIDERED = 150
const ACTIVE_ACCOUNTS = 400
const INVITED_ACCOUNTS = 90

/** Thousands of people in each district, Census 2021; then those whose home is elsewhere or not known. */
const HOMES: Record<Exclude<HomeDistrict, 'E06000035'>, number> = {
  E07000105: 133,
  E07000106: 157,
  E07000107: 117,
  E07000108: 116,
  E07000109: 107,
  E07000110: 176,
  E07000111: 121,
  E07000112: 110,
  E07000113: 152,
  E07000114: 141,
  E07000115: 132,
  E07000116: 115,
  'outside-kent': 140,
  unknown: 50,
}

const ACTIVITIES: Record<EetStatus, number> = {
  F1: 4,
  P1: 0.5,
  F2: 21,
  P2: 4,
  F4: 4,
  P4: 0.5,
  F5: 17,
  P5: 6,
  G4: 9,
  G5: 25,
  G6: 5,
  '0': 4,
}

const AGES = { 18: 16, 19: 17, 20: 16, 21: 14, 22: 12, 23: 10, 24: 9, 25: 6 } as const

/** A young person while the story is being made; the row is written at the end. */
export type Person = {
  id: CareLeaverId
  name: FullName
  pronouns: string
  dateOfBirth: Day
  category: StatutoryCategory
  categorySince: Day
  district: HomeDistrict
  eetStatus: EetStatus
  adviser: SeededAccount | null
  account: SeededAccount | null
  consideration: Consideration
  consideredAt: Instant | null
  waitingSince: Day | null
  createdAt: Instant
  profile: Profile
  facts: EligibilityFacts
  blockedOrganisations: OrganisationId[]
  steps: Step[]
  /** What matches need to know of earlier ones. */
  proposals: number
  hasLiveMatch: boolean
  /** Told by hand in showcase.ts, so left alone by chance. */
  isShowcase: boolean
}

/** Everybody the service is for, each with as much of an account, a profile and a record as they would have. */
export async function addPeople(world: World, staff: Staff): Promise<Person[]> {
  const people = Array.from({ length: PEOPLE }, () => drawPerson(world, staff))
  const mixed = world.chance.shuffled(people)
  for (const person of mixed.slice(0, ACTIVE_ACCOUNTS)) await invite(world, staff, person, 'active')
  for (const person of mixed.slice(ACTIVE_ACCOUNTS, ACTIVE_ACCOUNTS + INVITED_ACCOUNTS)) {
    await invite(world, staff, person, 'invited')
  }
  for (const [index, person] of mixed.entries()) {
    if (index < CONSIDERED) answerConsideration(world, staff, person, 'yes')
    else if (index < CONSIDERED + NOT_CONSIDERED) answerConsideration(world, staff, person, 'no')
    person.profile = drawProfile(world, person.district)
    person.facts = drawFacts(world)
  }
  return people
}

function drawPerson({ chance, calendar, names }: World, staff: Staff): Person {
  const dateOfBirth = drawBirth(calendar.today, Number(chance.weighted(AGES)), chance.between(0, 363))
  const category = drawCategory(ageOn(dateOfBirth, calendar.today), chance.next())
  const cameOn = addDays(sameDayIn(dateOfBirth, 18), chance.between(0, 20))
  const isNewcomer = cameOn > calendar.day(HISTORY_DAYS)
  const createdAt = isNewcomer
    ? calendar.momentOn(cameOn)
    : calendar.moment(HISTORY_DAYS - chance.between(9, 12))
  const hasAdviser = category !== 'qualifying' && !chance.happens(0.01)
  const manager = chance.pick(staff.managers)
  return {
    id: chance.id() as CareLeaverId,
    name: names.next(),
    pronouns: chance.pick(PRONOUNS),
    dateOfBirth,
    category,
    categorySince: sameDayIn(dateOfBirth, category === 'eligible' || category === 'relevant' ? 16 : 18),
    district: chance.weighted(HOMES),
    eetStatus: chance.weighted(ACTIVITIES),
    // The first adviser's caseload is told in showcase.ts.
    adviser: hasAdviser ? chance.pick(staff.advisers.slice(1)) : null,
    account: null,
    consideration: 'not-asked',
    consideredAt: null,
    waitingSince: null,
    createdAt,
    profile: {},
    facts: {
      rightToWork: null,
      qualificationLevel: null,
      dbsLevel: null,
      dbsIssuedOn: null,
      availableFrom: null,
    },
    blockedOrganisations: [],
    steps: [{ at: createdAt, by: manager.id, action: 'care-leaver.import' }],
    proposals: 0,
    hasLiveMatch: false,
    isShowcase: false,
  }
}

/** Somebody who is of this age today. */
function drawBirth(today: Day, age: number, daysSinceBirthday: number): Day {
  const birthday = addDays(today, -daysSinceBirthday)
  const born = `${Number(birthday.slice(0, 4)) - age}${birthday.slice(4)}`
  return born.endsWith('-02-29') ? born.replace('-02-29', '-02-28') : born
}

function sameDayIn(day: Day, years: number): Day {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace('-02-29', '-03-01')
}

/** Some who have just turned 18 still stand in the case system as they did before. */
function drawCategory(age: number, drawn: number): StatutoryCategory {
  if (drawn < 0.06) return 'qualifying'
  if (age > 18) return 'former-relevant'
  if (drawn < 0.13) return 'eligible'
  return drawn < 0.19 ? 'relevant' : 'former-relevant'
}

/** Who speaks for somebody who has no account: their adviser, or the team where they have none. */
export function helperOf({ chance }: World, staff: Staff, person: Person): AccountId {
  return person.adviser?.id ?? chance.pick(staff.brokers).id
}

export async function invite(
  world: World,
  staff: Staff,
  person: Person,
  state: 'active' | 'invited',
): Promise<void> {
  const { chance } = world
  const since = Math.max(0, daysSince(world, person.createdAt) - 3)
  const invitedDaysAgo =
    state === 'invited' ? Math.min(since, chance.between(0, 60)) : chance.between(Math.min(3, since), since)
  const invitedBy = helperOf(world, staff, person)
  person.account = await addAccount(world, {
    name: person.name,
    domain: 'mail.example',
    role: 'care-leaver',
    state,
    invitedBy,
    invitedDaysAgo,
  })
  const at = notBefore(person.account.invitedAt, person.createdAt)
  person.steps.push({ at, by: invitedBy, action: 'care-leaver.invite' })
}

export function answerConsideration(world: World, staff: Staff, person: Person, answer: 'yes' | 'no'): void {
  const { chance, calendar } = world
  const activeSince = person.account?.activeSince
  const from = activeSince ?? person.createdAt
  const since = daysSince(world, from)
  // Most were asked soon after they came.
  const daysAgo = chance.happens(0.6)
    ? since - chance.between(0, Math.min(60, since))
    : chance.between(0, since)
  const at = notBefore(calendar.moment(daysAgo), lastStepOf(person))
  const by = activeSince ? (person.account as SeededAccount).id : helperOf(world, staff, person)
  person.steps.push({ at, by, action: 'consideration.change', from: person.consideration, to: answer })
  person.consideration = answer
  person.consideredAt = at
  person.waitingSince = answer === 'yes' ? at.slice(0, 10) : null
}

function daysSince({ calendar }: World, moment: Instant): number {
  return Math.max(0, Math.floor((Date.parse(calendar.now) - Date.parse(moment)) / 86_400_000))
}

function lastStepOf({ steps, createdAt }: Person): Instant {
  return steps.at(-1)?.at ?? createdAt
}

function notBefore(moment: Instant, earliest: Instant): Instant {
  return moment < earliest ? earliest : moment
}

/** Writes everybody, when all that happened to them is known. */
export function addPeopleRows({ chance, rows, history }: World, people: readonly Person[]): void {
  const references = new Set<number>()
  while (references.size < people.length) references.add(chance.between(100_000, 999_999))
  const reference = references.values()
  for (const person of people) {
    rows.add('care_leaver', {
      id: person.id,
      case_reference: `C${reference.next().value}`,
      account_id: person.account?.id ?? null,
      preferred_name: person.name.full,
      pronouns: person.pronouns,
      date_of_birth: person.dateOfBirth,
      statutory_category: person.category,
      category_since: person.categorySince,
      district: person.district,
      eet_status: person.eetStatus,
      adviser_id: person.adviser?.id ?? null,
      consideration: person.consideration,
      considered_at: person.consideredAt,
      waiting_since: person.waitingSince,
      version: history.record(`care-leaver:${person.id}`, person.steps),
      created_at: person.createdAt,
    })
  }
}
