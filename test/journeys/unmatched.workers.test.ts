import { describe, it } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { createWorld } from '../support/world'
import { keepNoMatchWhole, lookForTheUnmatched, raceForTheUnmatched } from './unmatched.journey'

const aWorld = async () => createWorld(await d1Database())

describe('the unmatched on Workers', () => {
  it('wait for a human and are dropped by nobody', async () => lookForTheUnmatched(await aWorld()))
  it('are looked at by one of two at once', async () => raceForTheUnmatched(await aWorld(), { rounds: 3 }))
  it('are kept whole by the schema and go with the person', async () => keepNoMatchWhole(await aWorld()))
})
