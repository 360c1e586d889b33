import {
  type Consideration,
  type EligibilityFacts,
  PROFILE_QUESTIONS,
  type Profile,
} from '../../../src/domain/care-leaver'
import { normaliseName } from '../../../src/domain/account'
import { addDays } from '../../../src/domain/dates'
import type { AccountId, CareLeaverId } from '../../../src/domain/ids'
import type { District } from '../../../src/domain/taxonomy'
import { byKey, type Person, type Scene } from './scene'

type Cast = {
  key: string
  account: string | null
  adviser: string | null
  consideration: Consideration
  district: District
}

/** The first, with everything; a stranger; two with little; and two who did not agree to be suggested. */
const CAST: readonly Cast[] = [
  { key: 'first', account: 'young', adviser: 'adviser', consideration: 'yes', district: 'E07000114' },
  {
    key: 'stranger',
    account: 'young-stranger',
    adviser: 'adviser-stranger',
    consideration: 'yes',
    district: 'E07000106',
  },
  {
    key: 'suspended',
    account: 'young-suspended',
    adviser: 'adviser-stranger',
    consideration: 'yes',
    district: 'E07000105',
  },
  { key: 'other', account: 'young-blocked', adviser: null, consideration: 'yes', district: 'E07000108' },
  {
    key: 'invited',
    account: 'young-invited',
    adviser: 'adviser',
    consideration: 'not-asked',
    district: 'E07000109',
  },
  { key: 'not-considered', account: null, adviser: 'adviser', consideration: 'no', district: 'E07000111' },
]

/** Who is on the first person's list, and by what. */
const NOT_TOLD = {
  person: ['champion-blocked', 'broker-blocked', 'young-blocked', 'coordinator-blocked', 'adviser-suspended'],
  email: ['partner-blocked', 'adviser-blocked', 'manager-blocked'],
  organisation: ['port'],
} as const

export async function addPeople(scene: Scene): Promise<void> {
  for (const cast of CAST) {
    const { person, known } = addPerson(scene, cast)
    const profile = addProfile(scene, person)
    const facts = await addFacts(scene, person)
    scene.candidates.set(person.key, { ...known, id: person.id, profile, facts })
  }
  await addNotTold(scene)
}

/** Somebody who has an account since today, no adviser, and has answered nothing. */
export function addNewcomer(scene: Scene): void {
  addPerson(scene, {
    key: 'newcomer',
    account: 'young',
    adviser: null,
    consideration: 'not-asked',
    district: 'E07000114',
  })
}

function addPerson({ chance, canaries, rows, map, daysAgo, told, today }: Scene, cast: Cast) {
  const id = chance.id() as CareLeaverId
  const spot = (column: string) => ({ column: `care_leaver.${column}`, of: cast.key, id })
  const person: Person = {
    ...cast,
    id,
    preferredName: canaries.name(spot('preferred_name')),
    blocked: cast.key === 'first' ? blockedAccounts(map) : [],
  }
  map.people.push(person)
  const accountOf = (key: string | null) => (key ? byKey(map.accounts, key).id : null)
  const known = {
    dateOfBirth: canaries.day(spot('date_of_birth'), 2005),
    statutoryCategory: 'former-relevant' as const,
    district: cast.district,
    consideration: cast.consideration,
    waitingSince: cast.consideration === 'yes' ? addDays(today, -100) : null,
    history: [],
    earlierProposals: 0,
    blockedOrganisations: [],
  }
  const steps = [
    { at: daysAgo(150), by: 'system', action: 'care-leaver.import', to: 'active' },
    ...(cast.consideration === 'not-asked'
      ? []
      : [
          {
            at: daysAgo(100),
            by: accountOf(cast.account) ?? accountOf(cast.adviser) ?? 'system',
            action: 'consideration.answer',
            from: 'not-asked',
            to: cast.consideration,
          },
        ]),
  ]
  rows.add('care_leaver', {
    id,
    case_reference: canaries.word(spot('case_reference')),
    account_id: accountOf(cast.account),
    preferred_name: person.preferredName,
    pronouns: canaries.word(spot('pronouns')),
    date_of_birth: known.dateOfBirth,
    statutory_category: known.statutoryCategory,
    category_since: canaries.day(spot('category_since'), 2022),
    district: cast.district,
    eet_status: 'G5',
    adviser_id: accountOf(cast.adviser),
    consideration: cast.consideration,
    considered_at: cast.consideration === 'not-asked' ? null : daysAgo(100),
    waiting_since: known.waitingSince,
    version: told(`care-leaver:${id}`, ...steps),
    created_at: daysAgo(150),
  })
  return { person, known }
}

