import { describe, it } from 'vitest'
import { testDatabase } from '../support/database'
import { createWorld } from '../support/world'
import { keepTheRecord, raceForAStep, refuseSkippedSteps } from './mentors.journey'

const aWorld = async () => createWorld(testDatabase())

describe('the record of a mentor on Node', () => {
  it('goes step by step to being approved, and lapses by its date', async () => keepTheRecord(await aWorld()))
  it('cannot pass a step, by the schema', async () => refuseSkippedSteps(await aWorld()))
  it('takes one of two steps recorded at once', async () => raceForAStep(await aWorld()))
})
