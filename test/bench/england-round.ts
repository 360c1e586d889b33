import { parentPort } from 'node:worker_threads'
import { allocate } from '../../src/matching/allocate/rules'
import { drawn } from './sizes'

/** Places England over and over between `start` and `stop`; between two placings it hears whether to stop. */
const england = drawn('england')
let isRunning = false

function place(): void {
  if (!isRunning) return parentPort?.postMessage('resting')
  allocate(england, 'best-fit')
  setImmediate(place)
}

parentPort?.on('message', (word: 'start' | 'stop') => {
  isRunning = word === 'start'
  if (!isRunning) return
  parentPort?.postMessage('begun')
  setImmediate(place)
})
parentPort?.postMessage('ready')
