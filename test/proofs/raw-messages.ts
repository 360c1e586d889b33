import { connect } from 'node:net'
import type { Chance } from '../../db/seed/demo/chance'
import { HANG_MS } from './ask'

const LINES = [
  'GET / HTTP/1.1',
  'GET /opportunities HTTP/1.0',
  'GET / HTTP/9.9',
  'GET /',
  'GET  /  HTTP/1.1',
  'get / http/1.1',
  'GET http://evil.example/opportunities HTTP/1.1',
  'GET //evil.example/ HTTP/1.1',
  'GET /\\evil HTTP/1.1',
  'GET * HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'CONNECT evil.example:443 HTTP/1.1',
  'TRACE / HTTP/1.1',
  'POST /sign-in HTTP/1.1',
  'POST /sign-in?x=y HTTP/1.1',
  'BREW /pot HTTP/1.1',
  'PRI * HTTP/2.0',
  'GET /\0 HTTP/1.1',
  'GET /\u00ff\u00fe HTTP/1.1',
  `GET /${'a'.repeat(9_000)} HTTP/1.1`,
  'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1',
  'GET /assets/../../server.js HTTP/1.1',
  'GET /assets/%2e%2e%2fserver.js HTTP/1.1',
  'GET /assets/..%5c..%5cpackage.json HTTP/1.1',
  '',
]

const HEADERS = [
  'Host: localhost',
  'Host: evil.example',
  'Host:',
  'Host: a b',
  'Host: localhost\r\nHost: evil.example',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Content-Length: 5\r\nContent-Length: 6',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: chunked\r\nContent-Length: 5',
  'Transfer-Encoding: gzip, chunked',
  'Transfer-Encoding : chunked',
  'Expect: 100-continue',
  'Expect: something-else',
  'Upgrade: websocket\r\nConnection: Upgrade',
  'Connection: close',
  'Origin: http://localhost',
  'Content-Type: application/x-www-form-urlencoded',
  `Cookie: ${'a=b; '.repeat(2_000)}`,
  'Cookie: __Host-sid=%ff%fe; __Host-sid=x',
  ' folded: header',
  'No colon at all',
  'X: \0',
  'X: \u00ff',
  ': no name',
  ...Array.from({ length: 3 }, (_, index) => `X-${index}: ${'v'.repeat(4_000)}`),
]

const BODIES = [
  '',
  'hello',
  'key=1&email=a@b.example',
  '5\r\nhello\r\n0\r\n\r\n',
  'zz\r\nhello\r\n',
  'ffffffffffffffff\r\nhello',
  '0\r\n\r\nGET /my HTTP/1.1\r\nHost: localhost\r\n\r\n',
  '\0'.repeat(200),
]

/** A message that is no request, hardly one, or two at once. */
export function drawMessage(chance: Chance): Buffer {
  if (chance.happens(0.08)) return Buffer.from(Array.from({ length: 400 }, () => chance.between(0, 255)))
  const headers = chance.some(HEADERS, chance.between(0, 5))
  if (chance.happens(0.6)) headers.unshift('Host: localhost')
  const end = chance.happens(0.9) ? '\r\n' : '\n'
  const message = [chance.pick(LINES), ...headers, '', chance.pick(BODIES)].join(end)
  const whole = chance.happens(0.1) ? message.slice(0, chance.between(0, message.length)) : message
  return Buffer.from(chance.happens(0.1) ? whole.repeat(3) : whole, 'latin1')
}

/**
 * Sends a message as it is and then nothing more.
 * @returns all that came back, or undefined when the product kept the connection for longer than five seconds
 */
export function sendRaw(port: number, message: Buffer): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    const parts: Buffer[] = []
    const late = setTimeout(() => finish(undefined), HANG_MS)
    const finish = (answer: string | undefined) => {
      clearTimeout(late)
      socket.destroy()
      resolve(answer)
    }
    const received = () => Buffer.concat(parts).toString('latin1')
    socket.on('data', (part) => parts.push(part))
    socket.on('error', () => finish(received()))
    socket.on('close', () => finish(received()))
    socket.end(message)
  })
}
