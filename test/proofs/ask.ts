import { Agent, type IncomingHttpHeaders, request } from 'node:http'

/** Longer than this and the product hangs. */
const HANG_MS = 5_000

export type Asked = {
  method?: string
  path: string
  headers?: Readonly<Record<string, string | readonly string[]>>
  body?: string | Uint8Array
}

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; milliseconds: number }

/** One connection at a time for each that asks at once, kept open. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/**
 * One request exactly as it is given: nothing is added but `Host`, and no redirect is followed.
 * @throws when there is no whole answer within five seconds
 */
export function ask(port: number, { method = 'GET', path, headers = {}, body }: Asked): Promise<Answer> {
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
    sent.once('error', (error) => {
      clearTimeout(late)
      reject(error)
    })
    sent.once('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('error', reject)
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
