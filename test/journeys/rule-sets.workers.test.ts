import { describe, it } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { createWorld } from '../support/world'
import { changeTheRules, raceForTheRules, refuseBadRuleSets } from './rule-sets.journey'

const aWorld = async () => createWorld(await d1Database())

describe('the rules on Workers', () => {
  it('change when somebody else has looked', async () => changeTheRules(await aWorld()))
  it('are changed by one of two at once', async () => raceForTheRules(await aWorld(), { rounds: 3 }))
  it('are kept whole by the schema', async () => refuseBadRuleSets(await aWorld()))
})
