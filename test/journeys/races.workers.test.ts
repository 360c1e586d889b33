import { env } from 'cloudflare:workers'
import { describe, it } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { createWorld } from '../support/world'
import {
  raceForTheLastPlace,
  raceProposalAgainstAStop,
  raceYesAgainstTheEndOfItsHold,
  sendTheSameFormManyTimes,
} from './races.journey'

/** `npm run prove -- race` asks for more. */
const rounds = Number((env as unknown as { RACE_ROUNDS: string }).RACE_ROUNDS)

describe('races on Workers', () => {
  // First: rows stay from test to test, and among the mail of many rounds the code to sign in with is not found.
  it('answers the same form the same way, however often it is sent', async () =>
    sendTheSameFormManyTimes(createWorld(await d1Database()), { times: 10 }))

  it('puts nobody to an offer that has stopped, twenty times', async () =>
    raceProposalAgainstAStop(createWorld(await d1Database()), { rounds: 20 }))

  it(
    `gives the last place to one of 32, ${rounds} times`,
    async () => raceForTheLastPlace(createWorld(await d1Database()), { rounds, proposals: 32 }),
    60_000 + rounds * 6_000,
  )

  it(
    `lets a yes or the end of its hold win, never both, ${rounds} times`,
    async () => {
      await raceYesAgainstTheEndOfItsHold(createWorld(await d1Database()), { rounds })
    },
    60_000 + rounds * 2_000,
  )
})
