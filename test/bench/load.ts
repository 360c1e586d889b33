import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** What is asked again and again: paths in turn, over connections that stay open. */
export type Load = { port: number; paths: readonly string[]; cookie?: string }

const CONNECTIONS = 16
const SECONDS = 0.75
const HEAD_END = '\r\n\r\n'

/**
 * Keeps a server busy for a moment over plain sockets, so that the asking costs far less than the answering.
 * @returns answers a second
 * @throws when an answer is not a 200
 */
export async function requestsPerSecond({ port, paths, cookie }: Load): Promise<number> {
  const requests = paths.map((path) =>
    Buffer.from(
      `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n${cookie ? `Cookie: ${cookie}\r\n` : ''}\r\n`,
    ),
  )
  const begin = performance.now()
  const end = begin + SECONDS * 1000
  let sent = 0
  const next = () => requests[sent++ % requests.length] as Buffer
  const counts = await Promise.all(
    Array.from({ length: CONNECTIONS }, () =>
      keepAsking(port, () => (performance.now() < end ? next() : null)),
    ),
  )
  return (1000 * counts.reduce((sum, count) => sum + count, 0)) / (performance.now() - begin)
}

/** One connection: a request goes out when the answer before it is whole. */
async function keepAsking(port: number, next: () => Buffer | null): Promise<number> {
  const socket = connect({ port, host: 'localhost', noDelay: true })
  await once(socket, 'connect')
  let count = 0
  for (let request = next(); request !== null; request = next()) {
    socket.write(request)
    await wholeAnswer(socket)
    count += 1
  }
  socket.destroy()
  return count
}

function wholeAnswer(socket: Socket): Promise<void> {
  let head = ''
  let left = -1
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      if (left < 0) {
        head += chunk.toString('latin1')
        const at = head.indexOf(HEAD_END)
        if (at < 0) return
        if (!head.startsWith('HTTP/1.1 200')) return done(new Error(`An answer was ${head.slice(0, 40)}`))
        left = bodyLength(head.slice(0, at)) - (head.length - at - HEAD_END.length)
      } else left -= chunk.length
      if (left <= 0) done()
    }
    const done = (error?: Error) => {
      socket.off('data', hear)
      socket.off('error', done)
      return error ? reject(error) : resolve()
    }
    socket.on('data', hear)
    socket.on('error', done)
  })
}

function bodyLength(head: string): number {
  const length = /^content-length: (\d+)/im.exec(head)?.[1]
  if (length === undefined) throw new Error('An answer came without its length')
  return Number(length)
}
