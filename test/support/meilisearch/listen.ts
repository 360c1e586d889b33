import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FakeMeilisearch } from './fake-server'

/** The stand-in on a port of its own, for products that run as processes of their own. */
export async function listen(fake: FakeMeilisearch): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => void answer(fake, request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answer(fake: FakeMeilisearch, request: IncomingMessage, response: ServerResponse) {
  if (fake.fault === 'down') return request.socket.destroy()
  // Whoever asks gives up long before, and the connection is closed then.
  if (fake.fault === 'slow') return request.resume()
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const sent = Buffer.concat(parts).toString('utf8')
  const { status, body, text, location } = fake.handle({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    key: request.headers.authorization?.replace(/^Bearer /, '') ?? null,
    ...(sent === '' ? {} : { body: JSON.parse(sent) as unknown }),
  })
  response.writeHead(status, location ? { location } : { 'content-type': 'application/json' })
  response.end(text ?? (body === null ? undefined : JSON.stringify(body)))
}
