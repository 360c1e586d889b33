import { describe, expect, it } from 'vitest'
import { testDatabase } from '../support/database'
import { createWorld } from '../support/world'
import {
  raceForTheLastPlace,
  raceProposalAgainstAStop,
  raceYesAgainstTheEndOfItsHold,
  sendTheSameFormManyTimes,
} from './races.journey'

describe('races on Node', () => {
  it(
    'gives the last place to one of 32, fifty times',
    () => raceForTheLastPlace(createWorld(testDatabase()), { rounds: 50, proposals: 32 }),
    120_000,
  )

  it('lets a yes or the end of its hold win, never both, fifty times', async () => {
    const yeses = await raceYesAgainstTheEndOfItsHold(createWorld(testDatabase()), { rounds: 50 })
    expect(yeses).toBeLessThanOrEqual(50)
  })

  it('puts nobody to an offer that has stopped, twenty times', () =>
    raceProposalAgainstAStop(createWorld(testDatabase()), { rounds: 20 }))

  it('answers the same form the same way, however often it is sent', () =>
    sendTheSameFormManyTimes(createWorld(testDatabase()), { times: 10 }))
})
