import { expect } from 'vitest'
import type { AccountId, CareLeaverId, MatchId, OrganisationId } from '../../src/domain/ids'
import { randomId } from '../../src/auth/secrets'
import { addProposal } from '../../db/statements/matches'
import { recordAudit } from '../../db/statements/record'
import { findMatch } from '../../db/queries/matches'
import { endHold } from '../../src/commands/matches/end-match'
import { SYSTEM_ACTOR_ID } from '../../src/domain/account'
import type { Browser } from '../support/browser'
import {
  acting,
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
  HOLD,
} from '../support/givens'
import type { World } from '../support/world'

async function anOwner(world: World): Promise<{ id: AccountId; organisationId: OrganisationId }> {
  const { id: organisationId } = await givenOrganisation(world, { name: `Parks ${randomId()}` })
  const owner = await givenAccount(world, 'champion', { organisationId })
  return { id: owner.id, organisationId }
}

const countOf = (statuses: readonly number[], status: number) =>
  statuses.filter((one) => one === status).length

/** Simultaneous proposals for the last place: one wins, the others get a kind page, nothing breaks. */
export async function raceForTheLastPlace(
  world: World,
  { rounds, proposals }: { rounds: number; proposals: number },
) {
  const owner = await anOwner(world)
  const brokers: Browser[] = []
  for (let index = 0; index < 4; index += 1) brokers.push(await givenSignedIn(world, 'broker'))
  const people: CareLeaverId[] = []
  for (let index = 0; index < proposals; index += 1)
    people.push((await givenCareLeaver(world, { name: `P${randomId()}` })).id)

  for (let round = 0; round < rounds; round += 1) {
    const offer = await givenPublished(world, owner, { places: 1 })
    const answers = await Promise.all(
      people.map((person, index) =>
        (brokers[index % brokers.length] as Browser).post(
          `/team/opportunities/${offer.id}/people/${person}/propose`,
          { reason: 'Fits', ...HOLD },
        ),
      ),
    )
    const statuses = answers.map(({ status }) => status)
    expect([round, countOf(statuses, 303), countOf(statuses, 409)]).toEqual([round, 1, proposals - 1])
    const row = await world.db.query
      .selectFrom('opportunity')
      .select(['places_taken', 'places_filled'])
      .where('id', '=', offer.id)
      .executeTakeFirst()
    expect(row).toEqual({ places_taken: 1, places_filled: 0 })
  }
}

/** A proposal that arrives as the offer is stopped: whichever is first, nobody is put to what has stopped. */
export async function raceProposalAgainstAStop(world: World, { rounds }: { rounds: number }) {
  const owner = await anOwner(world)
  const broker = await givenSignedIn(world, 'broker')
  const colleague = await givenSignedIn(world, 'broker')
  const person = await givenCareLeaver(world)
  for (let round = 0; round < rounds; round += 1) {
    const offer = await givenPublished(world, owner, { places: 2 })
    const propose = () =>
      broker.post(`/team/opportunities/${offer.id}/people/${person.id}/propose`, { reason: 'Fits', ...HOLD })
    const stop = () => colleague.post(`/team/opportunities/${offer.id}/stop`, { reason: 'Not right' })
    const [first, second] = round % 2 === 0 ? [propose(), stop()] : [stop(), propose()]
    const answers = await Promise.all([first, second])
    const [proposed, stopped] = round % 2 === 0 ? answers : answers.toReversed()
    expect([round, stopped?.status, [303, 409].includes(proposed?.status ?? 0)]).toEqual([round, 303, true])
    // Once it has stopped, no later proposal gets through.
    expect((await propose()).status).toBe(409)
    const rows = await world.db.query
      .selectFrom('match')
      .where('opportunity_id', '=', offer.id)
      .select('id')
      .execute()
    expect(rows).toHaveLength(proposed?.status === 303 ? 1 : 0)
  }
}

async function aProposal(
  world: World,
  about: {
    owner: { id: AccountId; organisationId: OrganisationId }
    person: CareLeaverId
    broker: AccountId
  },
): Promise<MatchId> {
  const offer = await givenPublished(world, about.owner, { places: 1 })
  const id = randomId() as MatchId
  const at = world.now().toISOString()
  await world.db.commit([
    recordAudit(world.db, {
      at,
      actorId: 'test',
      action: 'match.propose',
      subject: `match:${id}`,
      version: 1,
    }),
    addProposal(world.db, {
      id,
      opportunityId: offer.id,
      careLeaverId: about.person,
      interestId: null,
      brokerId: about.broker,
      reason: 'Fits',
      wordsToPerson: '',
      holdUntil: '2026-11-23',
      evidence: '{}',
      createdAt: at,
    }),
  ])
  return id
}

/** A yes that arrives as the hold ends: exactly one of the two happens, and the place is counted once. */
export async function raceYesAgainstTheEndOfItsHold(world: World, { rounds }: { rounds: number }) {
  const owner = await anOwner(world)
  const broker = await givenAccount(world, 'broker')
  const { person, ...browser } = await givenYoungPerson(world)
  const system = acting(world, SYSTEM_ACTOR_ID)
  let yeses = 0
  for (let round = 0; round < rounds; round += 1) {
    const id = await aProposal(world, { owner, person: person.id, broker: broker.id })
    const match = await findMatch(world.db, id)
    if (!match) throw new Error('The proposal is missing')
    const say = () => browser.post(`/my/offers/${id}/yes/send`, { nameUsed: 'Robbie' })
    const end = () => endHold(system, match)
    const [first, second] = round % 2 === 0 ? [say(), end()] : [end(), say()]
    const results = await Promise.all([first, second])
    const answer = results.find((result) => result instanceof Response) as Response
    const ended = results.find((result) => typeof result === 'string')
    const state = (await findMatch(world.db, id))?.state
    expect([answer.status, ended, state]).toEqual(
      answer.status === 303 ? [303, 'changed-meanwhile', 'introduced'] : [409, 'committed', 'expired'],
    )
    yeses += answer.status === 303 ? 1 : 0
    const row = await world.db.query
      .selectFrom('opportunity')
      .select(['places_taken', 'places_filled'])
      .where('id', '=', match.opportunityId)
      .executeTakeFirst()
    expect(row).toEqual(
      answer.status === 303 ? { places_taken: 1, places_filled: 1 } : { places_taken: 0, places_filled: 0 },
    )
  }
  return yeses
}

/** The same form sent many times at once: one effect, and the same answer for all. */
export async function sendTheSameFormManyTimes(world: World, { times }: { times: number }) {
  const owner = await anOwner(world)
  const broker = await givenSignedIn(world, 'broker')
  const person = await givenCareLeaver(world)
  const offer = await givenPublished(world, owner, { places: 5 })
  const key = randomId()
  const path = `/team/opportunities/${offer.id}/people/${person.id}/propose`
  const send = () => broker.post(path, { reason: 'Fits', ...HOLD }, key)
  const answers = [...(await Promise.all(Array.from({ length: times }, send))), await send()]
  const places = new Set(answers.map((answer) => `${answer.status} ${answer.headers.get('location')}`))
  expect(places.size).toBe(1)
  expect([...places][0]).toMatch(/^303 \/team\/matches\//)
  const rows = await world.db.query
    .selectFrom('match')
    .select('id')
    .where('opportunity_id', '=', offer.id)
    .execute()
  expect(rows).toHaveLength(1)
  const other = await broker.post(path, { reason: 'Something else', ...HOLD }, key)
  expect(other.status).toBe(422)
}
