import { describe, it } from 'vitest'
import { testDatabase } from '../support/database'
import { createWorld } from '../support/world'
import { askAndAnswer, askAYoungPerson, askNobodyWithoutAYes } from './checks.journey'

const aWorld = async () => createWorld(testDatabase())

describe('checks on Node', () => {
  it('wait for whoever can settle them', async () => askAndAnswer(await aWorld()))
  it('ask somebody in their own words, once', async () => askAYoungPerson(await aWorld()))
  it('are of nobody who did not agree to be suggested', async () => askNobodyWithoutAYes(await aWorld()))
})
