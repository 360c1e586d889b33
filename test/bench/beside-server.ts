import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/**
 * Hono saying a word, in a process that places all of England on another thread, as a round is placed beside the pages:
 * from `/start` on until `/stop`, again and again.
 */
// A thread does not inherit what reads TypeScript.
const round = JSON.stringify(pathToFileURL(resolve('test/bench/england-round.ts')).href)
const worker = new Worker(
  `import('tsx/esm/api').then(({ register }) => { register(); return import(${round}) })`,
  { eval: true },
)
const heard = (word: string) =>
  new Promise<void>((done) => {
    worker.on('message', function hear(message) {
      if (message !== word) return
      worker.off('message', hear)
      done()
    })
  })

const app = new Hono()
app.get('/plain', (c) => c.text('ok'))
app.get('/start', async (c) => {
  const begun = heard('begun')
  worker.postMessage('start')
  await begun
  return c.text('ok')
})
app.get('/stop', async (c) => {
  const resting = heard('resting')
  worker.postMessage('stop')
  await resting
  return c.text('ok')
})
await heard('ready')
const server = serve({ fetch: app.fetch, port: 0, hostname: 'localhost' }, ({ port }) => {
  console.log(`Listening on ${port}`)
})
process.once('SIGTERM', () => {
  server.close()
  process.exit(0)
})
