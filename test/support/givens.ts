import { findCareLeaver } from '../../db/queries/care-leavers'
import { addAccount } from '../../db/statements/accounts'
import { addOrganisation } from '../../db/statements/organisations'
import { addCareLeaver, saveProfileAnswer, setCareLeaverAccount } from '../../db/statements/care-leavers'
import {
  addOpportunity,
  addRevision,
  publishContent,
  setRevisionState,
} from '../../db/statements/opportunities'
import { recordAudit } from '../../db/statements/record'
import { randomId } from '../../src/auth/secrets'
import { acceptProposal } from '../../src/commands/matches/answer-proposal'
import { proposeMatch } from '../../src/commands/matches/propose-match'
import { normaliseName, type Role } from '../../src/domain/account'
import type { CareLeaver } from '../../src/domain/care-leaver'
import type { AccountId, CareLeaverId, MatchId, OpportunityId, OrganisationId } from '../../src/domain/ids'
import type { OpportunityContent } from '../../src/domain/opportunity'
import type { OrganisationKind } from '../../src/domain/organisation'
import { createBrowser } from './browser'
import { anOpening } from './matching'
import type { World } from './world'

// What a test starts from. Each makes whole, valid rows, with the audit that their versions ask for.

const audit = (world: World, subject: string, version = 1) =>
  recordAudit(world.db, {
    at: world.now().toISOString(),
    actorId: 'test',
    action: 'test.given',
    subject,
    version,
  })

export async function givenOrganisation(
  world: World,
  values: { name?: string; kind?: OrganisationKind } = {},
) {
  const id = randomId() as OrganisationId
  const name = values.name ?? 'Highways'
  const organisation = {
    id,
    name,
    kind: values.kind ?? 'department',
    covenantSignedOn: '2023-06-01',
    createdAt: world.now().toISOString(),
  } as const
  await world.db.commit([addOrganisation(world.db, organisation), audit(world, `organisation:${id}`)])
  return organisation
}

export async function givenAccount(
  world: World,
  role: Role,
  values: { email?: string; name?: string; organisationId?: OrganisationId } = {},
) {
  const id = randomId() as AccountId
  const name = values.name ?? 'Sam Field'
  const email = values.email ?? `${id}@kent.example`
  const account = {
    id,
    email,
    emailHash: await world.secrets.hash('not-told', email),
    name,
    nameHash: await world.secrets.hash('not-told', normaliseName(name)),
    role,
    organisationId: values.organisationId ?? null,
    state: 'active' as const,
    createdAt: world.now().toISOString(),
  }
  await world.db.commit([addAccount(world.db, account), audit(world, `account:${id}`)])
  return account
}

/** Somebody signed in, with a browser of their own. */
export async function givenSignedIn(
  world: World,
  role: Role,
  values: Parameters<typeof givenAccount>[2] = {},
) {
  const account = await givenAccount(world, role, values)
  const browser = createBrowser(world)
  await browser.signIn(account.email)
  return { ...account, ...browser }
}

export async function givenCareLeaver(
  world: World,
  values: {
    name?: string
    adviserId?: AccountId
    accountId?: AccountId
    considers?: boolean
    dateOfBirth?: string
  } = {},
) {
  const id = randomId() as CareLeaverId
  const person = {
    id,
    caseReference: `C-${id.slice(0, 8)}`,
    preferredName: values.name ?? 'Robin',
    dateOfBirth: values.dateOfBirth ?? '2005-03-04',
    statutoryCategory: 'former-relevant' as const,
    categorySince: '2023-03-04',
    district: 'E07000110' as const,
    eetStatus: 'G5' as const,
    adviserId: values.adviserId ?? null,
    createdAt: world.now().toISOString(),
  }
  await world.db.commit([
    addCareLeaver(world.db, person),
    audit(world, `care-leaver:${id}`),
    ...(values.accountId
      ? [setCareLeaverAccount(world.db, id, values.accountId, 2), audit(world, `care-leaver:${id}`, 2)]
      : []),
    ...((values.considers ?? true)
      ? [
          world.db.query
            .updateTable('care_leaver')
            .set({ consideration: 'yes', waiting_since: '2026-09-01' })
            .where('id', '=', id),
        ]
      : []),
    saveProfileAnswer(world.db, {
      careLeaverId: id,
      question: 'likes',
      answer: { topics: ['nature-outdoors'], words: '' },
      answeredAt: world.now().toISOString(),
      answeredBy: 'test' as AccountId,
      theirWords: '',
    }),
  ])
  return person
}

