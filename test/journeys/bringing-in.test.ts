import { describe, it } from 'vitest'
import { testDatabase } from '../support/database'
import { createWorld } from '../support/world'
import { walkBringingIn } from './bringing-in.journey'

describe('bringing opportunities in on Node', () => {
  it('makes drafts of a spreadsheet and of a page', () => walkBringingIn(createWorld(testDatabase())))
})
