import { describe, it } from 'vitest'
import { d1Database } from '../support/workers/d1-database'
import { createWorld } from '../support/world'
import { walkMainJob } from './main-job.journey'

describe('the main job on Workers', () => {
  it('goes from an empty installation to a completed placement', async () =>
    walkMainJob(createWorld(await d1Database())))
})