/** A young person with an account, signed in. */
export async function givenYoungPerson(
  world: World,
  values: Omit<NonNullable<Parameters<typeof givenCareLeaver>[1]>, 'accountId'> = {},
) {
  const account = await givenAccount(world, 'care-leaver', { name: values.name ?? 'Robin' })
  const person = await givenCareLeaver(world, { ...values, accountId: account.id })
  const browser = createBrowser(world)
  await browser.signIn(account.email)
  return { ...browser, account, person }
}

/** A published opportunity of a champion. */
export async function givenPublished(
  world: World,
  owner: { id: AccountId; organisationId: OrganisationId | null },
  values: Partial<OpportunityContent> = {},
) {
  const id = randomId() as OpportunityId
  const at = world.now().toISOString()
  const opening = anOpening({
    closesOn: '2027-03-01',
    startsOn: '2027-01-11',
    needsRightToWork: false,
    kind: 'insight-day',
    pay: 'expenses',
    ...values,
  })
  const { id: _id, organisationId: _organisation, isCharityOrPublicBody: _public, ...content } = opening
  await world.db.commit([
    addOpportunity(world.db, {
      id,
      organisationId: owner.organisationId as OrganisationId,
      ownerId: owner.id,
      pledgeId: null,
      createdAt: at,
    }),
    addRevision(world.db, { opportunityId: id, number: 1, content, at }),
    setRevisionState(world.db, { opportunityId: id, number: 1 }, 'published'),
    ...publishContent(world.db, id, {
      content,
      closesOn: content.closesOn ?? '2027-03-01',
      state: 'published',
      publishedAt: at,
      version: 1,
    }),
    audit(world, `opportunity:${id}`),
  ])
  return { id, content }
}

/** What a command needs when somebody acts outside a browser. */
export const acting = (world: World, id: AccountId) => ({
  db: world.db,
  now: world.now,
  newId: randomId,
  secrets: world.secrets,
  actor: { id },
})

/** A hold as a broker types it: a week from the day on which a world begins. */
export const HOLD = { 'holdUntil-day': '30', 'holdUntil-month': '11', 'holdUntil-year': '2026' }

/** A broker puts somebody to an offer: its place is held. */
export async function givenProposal(world: World, opportunityId: OpportunityId, careLeaverId: CareLeaverId) {
  const broker = await givenAccount(world, 'broker', { name: 'Grace Okoro' })
  const matchId = randomId() as MatchId
  const proposal = {
    matchId,
    opportunityId,
    careLeaverId,
    reason: 'Likes trees',
    wordsToPerson: '',
    holdUntil: '2026-11-30',
  }
  const outcome = await proposeMatch(acting(world, broker.id), proposal)
  if (outcome !== 'committed') throw new Error(`Not proposed: ${outcome}`)
  return { matchId, broker }
}

/** Somebody who said yes, and what they chose to share. */
export async function givenIntroduction(world: World, opportunityId: OpportunityId, name = 'Robin') {
  const account = await givenAccount(world, 'care-leaver', { name: `${name} Marsh` })
  const person = await givenCareLeaver(world, { name, accountId: account.id })
  const { matchId, broker } = await givenProposal(world, opportunityId, person.id)
  const careLeaver = (await findCareLeaver(world.db, person.id)) as CareLeaver
  const choice = {
    nameUsed: 'Rob',
    pronouns: 'they/them',
    words: 'I am good with my hands.',
    supports: ['named-person'] as const,
    theirWords: '',
    receiver: '',
  }
  const outcome = await acceptProposal(acting(world, account.id), careLeaver, matchId, choice)
  if (outcome !== 'committed') throw new Error(`Not accepted: ${outcome}`)
  const { reference } = await world.db.query
    .selectFrom('share')
    .select('reference')
    .where('match_id', '=', matchId)
    .executeTakeFirstOrThrow()
  return { account, careLeaver, matchId, broker, reference }
}

type Signed = Awaited<ReturnType<typeof givenSignedIn>>
type Young = Awaited<ReturnType<typeof givenYoungPerson>>

/** A young person who was proposed, said yes and started on the day on which a world begins. */
export async function givenStart(
  { broker, young }: { broker: Signed; young: Young },
  opportunityId: OpportunityId,
): Promise<MatchId> {
  const proposed = await broker.post(
    `/team/opportunities/${opportunityId}/people/${young.person.id}/propose`,
    {
      reason: 'Fits',
      ...HOLD,
    },
  )
  const match = /[0-9a-f]{32}/.exec(proposed.headers.get('location') ?? '')?.[0] as MatchId
  await young.post(`/my/offers/${match}/yes/send`, { nameUsed: 'Robbie' })
  const day = { 'startedOn-day': '23', 'startedOn-month': '11', 'startedOn-year': '2026' }
  const started = await broker.post(`/team/matches/${match}/report`, { kind: 'start', ...day })
  if (started.status !== 303) throw new Error(`Not started: ${started.status}`)
  return match
}
