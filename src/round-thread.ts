import { parentPort, workerData } from 'node:worker_threads'
import type { Cohort } from './matching/cohort/cohort'
import { placeCohort } from './matching/cohort/place-cohort'

/** Places one cohort on a thread of its own: it tells how far it is, then gives what came of it, and ends. */
const placed = placeCohort(workerData as Cohort, (percent) => parentPort?.postMessage({ percent }))
parentPort?.postMessage({ placed })
