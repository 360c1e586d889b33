import { describe, it } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { createWorld } from '../support/world'
import { keepTheRecord, raceForAStep, refuseSkippedSteps } from './mentors.journey'

const aWorld = async () => createWorld(await d1Database())

describe('the record of a mentor on Workers', () => {
  it('goes step by step to being approved, and lapses by its date', async () => keepTheRecord(await aWorld()))
  it('cannot pass a step, by the schema', async () => refuseSkippedSteps(await aWorld()))
  it('takes one of two steps recorded at once', async () => raceForAStep(await aWorld()))
})
