import { describe, it } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { createWorld } from '../support/world'
import { walkStopping } from './main-job.journey'

describe('stopping on Workers', () => {
  it('is open to a young person at any time', async () => walkStopping(createWorld(await d1Database())))
})
