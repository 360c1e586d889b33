import type { EligibilityFacts, RightToWork } from '../../../src/domain/care-leaver'
import { addDays } from '../../../src/domain/dates'
import type { Person } from './people'
import type { Staff } from './staff'
import type { World } from './world'

/** More than half of Kent's care leavers came as unaccompanied children. Nothing but these sealed facts shows it. */
const CAME_ALONE = 0.57

const PERMISSIONS = {
  'any-work, ends': 44,
  'any-work': 28,
  'limited-work': 9,
  'volunteering-only': 16,
  'not-known': 3,
} as const
const PAPERS = ['eVisa share code', 'Biometric residence permit', 'Home Office letter'] as const
const HOME_PAPERS = ['Passport', 'Birth certificate and National Insurance letter'] as const

const LEVELS = { 0: 22, 1: 30, 2: 33, 3: 15 } as const

/** What an adviser has found out so far; for some, nothing yet. */
export function drawFacts(world: World): EligibilityFacts {
  const { chance, calendar } = world
  const hasCheck = chance.happens(0.12)
  return {
    rightToWork: chance.happens(0.93) ? drawRightToWork(world) : null,
    qualificationLevel: chance.happens(0.66) ? Number(chance.weighted(LEVELS)) : null,
    dbsLevel: hasCheck ? chance.pick(['basic', 'enhanced', 'enhanced-barred'] as const) : null,
    dbsIssuedOn: hasCheck ? calendar.day(chance.between(30, 500)) : null,
    availableFrom: chance.happens(0.25) ? calendar.day(chance.between(-60, 90)) : null,
  }
}

function drawRightToWork({ chance, calendar }: World): RightToWork {
  const checkedOn = calendar.day(chance.between(5, 400))
  if (!chance.happens(CAME_ALONE))
    return { status: 'any-work', until: null, source: chance.pick(HOME_PAPERS), checkedOn }
  const permission = chance.weighted(PERMISSIONS)
  if (permission === 'any-work, ends') {
    const until = addDays(calendar.today, chance.between(60, 1_700))
    return { status: 'any-work', until, source: chance.pick(PAPERS), checkedOn }
  }
  if (permission === 'any-work')
    return { status: 'any-work', until: null, source: chance.pick(PAPERS), checkedOn }
  const until = permission === 'limited-work' ? addDays(calendar.today, chance.between(30, 700)) : null
  return { status: permission, until, source: 'Home Office letter', checkedOn }
}

/** Seals each fact under its name, as the adviser's page does. */
export async function addFactRows(world: World, staff: Staff, people: readonly Person[]): Promise<void> {
  const facts = people.flatMap((person) => {
    const by = person.adviser ?? world.chance.pick(staff.advisers)
    return namedFacts(person.facts).map(({ fact, value }) => ({
      value,
      row: {
        care_leaver_id: person.id,
        fact,
        recorded_by: by.id,
        recorded_at: world.calendar.moment(world.chance.between(1, 300)),
      },
    }))
  })
  // All at once: one after the other they would wait for each other.
  const sealed = await Promise.all(facts.map(({ value }) => world.secrets.seal(JSON.stringify(value))))
  for (const [index, { row }] of facts.entries())
    world.rows.add('eligibility_fact', { ...row, sealed: sealed[index] ?? '' })
}

type NamedFact = { fact: 'right-to-work' | 'qualification' | 'dbs' | 'availability'; value: object }

function namedFacts(facts: EligibilityFacts): NamedFact[] {
  const named: NamedFact[] = []
  if (facts.rightToWork) named.push({ fact: 'right-to-work', value: facts.rightToWork })
  if (facts.qualificationLevel !== null)
    named.push({ fact: 'qualification', value: { level: facts.qualificationLevel } })
  if (facts.dbsLevel)
    named.push({ fact: 'dbs', value: { level: facts.dbsLevel, issuedOn: facts.dbsIssuedOn } })
  if (facts.availableFrom) named.push({ fact: 'availability', value: { from: facts.availableFrom } })
  return named
}
