import { normaliseName } from '../../../src/domain/account'
import type { SeededAccount } from './accounts'
import { ORGANISATION_KEYS, ORGANISATIONS } from './organisations'
import { helperOf, type Person } from './people'
import type { Staff } from './staff'
import type { World } from './world'

const ENTRIES = 46

/** A few people asked that somebody, some address or some organisation is never told of them. */
export async function addNotTold(world: World, staff: Staff, people: readonly Person[]): Promise<void> {
  const asking = people.filter(({ isShowcase }) => !isShowcase)
  for (const person of world.chance.some(asking, ENTRIES)) {
    const drawn = world.chance.next()
    if (drawn < 0.5) addOrganisationEntry(world, staff, person)
    else await addNamedEntry(world, staff, person, drawn < 0.8 ? 'person' : 'email')
  }
}

function addOrganisationEntry(world: World, staff: Staff, person: Person): void {
  const key = world.chance.pick(ORGANISATION_KEYS.filter((one) => ORGANISATIONS[one].champions > 0))
  const id = staff.organisationIds.get(key) ?? null
  if (id) person.blockedOrganisations.push(id)
  world.rows.add('not_told', {
    ...whose(world, staff, person),
    kind: 'organisation',
    organisation_id: id,
    match_hash: null,
    sealed_words: null,
  })
}

/** Half of them name somebody who has an account here, so that the list has something to do. */
async function addNamedEntry(
  world: World,
  staff: Staff,
  person: Person,
  kind: 'person' | 'email',
): Promise<void> {
  const { chance, secrets, names } = world
  const known = chance.happens(0.5) ? chance.pick(staff.allPosters) : undefined
  if (known?.organisationId) person.blockedOrganisations.push(known.organisationId)
  const words =
    kind === 'person' ? nameOf(known, names.next().full) : (known?.email ?? 'somebody@mail.example')
  world.rows.add('not_told', {
    ...whose(world, staff, person),
    kind,
    organisation_id: null,
    match_hash: await secrets.hash('not-told', kind === 'person' ? normaliseName(words) : words),
    sealed_words: await secrets.seal(words),
  })
}

function nameOf(known: SeededAccount | undefined, otherwise: string): string {
  return known?.name.full ?? otherwise
}

function whose(world: World, staff: Staff, person: Person) {
  return {
    id: world.chance.id(),
    care_leaver_id: person.id,
    added_by: person.account?.activeSince ? person.account.id : helperOf(world, staff, person),
    added_at: world.calendar.moment(world.chance.between(20, 300)),
  }
}
