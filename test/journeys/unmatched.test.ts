import { describe, it } from 'vitest'
import { testDatabase } from '../support/database'
import { createWorld } from '../support/world'
import { keepNoMatchWhole, lookForTheUnmatched, raceForTheUnmatched } from './unmatched.journey'

const aWorld = async () => createWorld(testDatabase())

describe('the unmatched on Node', () => {
  it('wait for a human and are dropped by nobody', async () => lookForTheUnmatched(await aWorld()))
  it('are looked at by one of two at once', async () => raceForTheUnmatched(await aWorld(), { rounds: 3 }))
  it('are kept whole by the schema and go with the person', async () => keepNoMatchWhole(await aWorld()))
})
