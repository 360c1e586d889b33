import { describe, it } from 'vitest'
import { testDatabase } from '../support/database'
import { createWorld } from '../support/world'
import { findAndComeBack, lookInTwoTabs, tellWhatIsMissing } from './finding.journey'

const aWorld = async () => createWorld(testDatabase())

describe('finding something on Node', () => {
  it('goes on where somebody was, until they sign out', async () => findAndComeBack(await aWorld()))
  it('tells the team what is missing', async () => tellWhatIsMissing(await aWorld()))
  it('keeps five searches, whoever is faster', async () => lookInTwoTabs(await aWorld()))
})