function blockedAccounts(map: Scene['map']): string[] {
  const named: readonly string[] = [...NOT_TOLD.person, ...NOT_TOLD.email]
  const places: readonly string[] = NOT_TOLD.organisation
  return map.accounts
    .filter(({ key, organisation }) => named.includes(key) || places.includes(organisation ?? ''))
    .map(({ key }) => key)
}

/** Wide enough for every offer of the scene. */
function addProfile({ canaries, rows, map, daysAgo }: Scene, person: Person): Profile {
  const words = () => canaries.sentence({ column: 'profile_answer.answer', of: person.key, id: person.id })
  const profile: Required<Profile> = {
    likes: { topics: ['nature-outdoors', 'cooking-food'], words: words() },
    goals: { goals: ['get-a-job'], words: words() },
    travel: { distanceKmMax: null, cellEast: null, cellNorth: null },
    'free-times': { times: ['weekday-days'] },
    support: { supports: ['meet-someone-first'], words: words() },
    'not-suggest': { kinds: ['discount'] },
  }
  for (const question of PROFILE_QUESTIONS) {
    rows.add('profile_answer', {
      care_leaver_id: person.id,
      question,
      answer: JSON.stringify(profile[question]),
      answered_at: daysAgo(90),
      answered_by: byKey(map.accounts, person.account ?? 'adviser').id,
      their_words: canaries.sentence({
        column: 'profile_answer.their_words',
        of: person.key,
        id: person.id,
      }),
    })
  }
  return profile
}

async function addFacts(
  { canaries, secrets, rows, map, daysAgo }: Scene,
  person: Person,
): Promise<EligibilityFacts> {
  const spot = { column: 'eligibility_fact.sealed', of: person.key, id: person.id }
  const facts = {
    'right-to-work': {
      status: 'any-work',
      until: canaries.day(spot, 2031),
      source: canaries.sentence({ ...spot, room: 200 }),
      checkedOn: canaries.day(spot, 2024),
    },
    qualification: { level: 2, source: canaries.sentence({ ...spot, room: 200 }) },
    dbs: { level: 'basic', issuedOn: canaries.day(spot, 2024) },
    availability: { from: canaries.day(spot, 2025) },
  } as const
  for (const [fact, value] of Object.entries(facts)) {
    rows.add('eligibility_fact', {
      care_leaver_id: person.id,
      fact: fact as keyof typeof facts,
      sealed: await secrets.seal(JSON.stringify(value)),
      recorded_by: byKey(map.accounts, person.adviser ?? 'adviser').id,
      recorded_at: daysAgo(80),
    })
  }
  return {
    rightToWork: facts['right-to-work'],
    qualificationLevel: facts.qualification.level,
    dbsLevel: facts.dbs.level,
    dbsIssuedOn: facts.dbs.issuedOn,
    availableFrom: facts.availability.from,
  }
}

async function addNotTold(scene: Scene): Promise<void> {
  const { secrets, map, canaries } = scene
  for (const key of NOT_TOLD.organisation)
    addEntry(scene, 'first', { kind: 'organisation', organisationId: byKey(map.organisations, key).id })
  for (const kind of ['person', 'email'] as const) {
    for (const key of NOT_TOLD[kind]) {
      const account = byKey(map.accounts, key)
      const words = kind === 'person' ? account.name : account.email
      const hash = await secrets.hash('not-told', kind === 'person' ? normaliseName(words) : words)
      addEntry(scene, 'first', { kind, hash, sealed: await secrets.seal(words) })
    }
  }
  for (const person of map.people) {
    const spot = { column: 'not_told.sealed_words', of: person.key, id: person.id }
    const words = canaries.name(spot)
    const hash = await secrets.hash('not-told', normaliseName(words))
    addEntry(scene, person.key, { kind: 'person', hash, sealed: await secrets.seal(words) })
  }
}

type Entry = {
  kind: 'person' | 'email' | 'organisation'
  organisationId?: Scene['map']['organisations'][number]['id']
  hash?: string
  sealed?: string
}

function addEntry({ chance, rows, map, daysAgo }: Scene, personKey: string, entry: Entry): void {
  const person = byKey(map.people, personKey)
  const id = chance.id()
  map.notTold.push({ id, person: personKey })
  rows.add('not_told', {
    id,
    care_leaver_id: person.id,
    kind: entry.kind,
    organisation_id: entry.organisationId ?? null,
    match_hash: entry.hash ?? null,
    sealed_words: entry.sealed ?? null,
    added_by: byKey(map.accounts, person.account ?? 'adviser').id as AccountId,
    added_at: daysAgo(70),
  })
}
