import { describe, it } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { createWorld } from '../support/world'
import { raceForTheLastPlace, raceYesAgainstTheEndOfItsHold, sendTheSameFormManyTimes } from './races.journey'

describe('races on Workers', () => {
  it(
    'gives the last place to one of 32, fifty times',
    async () => raceForTheLastPlace(createWorld(await d1Database()), { rounds: 50, proposals: 32 }),
    300_000,
  )

  it('lets a yes or the end of its hold win, never both, fifty times', async () => {
    await raceYesAgainstTheEndOfItsHold(createWorld(await d1Database()), { rounds: 50 })
  }, 120_000)

  it('answers the same form the same way, however often it is sent', async () =>
    sendTheSameFormManyTimes(createWorld(await d1Database()), { times: 10 }))
})
