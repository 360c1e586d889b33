import { describe, it } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { createWorld } from '../support/world'
import { askAndHearNo, askAndPost, askAtOnce, letAskLapse } from './asks.journey'

const aWorld = async () => createWorld(await d1Database())

describe('asking the champions on Workers', () => {
  it('is settled by what they publish', async () => askAndPost(await aWorld()))
  it('hears no, and does not ask again at once', async () => askAndHearNo(await aWorld()))
  it('keeps one of two who ask or answer at once', async () => askAtOnce(await aWorld()))
  it('ends by itself, and is forgotten', async () => letAskLapse(await aWorld()))
})
