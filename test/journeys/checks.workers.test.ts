import { describe, it } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { createWorld } from '../support/world'
import { askAndAnswer, askAYoungPerson, askNobodyWithoutAYes } from './checks.journey'

const aWorld = async () => createWorld(await d1Database())

describe('checks on Workers', () => {
  it('wait for whoever can settle them', async () => askAndAnswer(await aWorld()))
  it('ask somebody in their own words, once', async () => askAYoungPerson(await aWorld()))
  it('are of nobody who did not agree to be suggested', async () => askNobodyWithoutAYes(await aWorld()))
})
