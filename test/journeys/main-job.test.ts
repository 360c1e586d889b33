import { describe, it } from 'vitest'
import { testDatabase } from '../support/database'
import { createWorld } from '../support/world'
import { walkMainJob, walkStopping } from './main-job.journey'

describe('the main job on Node', () => {
  it('goes from an empty installation to a completed placement', () =>
    walkMainJob(createWorld(testDatabase())))
  it('lets a young person stop at any time', () => walkStopping(createWorld(testDatabase())))
})
