import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { PlaceCohort } from './commands/rounds/compute-round'
import type { PlacedCohort } from './matching/cohort/cohort'

/** A Kent round is 600,000 pairs to look at. */
export const NODE_PAIRS_MAX = 20_000_000

/** A round of ten million pairs at most: what is left over is the service's own. */
const MEMORY_MB = 1024

type Message = { percent: number } | { placed: PlacedCohort }

/** Places a cohort on a thread of its own, so that pages go on being answered meanwhile. */
export const placeOnThread: PlaceCohort = (cohort, onProgress) =>
  new Promise((done, fail) => {
    const thread = new Worker(resolve('dist/round-thread.js'), {
      workerData: cohort,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    thread.on('message', (message: Message) => {
      if ('placed' in message) done(message.placed)
      else onProgress(message.percent)
    })
    thread.on('error', fail)
    thread.on('exit', (code) => fail(new Error(`The thread of a round ended with ${code}`)))
  })
