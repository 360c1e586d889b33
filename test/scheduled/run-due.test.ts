import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { toStatement } from '../../db/database'
import { faultOf } from '../../src/log'
import { testDatabase } from '../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenProposal,
  givenPublished,
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
