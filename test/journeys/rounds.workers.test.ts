import { describe, it } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { createWorld } from '../support/world'
import {
  eraseSomebodyMeanwhile,
  eraseSomebodyOfARound,
  raceForOneSuggestion,
  walkARound,
} from './rounds.journey'

const aWorld = async () => createWorld(await d1Database())

describe('a round on Workers', () => {
  it('goes from opening to the last decision', async () => walkARound(await aWorld()))
  it('lets nobody be traced who is erased, and replays the same', async () =>
    eraseSomebodyOfARound(await aWorld()))
  it('is whole without somebody who was erased meanwhile', async () => eraseSomebodyMeanwhile(await aWorld()))
  it('settles one suggestion once', async () =>
    raceForOneSuggestion(await aWorld(), { rounds: 5, brokers: 4 }))
})
