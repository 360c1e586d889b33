import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/**
 * What the product is measured against, in the same kind of process: Hono saying a word, and Hono giving out pages
 * that are ready in memory. The pages come as JSON, body by path, in the file named by the first argument.
 */
const bodies = new Map(
  Object.entries(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Record<string, string>),
)
const app = new Hono()
app.get('/plain', (c) => c.text('ok'))
app.get('*', (c) => {
  const { pathname, search } = new URL(c.req.url)
  const body = bodies.get(pathname + search)
  return body === undefined ? c.notFound() : c.html(body)
})
const server = serve({ fetch: app.fetch, port: 0, hostname: 'localhost' }, ({ port }) => {
  console.log(`Listening on ${port}`)
})
process.once('SIGTERM', () => {
  server.close()
  process.exit(0)
})
