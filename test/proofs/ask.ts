import { Agent, type IncomingHttpHeaders, request } from 'node:http'

/** Longer than this and the product hangs. */
export const HANG_MS = 5_000

export type Asked = {
  method?: string
  path: string
  headers?: Readonly<Record<string, string | readonly string[]>>
  body?: string | Uint8Array
}

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; milliseconds: number }

/** Kept open; the product closes what is idle for five seconds. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/**
 * One request exactly as it is given: nothing is added but `Host` and the length, and no redirect is followed.
 * @throws when there is no whole answer within five seconds
 */
export async function ask(port: number, asked: Asked): Promise<Answer> {
  try {
    return await askOnce(port, asked)
  } catch (error) {
    // The product closed a kept connection just as it was used again: it has not seen this request.
    if (error instanceof ClosedBefore) return askOnce(port, asked)
    throw error
  }
}

class ClosedBefore extends Error {}

function askOnce(port: number, { method = 'GET', path, headers = {}, body }: Asked): Promise<Answer> {
  const startedAt = performance.now()
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const sent = request({
      agent,
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { host: `localhost:${port}`, ...length, ...(headers as Record<string, string>) },
    })
    const late = setTimeout(() => sent.destroy(new Error(`No answer in ${HANG_MS} ms`)), HANG_MS)
    sent.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(late)
      reject(sent.reusedSocket && error.code === 'ECONNRESET' ? new ClosedBefore() : error)
    })
    sent.once('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.once('end', () => {
        clearTimeout(late)
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
          milliseconds: performance.now() - startedAt,
        })
      })
    })
    sent.end(body)
  })
}
