import type { OpportunityContent } from '../../src/domain/opportunity'
import { openNodeDatabase, openWriter } from '../../db/node'
import type { Statement } from '../../db/database'
import { addProposal, setMatchState } from '../../db/statements/matches'
import { addShare } from '../../db/statements/shares'
import { addOpportunity, addRevision } from '../../db/statements/opportunities'
import { recordAudit } from '../../db/statements/record'
import { randomId } from '../../src/auth/secrets'
import { SYSTEM_ACTOR_ID, type Role } from '../../src/domain/account'
import { addDays, dayOf } from '../../src/domain/dates'
import type {
  AccountId,
  CareLeaverId,
  MatchId,
  OpportunityId,
  OrganisationId,
  ShareId,
} from '../../src/domain/ids'
import { PRODUCT_KEY } from '../support/built-product'
import { givenAccount, givenCareLeaver, givenOrganisation, givenPublished } from '../support/givens'
import { anOpening } from '../support/matching'
import { createWorld } from '../support/world'
import { makeEmptyDatabase } from './databases'
import { createVisitor, type Place, type Visitor } from './visitor'

/** Somebody who can be signed in. */
export type Person = { id: AccountId; role: Role }

/**
 * An empty county that a proof fills as it goes, through a connection of its own beside the running product. What it
 * puts in need not outlive a power cut, so it does not wait for the disk.
 */
export async function openCounty(databasePath: string) {
  makeEmptyDatabase(databasePath)
  const sqlite = openWriter(databasePath)
  sqlite.pragma('synchronous = OFF')
  const db = openNodeDatabase(sqlite)
  // The proof itself may wait in the driver: it is nobody's server.
  sqlite.pragma('busy_timeout = 10000')
  const world = createWorld(db, new Date().toISOString(), { SECRET_KEYS: PRODUCT_KEY })
  const { id: organisationId } = await givenOrganisation(world, { name: 'Country Parks' })
  const champion = await givenAccount(world, 'champion', { organisationId })
  const adviser = await givenAccount(world, 'adviser')
  const broker = await givenAccount(world, 'broker')

  /** The product goes by the real clock. */
  const tick = () => world.setTime(new Date().toISOString())
  const today = () => dayOf(new Date())

  async function account(role: Role, ofOrganisation?: OrganisationId) {
    tick()
    return givenAccount(world, role, ofOrganisation ? { organisationId: ofOrganisation } : {})
  }

  const days = () => ({ closesOn: addDays(today(), 90), startsOn: addDays(today(), 60) })

  async function offer(
    places: number,
    owner: { id: AccountId } = champion,
    content: Partial<OpportunityContent> = {},
  ): Promise<OpportunityId> {
    tick()
    const values = { places, ...days(), ...content }
    return (await givenPublished(world, { id: owner.id, organisationId }, values)).id
  }

  /** An offer that is written to the end and not sent, of somebody of whom nothing else waits. */
  async function draft(): Promise<{ id: OpportunityId; owner: Person }> {
    const owner = await account('champion', organisationId)
    const id = randomId() as OpportunityId
    const at = world.now().toISOString()
    await db.commit([
      given(`opportunity:${id}`, 1),
      addOpportunity(db, { id, organisationId, ownerId: owner.id, pledgeId: null, createdAt: at }),
      addRevision(db, { opportunityId: id, number: 1, content: { ...anOpening(), ...days() }, at }),
    ])
    return { id, owner }
  }

  /** A young person on the adviser's caseload, who can sign in. */
  async function youngPerson({ considers = true } = {}) {
    const owner = await account('care-leaver')
    return { account: owner, id: await onCaseload({ accountId: owner.id, considers }) }
  }

  async function onCaseload(values: { accountId?: AccountId; considers?: boolean } = {}) {
    tick()
    const dateOfBirth = addDays(today(), -21 * 365)
    return (await givenCareLeaver(world, { ...values, adviserId: adviser.id, dateOfBirth })).id
  }

  async function proposal(careLeaverId: CareLeaverId, opportunityId: OpportunityId): Promise<MatchId> {
    tick()
    const id = randomId() as MatchId
    const at = world.now().toISOString()
    await db.commit([
      given(`match:${id}`, 1),
      addProposal(db, {
        id,
        opportunityId,
        careLeaverId,
        interestId: null,
        brokerId: broker.id,
        reason: 'Fits',
        wordsToPerson: '',
        holdUntil: today(),
        evidence: '{}',
        createdAt: at,
      }),
    ])
    return id
  }

  /** A proposal that was said yes to, with a share that is live. */
  async function introduction(
    careLeaverId: CareLeaverId,
    opportunityId: OpportunityId,
    receiver: { id: AccountId } = champion,
  ): Promise<MatchId> {
    const matchId = await proposal(careLeaverId, opportunityId)
    const at = world.now().toISOString()
    const share = {
      id: randomId() as ShareId,
      reference: randomId(),
      matchId,
      careLeaverId,
      receiverId: receiver.id,
      organisationId,
      purpose: 'introduction',
      nameUsed: 'Robbie',
      pronouns: '',
      words: '',
      wordsHash: randomId(),
      supports: [],
      givenBy: broker.id,
      theirWords: '',
      startedAt: at,
      endsOn: addDays(today(), 60),
    }
    await db.commit([
      given(`match:${matchId}`, 2),
      setMatchState(db, matchId, { state: 'introduced', since: at, version: 2 }),
      addShare(db, share),
    ])
    return matchId
  }

  const given = (subject: string, version: number) =>
    recordAudit(db, {
      at: world.now().toISOString(),
      actorId: 'proof',
      action: 'proof.given',
      subject,
      version,
    })

  /** Browsers by account and process: the product keeps five sessions of an account. */
  const browsers = new Map<string, Visitor>()

  /** The browser of somebody who has just signed in, or did a moment ago. */
  async function signedIn({ id, role }: Person, place: Place): Promise<Visitor> {
    tick()
    const name = `${id} ${place.port}`
    const before = browsers.get(name)
    if (before) return before
    const visitor = createVisitor(place)
    browsers.set(name, visitor)
    const start = { accountId: id, role, device: 'Computer', isOwnDevice: false }
    visitor.takeSession(await world.sessions.start(start))
    return visitor
  }

  return {
    db,
    sqlite,
    organisationId,
    champion,
    adviser,
    broker,
    today,
    account,
    offer,
    draft,
    youngPerson,
    onCaseload,
    proposal,
    introduction,
    /** Puts something into its state, with the audit row that its version asks for. */
    make: (subject: string, version: number, statements: readonly Statement[]) =>
      db.commit([given(subject, version), ...statements]),
    now: () => new Date().toISOString(),
    signedIn,
    /** Everybody signs in anew: a young person's answers ask for a session that is a few minutes old at most. */
    forgetBrowsers: () => browsers.clear(),
    /** What a command of the product is given when time makes it run. */
    system: () => {
      tick()
      const { now, secrets } = world
      return { db, now, newId: randomId, secrets, actor: { id: SYSTEM_ACTOR_ID } }
    },
    /** One number out of the database. */
    count: (sql: string, ...values: unknown[]) => sqlite.prepare(sql).pluck().get(values) as number,
    close: () => sqlite.close(),
  }
}

export type County = Awaited<ReturnType<typeof openCounty>>

/** The three boxes of a day in a form. */
export function dayBoxes(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)))
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
