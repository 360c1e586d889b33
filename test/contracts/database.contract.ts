import { beforeEach, expect, it } from 'vitest'
import { ConstraintError, type Database } from '../../db/database'
import { addOrganisation } from '../../db/statements/organisations'
import { recordAudit } from '../../db/statements/record'
import { randomId } from '../../src/auth/secrets'
import { givenAccount, givenCareLeaver, givenOrganisation, givenPublished } from '../support/givens'
import { createWorld, type World } from '../support/world'
import { addProposal, setMatchState } from '../../db/statements/matches'
import { toEvidence } from '../../src/matching/evidence'
import { FIRST_RULE_SET } from '../../src/domain/rule-set/first-rule-set'
import { anOpening, aCandidate } from '../support/matching'
import { assess } from '../../src/matching/eligibility'
import { scorePair } from '../../src/matching/score'
import type { AccountId, CareLeaverId, MatchId, OpportunityId, OrganisationId } from '../../src/domain/ids'

const context = { today: '2026-11-23', ruleSet: FIRST_RULE_SET }
const evidence = toEvidence(
  assess(aCandidate(), anOpening(), context),
  scorePair(aCandidate(), anOpening(), context),
)

/** What both databases promise: the code above them cannot tell which one it has. */
export function databaseContract(open: () => Promise<Database>) {
  let db: Database
  let world: World

  beforeEach(async () => {
    db = await open()
    world = createWorld(db)
  })

  const audit = (subject: string, version: number) =>
    recordAudit(db, {
      at: '2026-11-23T10:00:00.000Z',
      actorId: 'test',
      action: 'test.change',
      subject,
      version,
    })

  const organisation = (name: string) =>
    addOrganisation(db, {
      id: randomId() as OrganisationId,
      name,
      kind: 'charity',
      covenantSignedOn: null,
      createdAt: '2026-11-23T10:00:00.000Z',
    })

  const countOrganisations = async () =>
    (await db.query.selectFrom('organisation').select('id').execute()).length

  it('runs every statement', async () => {
    const before = await countOrganisations()
    await db.commit([organisation(randomId()), organisation(randomId())])
    expect(await countOrganisations()).toBe(before + 2)
  })

  it('has nothing to run when there are none', async () => {
    const before = await countOrganisations()
    await db.commit([])
    expect(await countOrganisations()).toBe(before)
  })

  it('runs none when one is refused', async () => {
    const before = await countOrganisations()
    const subject = `organisation:${randomId()}`
    await expect(db.commit([organisation(randomId()), audit(subject, 1), audit(subject, 1)])).rejects.toThrow(
      ConstraintError,
    )
    expect(await countOrganisations()).toBe(before)
  })

  it('says in the same words who came first', async () => {
    const subject = `organisation:${randomId()}`
    await db.commit([audit(subject, 1)])
    await expect(db.commit([audit(subject, 1)])).rejects.toThrow(/^audit_event has this version$/)
  })

  it('names a unique index and an expression index in the same words', async () => {
    const name = `Library ${randomId()}`
    await db.commit([organisation(name)])
    await expect(db.commit([organisation(name.toUpperCase())])).rejects.toThrow(
      /^UNIQUE constraint failed: index 'organisation_name_is_used_once'$/,
    )
  })

  it('refuses a foreign key that points nowhere', async () => {
    const orphan = db.query.insertInto('saved_opportunity').values({
      care_leaver_id: randomId() as CareLeaverId,
      opportunity_id: randomId() as OpportunityId,
      saved_at: 'now',
    })
    await expect(db.commit([orphan])).rejects.toThrow(/^FOREIGN KEY constraint failed$/)
  })

  it('keeps the audit append-only, against replacing too', async () => {
    const subject = `organisation:${randomId()}`
    await db.commit([audit(subject, 1)])
    const rewrite = db.query
      .updateTable('audit_event')
      .set({ action: 'other' })
      .where('subject', '=', subject)
    await expect(db.commit([rewrite])).rejects.toThrow(/append-only/)
    await expect(
      db.commit([db.query.deleteFrom('audit_event').where('subject', '=', subject)]),
    ).rejects.toThrow(/append-only/)
    await expect(
      db.commit([
        db.query.replaceInto('audit_event').values({ at: '', actor_id: '', action: '', subject, version: 1 }),
      ]),
    ).rejects.toThrow(ConstraintError)
  })

  it('refuses to write through the reading side', async () => {
    await expect(db.query.deleteFrom('organisation').execute()).rejects.toThrow('Only commit() may write')
    await expect(db.query.transaction().execute(async () => undefined)).rejects.toThrow()
  })

  it('stores booleans as numbers, absent values as null, and refuses what SQLite has not', async () => {
    const id = randomId()
    await db.commit([db.query.insertInto('setting').values({ name: id, value: '', version: true as never })])
    expect(
      await db.query.selectFrom('setting').select('version').where('name', '=', id).executeTakeFirst(),
    ).toEqual({ version: 1 })
    await expect(
      db.commit([db.query.insertInto('setting').values({ name: randomId(), value: new Date() as never })]),
    ).rejects.toThrow(TypeError)
  })

  async function aMatchFor(opportunityId: OpportunityId, brokerId: AccountId) {
    const person = await givenCareLeaver(world)
    const match = {
      id: randomId() as MatchId,
      opportunityId,
      careLeaverId: person.id,
      interestId: null,
      brokerId,
      reason: 'Wants it',
      wordsToPerson: '',
      holdUntil: '2026-11-30',
      evidence,
      createdAt: '2026-11-23T10:00:00.000Z',
    }
    return { match, statement: addProposal(db, match) }
  }

  it('gives the last place to exactly one of twenty, and takes it back', async () => {
    const { id: organisationId } = await givenOrganisation(world, { name: `Parks ${randomId()}` })
    const owner = await givenAccount(world, 'champion', { organisationId })
    const broker = await givenAccount(world, 'broker')
    const { id } = await givenPublished(world, owner, { places: 1 })
    const twenty = await Promise.all(Array.from({ length: 20 }, () => aMatchFor(id, broker.id)))

    const results = await Promise.allSettled(twenty.map(({ statement }) => db.commit([statement])))
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [String(result.reason.message)] : [],
    )
    expect(refused).toEqual(
      Array.from({ length: 19 }, () => 'CHECK constraint failed: no_more_than_its_places'),
    )

    const winner = twenty[results.findIndex(({ status }) => status === 'fulfilled')]?.match.id as MatchId
    const placesOf = () =>
      db.query
        .selectFrom('opportunity')
        .select(['places_taken', 'places_filled'])
        .where('id', '=', id)
        .executeTakeFirst()
    expect(await placesOf()).toEqual({ places_taken: 1, places_filled: 0 })
    await db.commit([setMatchState(db, winner, { state: 'introduced', since: '', version: 2 })])
    expect(await placesOf()).toEqual({ places_taken: 1, places_filled: 1 })
    await db.commit([setMatchState(db, winner, { state: 'withdrawn', since: '', version: 3 })])
    expect(await placesOf()).toEqual({ places_taken: 0, places_filled: 0 })
  })

  it('finds a published offer by its words, and no longer when it is paused', async () => {
    const { id: organisationId } = await givenOrganisation(world, { name: `Rivers ${randomId()}` })
    const owner = await givenAccount(world, 'champion', { organisationId })
    const { id } = await givenPublished(world, owner, { title: `Otterwatching ${randomId().slice(0, 6)}` })
    const found = async () =>
      (
        await db.query
          .selectFrom('opportunity_text')
          .select('title')
          .where('title', 'like', 'Otterwatching%')
          .execute()
      ).length
    const before = await found()
    expect(before).toBeGreaterThan(0)
    await db.commit([db.query.updateTable('opportunity').set({ state: 'paused' }).where('id', '=', id)])
    expect(await found()).toBe(before - 1)
  })
}
