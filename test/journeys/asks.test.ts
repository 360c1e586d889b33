import { describe, it } from 'vitest'
import { testDatabase } from '../support/database'
import { createWorld } from '../support/world'
import { askAndHearNo, askAndPost, askAtOnce, letAskLapse } from './asks.journey'

const aWorld = async () => createWorld(testDatabase())

describe('asking the champions on Node', () => {
  it('is settled by what they publish', async () => askAndPost(await aWorld()))
  it('hears no, and does not ask again at once', async () => askAndHearNo(await aWorld()))
  it('keeps one of two who ask or answer at once', async () => askAtOnce(await aWorld()))
  it('ends by itself, and is forgotten', async () => letAskLapse(await aWorld()))
})
