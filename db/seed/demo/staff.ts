import type { AccountState } from '../../../src/domain/account'
import type { OrganisationId } from '../../../src/domain/ids'
import { posterRole } from '../../../src/domain/organisation'
import { addAccount, type SeededAccount, type Joining } from './accounts'
import { HISTORY_DAYS } from './calendar'
import { mailDomain, ORGANISATION_KEYS, type OrganisationKey, ORGANISATIONS } from './organisations'
import { SHOWCASE } from './showcase-people'
import type { World } from './world'

const STAFF_DOMAIN = 'kent.example'
const BROKERS = 6
const ADVISERS = 80

/** Everybody who works with the service, and the organisations. */
export type Staff = {
  managers: SeededAccount[]
  brokers: SeededAccount[]
  coordinator: SeededAccount
  /** Those who have a caseload; others were invited, suspended or have left. */
  advisers: SeededAccount[]
  organisationIds: ReadonlyMap<OrganisationKey, OrganisationId>
  /** By organisation: those who may own an offer. */
  posters: ReadonlyMap<OrganisationKey, SeededAccount[]>
  allPosters: SeededAccount[]
}

/** The team first, then the organisations and their champions and partners. */
export async function addStaff(world: World): Promise<Staff> {
  const first = await addMember(world, { name: world.names.keep(SHOWCASE.manager), role: 'manager' })
  const second = await addMember(world, { name: world.names.next(), role: 'manager', invitedBy: first.id })
  const brokers: SeededAccount[] = []
  for (let count = 0; count < BROKERS; count += 1) {
    const name = count === 0 ? world.names.keep(SHOWCASE.broker) : world.names.next()
    brokers.push(await addMember(world, { name, role: 'broker', invitedBy: first.id }))
  }
  const advisers: SeededAccount[] = []
  for (let count = 0; count < ADVISERS; count += 1) {
    const name = count === 0 ? world.names.keep(SHOWCASE.adviser) : world.names.next()
    advisers.push(
      await addMember(world, {
        name,
        role: 'adviser',
        invitedBy: second.id,
        state: stateOf(count, ADVISERS),
      }),
    )
  }
  const coordinator = await addMember(world, {
    name: world.names.keep(SHOWCASE.coordinator),
    role: 'coordinator',
    invitedBy: first.id,
  })
  const organisationIds = addOrganisations(world, first)
  const posters = await addPosters(world, organisationIds, brokers)
  return {
    managers: [first, second],
    brokers,
    coordinator,
    advisers: advisers.filter(isActive),
    organisationIds,
    posters,
    allPosters: [...posters.values()].flat(),
  }
}

/** The last few of a long list are new, away or gone. */
function stateOf(index: number, count: number): AccountState {
  const fromTheEnd = count - index
  if (fromTheEnd === 1) return 'closed'
  if (fromTheEnd === 2) return 'suspended'
  return fromTheEnd === 3 ? 'invited' : 'active'
}

function isActive({ state }: SeededAccount): boolean {
  return state === 'active'
}

function addMember(
  world: World,
  member: Pick<Joining, 'name' | 'role' | 'invitedBy' | 'state'>,
): Promise<SeededAccount> {
  const isNew = member.state === 'invited'
  const invitedDaysAgo = isNew ? 1 : HISTORY_DAYS - world.chance.between(2, 8)
  return addAccount(world, { ...member, domain: STAFF_DOMAIN, invitedDaysAgo })
}

function addOrganisations({ chance, calendar, rows, history }: World, manager: SeededAccount) {
  const ids = new Map<OrganisationKey, OrganisationId>()
  for (const key of ORGANISATION_KEYS) {
    const { name, kind } = ORGANISATIONS[key]
    const id = chance.id() as OrganisationId
    const at = calendar.moment(HISTORY_DAYS - chance.between(9, 14))
    ids.set(key, id)
    rows.add('organisation', {
      id,
      name,
      kind,
      covenant_signed_on: kind === 'department' ? null : calendar.day(HISTORY_DAYS + chance.between(0, 200)),
      version: history.record(`organisation:${id}`, [{ at, by: manager.id, action: 'organisation.create' }]),
      created_at: at,
    })
  }
  return ids
}

async function addPosters(
  world: World,
  ids: ReadonlyMap<OrganisationKey, OrganisationId>,
  brokers: SeededAccount[],
) {
  const everyone = ORGANISATION_KEYS.flatMap((key) =>
    Array.from({ length: ORGANISATIONS[key].champions }, (_, index) => ({ key, isFirst: index === 0 })),
  )
  const posters = new Map<OrganisationKey, SeededAccount[]>()
  const seconds = everyone.filter(({ isFirst }) => !isFirst).length
  let secondsSoFar = 0
  for (const { key, isFirst } of everyone) {
    const state = isFirst ? 'active' : stateOf(secondsSoFar, seconds)
    if (!isFirst) secondsSoFar += 1
    const account = await addPoster(world, {
      key,
      isFirst,
      state,
      ids,
      invitedBy: world.chance.pick(brokers),
    })
    if (isActive(account)) posters.set(key, [...(posters.get(key) ?? []), account])
  }
  return posters
}

type NewPoster = {
  key: OrganisationKey
  isFirst: boolean
  state: AccountState
  ids: ReadonlyMap<OrganisationKey, OrganisationId>
  invitedBy: SeededAccount
}

function addPoster(world: World, { key, isFirst, state, ids, invitedBy }: NewPoster): Promise<SeededAccount> {
  const { kind } = ORGANISATIONS[key]
  const known = isFirst ? nameOfFirst(key) : undefined
  return addAccount(world, {
    name: known === undefined ? world.names.next() : world.names.keep(known),
    domain: mailDomain(key),
    role: posterRole(kind),
    organisationId: ids.get(key) as OrganisationId,
    state,
    invitedBy: invitedBy.id,
    invitedDaysAgo: state === 'invited' ? 1 : HISTORY_DAYS - world.chance.between(15, 25),
  })
}

/** The two who are shown, and the councillors, who speak for themselves. */
function nameOfFirst(key: OrganisationKey): string | undefined {
  if (key === 'country-parks') return SHOWCASE.champion
  if (key === 'harbourlight') return SHOWCASE.partner
  const { name, kind } = ORGANISATIONS[key]
  return kind === 'elected-member' ? name.replace('Councillor ', '') : undefined
}
