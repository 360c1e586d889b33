import { sha256 } from '../../../src/auth/secrets'
import { normaliseName, type Role, SYSTEM_ACTOR_ID } from '../../../src/domain/account'
import type { AccountId, OrganisationId } from '../../../src/domain/ids'
import type { OrganisationKind } from '../../../src/domain/organisation'
import { type Account, byKey, type Scene } from './scene'

const ORGANISATIONS: readonly (readonly [string, OrganisationKind])[] = [
  ['highways', 'department'],
  ['libraries', 'department'],
  ['harbour', 'charity'],
  ['college', 'college'],
  ['port', 'department'],
]

type Cast = readonly [key: string, role: Role, relation: Account['relation'], organisation?: string]

/**
 * For each role the first, a stranger of the same role (with an organisation, a caseload or a record of their own),
 * somebody suspended, and somebody whom the first young person does not want told. Posters have a colleague too.
 */
const CAST: readonly Cast[] = [
  ['young', 'care-leaver', 'first'],
  ['young-stranger', 'care-leaver', 'stranger'],
  ['young-suspended', 'care-leaver', 'suspended'],
  ['young-blocked', 'care-leaver', 'blocked'],
  ['young-invited', 'care-leaver', 'invited'],
  ['champion', 'champion', 'first', 'highways'],
  ['champion-stranger', 'champion', 'stranger', 'libraries'],
  ['champion-colleague', 'champion', 'colleague', 'highways'],
  ['champion-suspended', 'champion', 'suspended', 'highways'],
  ['champion-blocked', 'champion', 'blocked', 'highways'],
  ['champion-of-blocked-organisation', 'champion', 'blocked', 'port'],
  ['champion-invited', 'champion', 'invited', 'highways'],
  ['partner', 'partner', 'first', 'harbour'],
  ['partner-stranger', 'partner', 'stranger', 'college'],
  ['partner-colleague', 'partner', 'colleague', 'harbour'],
  ['partner-suspended', 'partner', 'suspended', 'harbour'],
  ['partner-blocked', 'partner', 'blocked', 'harbour'],
  ['adviser', 'adviser', 'first'],
  ['adviser-stranger', 'adviser', 'stranger'],
  ['adviser-suspended', 'adviser', 'suspended'],
  ['adviser-blocked', 'adviser', 'blocked'],
  ['broker', 'broker', 'first'],
  ['broker-stranger', 'broker', 'stranger'],
  ['broker-suspended', 'broker', 'suspended'],
  ['broker-blocked', 'broker', 'blocked'],
  ['manager', 'manager', 'first'],
  ['manager-stranger', 'manager', 'stranger'],
  ['manager-suspended', 'manager', 'suspended'],
  ['manager-blocked', 'manager', 'blocked'],
  ['coordinator', 'coordinator', 'first'],
  ['coordinator-stranger', 'coordinator', 'stranger'],
  ['coordinator-suspended', 'coordinator', 'suspended'],
  ['coordinator-blocked', 'coordinator', 'blocked'],
]

export function addOrganisations({ chance, canaries, rows, map, daysAgo, told }: Scene): void {
  for (const [key, kind] of ORGANISATIONS) {
    const id = chance.id() as OrganisationId
    const name = canaries.name({ column: 'organisation.name', of: key, id })
    map.organisations.push({ key, id, name })
    const created = { at: daysAgo(300), by: SYSTEM_ACTOR_ID, action: 'organisation.create' }
    rows.add('organisation', {
      id,
      name,
      kind,
      covenant_signed_on: '2023-06-01',
      version: told(`organisation:${id}`, created),
      created_at: daysAgo(300),
    })
  }
}

/** Everybody, or only those who stand so to the first of their role. */
export async function addAccounts(scene: Scene, relations?: readonly Account['relation'][]): Promise<void> {
  for (const cast of CAST) if (!relations || relations.includes(cast[2])) await addAccount(scene, cast)
}

const STATE = { suspended: 'suspended', invited: 'invited' } as const

async function addAccount(scene: Scene, [key, role, relation, organisation]: Cast): Promise<void> {
  const { chance, canaries, secrets, rows, map, daysAgo } = scene
  const id = chance.id() as AccountId
  const spot = { of: key, id }
  const domain = role === 'care-leaver' || role === 'partner' ? 'mail.example' : 'kent.example'
  const account: Account = {
    key,
    role,
    relation,
    id,
    email: canaries.address({ column: 'account.email', ...spot }, domain),
    name: canaries.name({ column: 'account.name', ...spot }),
    organisation: organisation ?? null,
    state: relation in STATE ? STATE[relation as keyof typeof STATE] : 'active',
  }
  map.accounts.push(account)
  rows.add('account', {
    id,
    email: account.email,
    email_hash: await secrets.hash('not-told', account.email),
    name: account.name,
    name_hash: await secrets.hash('not-told', normaliseName(account.name)),
    role,
    organisation_id: organisation ? byKey(map.organisations, organisation).id : null,
    state: account.state,
    version: scene.told(`account:${id}`, ...stepsOf(scene, account)),
    created_at: daysAgo(200),
    last_seen_on: null,
  })
  if (relation === 'invited') await addInvitation(scene, account)
}

function stepsOf({ canaries, daysAgo }: Scene, { key, id, state }: Account) {
  const created = { at: daysAgo(200), by: SYSTEM_ACTOR_ID, action: 'account.create', to: 'invited' }
  if (state === 'invited') return [created]
  const active = { at: daysAgo(199), by: id, action: 'account.activate', from: 'invited', to: 'active' }
  if (state === 'active') return [created, active]
  const words = canaries.sentence({ column: 'audit_words.words', of: key, id })
  const by = SYSTEM_ACTOR_ID
  return [
    created,
    active,
    { at: daysAgo(10), by, action: 'account.suspend', from: 'active', to: 'suspended', words },
  ]
}

/** The token is what the mail would carry; 22 characters, like every other. */
async function addInvitation(
  { chance, rows, map, daysAgo, told }: Scene,
  { key, id: accountId, role, organisation }: Account,
): Promise<void> {
  const [id, token] = [chance.id(), chance.id().slice(0, 22)]
  map.invitations.push({ id, account: key, token })
  const created = { at: daysAgo(0), by: SYSTEM_ACTOR_ID, action: 'invitation.create', to: 'open' }
  rows.add('invitation', {
    id,
    token_hash: await sha256(token),
    account_id: accountId,
    role,
    organisation_id: organisation ? byKey(map.organisations, organisation).id : null,
    invited_by: SYSTEM_ACTOR_ID,
    created_at: daysAgo(0),
    expires_at: daysAgo(-2),
    state: 'open',
    version: told(`invitation:${id}`, created),
  })
}
