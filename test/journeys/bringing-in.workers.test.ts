import { describe, it } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { createWorld } from '../support/world'
import { walkBringingIn } from './bringing-in.journey'

describe('bringing opportunities in on Workers', () => {
  it('makes drafts of a spreadsheet and of a page', async () =>
    walkBringingIn(createWorld(await d1Database())))
})
