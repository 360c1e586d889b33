import { paths } from '../../src/paths'
import type { Answer } from './ask'

/** What every answer has to say to a browser, whatever it is about: `security.md` 4 and T8. */
const REQUIRED: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** What tells more of the machinery than anybody needs. */
const UNWANTED = ['server', 'x-powered-by', 'access-control-allow-origin', 'etag', 'last-modified']

/** Files that are the same for everybody are kept by browsers; nothing else is. */
const isFile = (path: string, status: number) => path.startsWith('/assets/') && status === 200

/** What goes out to machines of others: anybody's pages may read it, and it is asked for each time whether it stands. */
const isOutward = (path: string) =>
  path.startsWith(`${paths.api.home}/`) || FEEDS.includes(path.replace(/\?.*/, ''))

const FEEDS: readonly string[] = [paths.robots, paths.sitemap, paths.feed]

const OUTWARD: readonly string[] = ['access-control-allow-origin', 'etag']

/** What an answer to a machine has to say beyond the rest; nothing else may say it. */
function outwardFaults({ status, headers }: Pick<Answer, 'status' | 'headers'>): string[] {
  const isKept = status === 200 || status === 304
  const expected = isKept ? /^no-cache$/ : /^no-store$/
  return [
    ...(expected.test(headers['cache-control'] ?? '')
      ? []
      : [`cache-control is ${headers['cache-control']}`]),
    ...(isKept && !headers.etag ? ['has no etag'] : []),
    ...(isKept && headers['access-control-allow-origin'] !== '*' ? ['is closed to other sites'] : []),
    ...('access-control-allow-credentials' in headers ? ['lets cookies cross'] : []),
    ...('set-cookie' in headers ? ['sets a cookie'] : []),
  ]
}

/** What is missing, wrong or too much in the headers of an answer. */
export function headerFaults(path: string, { status, headers }: Answer): string[] {
  const wrong = Object.entries(REQUIRED).filter(([name, value]) => headers[name] !== value)
  const missing = wrong.map(([name]) => `${name} is ${String(headers[name])}`)
  const isOut = isOutward(path)
  const unwanted = isOut ? UNWANTED.filter((name) => !OUTWARD.includes(name)) : UNWANTED
  const present = isFile(path, status) ? [] : unwanted.filter((name) => name in headers)
  const tooMuch = present.map((name) => `has ${name}`)
  if (isOut) return [...missing, ...tooMuch, ...outwardFaults({ status, headers })]
  const cached = isFile(path, status) ? /max-age/ : /^no-store$/
  return [
    ...missing,
    ...(cached.test(headers['cache-control'] ?? '') ? [] : [`cache-control is ${headers['cache-control']}`]),
    ...tooMuch,
    ...cookieFaults(headers['set-cookie'] ?? []),
  ]
}

function cookieFaults(cookies: readonly string[]): string[] {
  return cookies
    .filter(
      (cookie) => !cookie.startsWith('__Host-') || !/; Secure/i.test(cookie) || !/; HttpOnly/i.test(cookie),
    )
    .map((cookie) => `cookie ${cookie.split('=')[0]} is not kept to this host, to TLS and from scripts`)
}
