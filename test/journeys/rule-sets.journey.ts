import { expect } from 'vitest'
import { findOpenRuleSet, listRuleSets, readRuleSet } from '../../db/queries/rule-sets'
import { replaceRuleSet } from '../../db/statements/rule-sets'
import { FIRST_RULE_SET } from '../../src/domain/rule-set/first-rule-set'
import { weightsValues } from '../../src/routes/team/rule-sets/rule-set.forms'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
} from '../support/givens'
import { givenRuleSet } from '../support/rule-sets'
import type { World } from '../support/world'

const AGE_RULE = {
  title: 'The scheme’s terms of November 2026',
  'asOf-day': '20',
  'asOf-month': '11',
  'asOf-year': '2026',
  'reviewOn-day': '1',
  'reviewOn-month': '9',
  'reviewOn-year': '2027',
}

/** Somebody whose birthday decides whether an offer without a start date is for them, when it may start in half a year. */
async function aScene(world: World) {
  const { id: organisationId } = await givenOrganisation(world)
  const owner = { id: (await givenAccount(world, 'champion', { organisationId })).id, organisationId }
  const person = await givenCareLeaver(world, { name: 'Robin', dateOfBirth: '2001-03-01' })
  const offer = await givenPublished(world, owner, {
    title: 'Tree team',
    startsOn: null,
    maxAge: 25,
    isRemote: true,
    weekTimes: [],
  })
  const manager = await givenSignedIn(world, 'manager', { name: 'Mo Field' })
  const broker = await givenSignedIn(world, 'broker', { name: 'Grace Lane' })
  return { person, offer, manager, broker, pair: `/team/opportunities/${offer.id}/people/${person.id}` }
}

/** A manager prepares a change, a broker looks at what it does and approves it, and from then on it counts. */
export async function changeTheRules(world: World) {
  const { manager, broker, pair } = await aScene(world)
  const askTheChampion = 'Ask the champion when it starts'
  expect(await broker.text(pair)).toContain(askTheChampion)

  const started = await manager.post('/team/rules', { reason: 'Offers start sooner now' })
  expect(started.status).toBe(303)
  const change = started.headers.get('location') ?? ''
  const saved = await manager.post(`${change}/rule/age-on-start-date`, {
    'start-within-days': '30',
    ...AGE_RULE,
  })
  expect(saved.status).toBe(303)
  const preview = await manager.text(change)
  expect(preview).toContain('180 days')
  expect(preview).toContain('30 days')
  expect(preview).toMatch(/Not enough information<\/td>\s*<td[^>]*>Eligible/)
  expect((await manager.post(`${change}/submit`)).status).toBe(303)

  // Nothing counts before somebody else has looked at it.
  expect(await broker.text(pair)).toContain(askTheChampion)
  expect(await broker.text('/team')).toContain('Change of the rules: Offers start sooner now')
  expect(
    (await manager.post(`${change}/decide`, { decision: 'approve', words: 'Mine', seen: '3' })).status,
  ).toBe(409)
  const approved = await broker.post(`${change}/decide`, {
    decision: 'approve',
    words: 'It reads well',
    seen: '3',
  })
  expect(approved.status).toBe(303)

  expect(await broker.text(pair)).not.toContain(askTheChampion)
  const inForce = await readRuleSet(world.db)
  expect(inForce).toMatchObject({ version: '2026-2', parameters: { 'start-within-days': 30 } })
  expect(inForce.sources['age-on-start-date'].title).toBe(AGE_RULE.title)
  expect(await broker.text('/team/rules')).toContain('Version 2026-2 is in force')
  expect(await broker.text(change.replace('/team/rules/', '/team/history/rule-set/'))).toContain(
    'Approved: in force from here',
  )
}

/** Two managers start, two of the team decide: one of each counts. */
export async function raceForTheRules(world: World, { rounds }: { rounds: number }) {
  for (let round = 0; round < rounds; round += 1) {
    const managers = [await givenSignedIn(world, 'manager'), await givenSignedIn(world, 'manager')]
    const starts = await Promise.all(managers.map((one) => one.post('/team/rules', { reason: 'A new law' })))
    expect(starts.map(({ status }) => status).sort()).toEqual([303, 409])
    const open = await findOpenRuleSet(world.db)
    const drafter = managers[starts.findIndex(({ status }) => status === 303)]
    const weights = { ...weightsValues(await readRuleSet(world.db)), interests: String(20 + round) }
    const rest = { goals: String(25 - round) }
    await drafter?.post(`/team/rules/${open?.id}/weights`, { ...weights, ...rest } as Record<string, string>)
    expect((await drafter?.post(`/team/rules/${open?.id}/submit`))?.status).toBe(303)
    const deciders = [await givenSignedIn(world, 'broker'), await givenSignedIn(world, 'broker')]
    const decided = await Promise.all(
      deciders.map((one, index) =>
        one.post(`/team/rules/${open?.id}/decide`, {
          decision: index === 0 ? 'approve' : 'send-back',
          words: 'Read',
          seen: '3',
        }),
      ),
    )
    expect(decided.map(({ status }) => status).sort()).toEqual([303, 409])
    if (decided[0]?.status !== 303)
      await drafter?.post(`/team/rules/${open?.id}/withdraw`, { withdrawReason: 'No' })
  }
  const versions = await listRuleSets(world.db)
  expect(versions.filter(({ state }) => state === 'in-force').length).toBeLessThanOrEqual(1)
}

/** What the schema refuses, whoever writes it. */
export async function refuseBadRuleSets(world: World) {
  const manager = await givenAccount(world, 'manager')
  const { version: basedOn } = await readRuleSet(world.db)
  const given = { draftedBy: manager.id, at: world.now().toISOString(), basedOn }
  const weights = { ...FIRST_RULE_SET.weights, interests: 26 }
  await expect(givenRuleSet(world.db, { ...given, values: { weights } })).rejects.toThrow(
    'weights do not sum',
  )
  const id = await givenRuleSet(world.db, { ...given, isSubmitted: true })
  const change = (values: Record<string, string>) =>
    world.db.commit([world.db.query.updateTable('rule_set').set(values).where('id', '=', id)])
  await expect(change({ decided_by: manager.id })).rejects.toThrow('somebody_else_decides')
  await expect(change({ state: 'in-force' })).rejects.toThrow('what_is_in_force_was_approved')
  const broker = await givenAccount(world, 'broker')
  const approved = { name: '2027-1', decided_by: broker.id, in_force_at: given.at }
  await world.db.commit([replaceRuleSet(world.db)])
  await change({ state: 'in-force', ...approved })
  await expect(change({ parameters: '{}' })).rejects.toThrow('rule set is in force')
  await expect(givenRuleSet(world.db, given)).rejects.toThrow('another rule set')
}
