import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { toStatement } from '../../db/database'
import { faultOf } from '../../src/log'
import { endCheckTask } from '../../db/statements/check-tasks'
import { findLiveMentorRequest } from '../../db/queries/mentor-requests'
import { givenCheckTask } from '../support/check-tasks'
import { givenMentor } from '../support/mentors'
import { givenRuleSet } from '../support/rule-sets'
import { givenRound } from '../support/rounds'
import { testDatabase } from '../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenProposal,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
} from '../support/givens'
import { createWorld, DAY } from '../support/world'

it('does everything else that is due when one thing cannot be done, and says what failed', async () => {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const owner = { id: (await givenAccount(world, 'champion', { organisationId })).id, organisationId }
  const offers = [await givenPublished(world, owner), await givenPublished(world, owner)]
  const held: Awaited<ReturnType<typeof givenProposal>>[] = []
  for (const offer of offers)
    held.push(await givenProposal(world, offer.id, (await givenCareLeaver(world)).id))
  await world.db.commit([
    toStatement(
      world.db,
      sql.raw(
        `CREATE TRIGGER broken BEFORE UPDATE ON match WHEN NEW.id = '${held[0]?.matchId}' BEGIN SELECT RAISE(ABORT, 'broken'); END`,
      ),
    ),
  ])
  world.wait(10 * DAY)
  const fault = await world.runDue().catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(AggregateError)
  expect(faultOf(fault)).toContain('ConstraintError')
  const states = await world.db.query.selectFrom('match').select(['id', 'state']).execute()
  const stateOf = (index: number) => states.find(({ id }) => id === held[index]?.matchId)?.state
  expect([stateOf(0), stateOf(1)]).toEqual(['proposed', 'expired'])
})

it('forgets rounds and checks two years after they ended, and nothing of what goes on', async () => {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const owner = { id: (await givenAccount(world, 'champion', { organisationId })).id, organisationId }
  const broker = await givenSignedIn(world, 'broker')
  const people = [(await givenCareLeaver(world)).id, (await givenCareLeaver(world)).id]
  const [offer, other] = [await givenPublished(world, owner), await givenPublished(world, owner)]
  const at = world.now().toISOString()
  const aRound = () =>
    givenRound(world.db, { openedBy: broker.id, people, offer: offer.id, at, isChosen: true })
  const [ended, goingOn] = [await aRound(), await aRound()]
  const closing = { ending: 'close', endReason: 'All done' }
  expect((await broker.post(`/team/rounds/${ended.id}/end`, closing)).status).toBe(303)
  const aCheck = (opportunityId: typeof offer.id) =>
    givenCheckTask(world.db, {
      careLeaverId: people[0] ?? null,
      opportunityId,
      askedBy: broker.id,
      at,
      turn: 'team',
    })
  const [settled, open] = [await aCheck(offer.id), await aCheck(other.id)]
  const words = { state: 'answered', words: 'Settled', by: broker.id, at } as const
  await world.db.commit([endCheckTask(world.db, settled, words)])

  const left = async () => ({
    rounds: (await world.db.query.selectFrom('round').select('id').execute()).map(({ id }) => id).sort(),
    people: (await world.db.query.selectFrom('round_person').select('round_id').execute()).length,
    checks: (await world.db.query.selectFrom('check_task').select('id').execute()).map(({ id }) => id).sort(),
  })
  world.wait(729 * DAY)
  await world.runDue()
  expect(await left()).toEqual({
    rounds: [ended.id, goingOn.id].sort(),
    people: 4,
    checks: [settled, open].sort(),
  })
  world.wait(2 * DAY)
  await world.runDue()
  expect(await left()).toEqual({ rounds: [goingOn.id], people: 2, checks: [open] })
})

it('forgets mentoring, mentors and withdrawn rules two years after they ended, and nothing of what goes on', async () => {
  const world = createWorld(testDatabase())
  const coordinator = await givenSignedIn(world, 'coordinator')
  const manager = await givenSignedIn(world, 'manager')
  const [first, second] = [await givenMentor(world, { firstName: 'Ines' }), await givenMentor(world)]
  const ask = async (name: string) => {
    const young = await givenYoungPerson(world, { name })
    await young.post('/my/talk', { kind: 'mentor', languages: [], help: ['confidence'] })
    const id = (await findLiveMentorRequest(world.db, young.person.id))?.id ?? ''
    await coordinator.post(`/mentoring/requests/${id}/offer`, {
      mentors: [name === 'Robin' ? first : second],
      reason: `For ${name}`,
    })
    return { ...young, id }
  }
  const [robin, alex] = [await ask('Robin'), await ask('Alex')]
  expect((await robin.post('/my/talk/withdraw')).status).toBe(303)
  expect(
    (
      await coordinator.post(`/mentoring/mentors/${first}/stop`, {
        stop: 'end',
        reason: 'other',
        stopWords: 'Noted',
      })
    ).status,
  ).toBe(303)
  const draft = await givenRuleSet(world.db, { draftedBy: manager.id, at: world.now().toISOString() })
  const withdrawn = await manager.post(`/team/rules/${draft}/withdraw`, { withdrawReason: 'Not needed' })
  expect(withdrawn.status).toBe(303)

  const count = async (table: 'mentor' | 'mentor_step' | 'mentor_request' | 'mentor_choice' | 'rule_set') =>
    (
      await world.db.query
        .selectFrom(table)
        .select('id' as never)
        .execute()
    ).length
  const left = async () => ({
    mentors: await count('mentor'),
    requests: await count('mentor_request'),
    choices: await count('mentor_choice'),
    drafts: await count('rule_set'),
    words: (await world.db.query.selectFrom('audit_words').select('words').execute())
      .map(({ words }) => words)
      .toSorted(),
  })
  world.wait(729 * DAY)
  await world.runDue()
  const before = await left()
  expect(before).toMatchObject({ mentors: 2, requests: 2, choices: 2, drafts: 1 })
  expect(before.words).toEqual(expect.arrayContaining(['For Alex', 'For Robin', 'Noted']))
  world.wait(2 * DAY)
  await world.runDue()
  const after = await left()
  expect(after).toMatchObject({ mentors: 1, requests: 1, choices: 1, drafts: 0 })
  expect(after.words).toContain('For Alex')
  expect(after.words).not.toContain('For Robin')
  expect(after.words).not.toContain('Noted')
  expect((await findLiveMentorRequest(world.db, alex.person.id))?.state).toBe('open')
})
