import { describe, it } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { createWorld } from '../support/world'
import { findAndComeBack, lookInTwoTabs, tellWhatIsMissing } from './finding.journey'

const aWorld = async () => createWorld(await d1Database())

describe('finding something on Workers', () => {
  it('goes on where somebody was, until they sign out', async () => findAndComeBack(await aWorld()))
  it('tells the team what is missing', async () => tellWhatIsMissing(await aWorld()))
  it('keeps five searches, whoever is faster', async () => lookInTwoTabs(await aWorld()))
})
