import { describe, expect, it } from 'vitest'
import { listSealed } from '../../db/queries/audit'
import { findCareLeaver } from '../../db/queries/care-leavers'
import { findBrokenSeal } from '../../src/domain/audit-chain'
import { endEverything } from '../../src/commands/care-leavers/close-record'
import { erasePerson } from '../../src/commands/care-leavers/erase-person'
import { SYSTEM_ACTOR_ID } from '../../src/domain/account'
import { testDatabase } from '../support/database'
import {
  acting,
  givenAccount,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
  HOLD,
} from '../support/givens'
import { createWorld, type World } from '../support/world'

const CANARY = 'Zanzibarcanary'

async function aRichRecord(world: World) {
  const { id: organisationId } = await givenOrganisation(world)
  const owner = await givenAccount(world, 'champion', { organisationId })
  const broker = await givenSignedIn(world, 'broker')
  const young = await givenYoungPerson(world, { name: CANARY })
  const offer = await givenPublished(world, { id: owner.id, organisationId }, { places: 2 })
  await young.post('/my/answers/goals', { choices: ['get-a-job'], words: CANARY })
  await young.post('/my/private', { kind: 'person', person: CANARY })
  await young.post(`/my/interests/${offer.id}`, { words: CANARY })
  const proposal = {
    reason: CANARY,
    wordsToPerson: CANARY,
    ...HOLD,
  }
  const proposed = await broker.post(
    `/team/opportunities/${offer.id}/people/${young.person.id}/propose`,
    proposal,
  )
  const match = /[0-9a-f]{32}/.exec(proposed.headers.get('location') ?? '')?.[0] ?? ''
  await young.post(`/my/offers/${match}/yes/send`, { nameUsed: CANARY, words: CANARY })
  await young.post(`/my/offers/${match}/messages`, { body: CANARY })
  await world.drain()
  return { young, offer }
}

/** Every cell of every table, as one text. */
async function everything(world: World): Promise<string> {
  const tables = [
    'account',
    'care_leaver',
    'profile_answer',
    'not_told',
    'interest',
    'match',
    'share',
    'message',
    'audit_words',
    'audit_event',
    'view_event',
    'outbox',
    'idempotency',
    'sent_mail',
    'sign_in_request',
    'session',
  ] as const
  const rows = await Promise.all(
    tables.map((table) => world.db.query.selectFrom(table).selectAll().execute()),
  )
  return JSON.stringify(rows)
}

describe('erasing a person', () => {
  it('leaves none of their words, names or days, ends what was live and keeps the chain whole', async () => {
    const world = createWorld(testDatabase())
    const { young, offer } = await aRichRecord(world)
    const before = await everything(world)
    expect(before.split(CANARY).length).toBeGreaterThan(8)

    const ctx = acting(world, SYSTEM_ACTOR_ID)
    const person = await findCareLeaver(world.db, young.person.id)
    if (!person) throw new Error('The person is missing')
    expect(await erasePerson(ctx, person.id, await endEverything(ctx, person))).toBe('committed')

    const after = await everything(world)
    expect(after).not.toContain(CANARY)
    expect(after).not.toContain(young.account.email)
    expect(after).not.toContain(young.person.dateOfBirth)
    expect(after).not.toContain(young.person.caseReference)
    expect((await young.get('/my')).status).toBe(303)
    const places = await world.db.query
      .selectFrom('opportunity')
      .select('places_taken')
      .where('id', '=', offer.id)
      .executeTakeFirst()
    expect(places).toEqual({ places_taken: 0 })

    await world.runDue()
    const rows = await listSealed(world.db, 0, 10_000)
    expect(rows.length).toBeGreaterThan(5)
    expect(await findBrokenSeal(world.secrets, rows)).toBeUndefined()
    const changed = rows.map((row, index) => (index === 2 ? { ...row, action: 'other' } : row))
    expect(await findBrokenSeal(world.secrets, changed)).toBe(rows[2]?.id)
  })

  it('finds nobody the second time', async () => {
    const world = createWorld(testDatabase())
    const { young } = await aRichRecord(world)
    const ctx = acting(world, SYSTEM_ACTOR_ID)
    const person = await findCareLeaver(world.db, young.person.id)
    if (!person) throw new Error('The person is missing')
    const ending = await endEverything(ctx, person)
    await erasePerson(ctx, person.id, ending)
    expect(await erasePerson(ctx, person.id, ending)).toBe('not-found')
  })
})
