import { encodeForm, type Fields } from '../support/browser'

/** A way to send a form. */
export type Forgery = {
  name: string
  /** What the product may answer with. */
  refused: readonly number[]
  method?: string
  query?: string
  make(fields: Fields): { headers: Record<string, string>; body: string }
}

const FORM = 'application/x-www-form-urlencoded'
const EVIL = 'https://evil.example'

let sent = 0

/** A key of its own each time, so that no answer is a repeated one. */
function nextKey(): string {
  sent += 1
  return sent.toString(16).padStart(32, '0')
}

const asForm = (headers: Record<string, string>) => (fields: Fields) => ({
  headers: { 'content-type': FORM, ...headers },
  body: encodeForm(nextKey(), fields),
})

/** What another site, or a page that hides where it is from, can make a browser send. */
export function forgeriesOf(port: number): Forgery[] {
  const own = `http://localhost:${port}`
  const [forbidden, wrongKind] = [[403], [415]] as const
  return [
    { name: 'no origin', refused: forbidden, make: asForm({}) },
    { name: 'a null origin', refused: forbidden, make: asForm({ origin: 'null' }) },
    { name: 'another origin', refused: forbidden, make: asForm({ origin: EVIL }) },
    {
      name: 'another port of the same host',
      refused: forbidden,
      make: asForm({ origin: `http://localhost:${port + 1}` }),
    },
    {
      name: 'an origin that begins like ours',
      refused: forbidden,
      make: asForm({ origin: `${own}.evil.example` }),
    },
    {
      name: 'no origin, only a referrer of ours',
      refused: forbidden,
      make: asForm({ referer: `${own}/my` }),
    },
    {
      name: 'our origin, sent cross-site',
      refused: forbidden,
      make: asForm({ origin: own, 'sec-fetch-site': 'cross-site' }),
    },
    {
      name: 'our origin, sent same-site',
      refused: forbidden,
      make: asForm({ origin: own, 'sec-fetch-site': 'same-site' }),
    },
    { name: 'no origin, typed by nobody', refused: forbidden, make: asForm({ 'sec-fetch-site': 'none' }) },
    {
      name: 'another origin and a host to match behind the proxy’s back',
      refused: forbidden,
      make: asForm({ origin: EVIL, 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }),
    },
    {
      name: 'another origin and a host that names it',
      refused: forbidden,
      make: asForm({ origin: EVIL, host: 'evil.example' }),
    },
    {
      name: 'another origin and a method that is overridden',
      refused: forbidden,
      make: asForm({ origin: EVIL, 'x-http-method-override': 'POST', 'x-method-override': 'POST' }),
    },
    {
      name: 'a GET that says it is a POST',
      method: 'GET',
      query: '?_method=POST',
      refused: [200, 303, 404, 409],
      make: (fields) => ({ ...asForm({ origin: EVIL, 'x-http-method-override': 'POST' })(fields), body: '' }),
    },
    {
      name: 'plain text, which needs no permission of a browser',
      refused: forbidden,
      make: (fields) => ({
        headers: { origin: EVIL, 'content-type': 'text/plain' },
        body: JSON.stringify(fields),
      }),
    },
    {
      name: 'our origin and JSON',
      refused: wrongKind,
      make: (fields) => ({
        headers: { origin: own, 'content-type': 'application/json' },
        body: JSON.stringify({ key: nextKey(), ...fields }),
      }),
    },
    {
      name: 'our origin and a form that says it is text',
      refused: wrongKind,
      make: (fields) => ({
        ...asForm({})(fields),
        headers: { origin: own, 'content-type': `text/plain; ${FORM}` },
      }),
    },
    {
      name: 'another origin and a form in parts',
      refused: forbidden,
      make: (fields) => ({
        headers: { origin: EVIL, 'content-type': PARTS },
        body: inParts(nextKey(), fields),
      }),
    },
  ]
}

/** How the product's own pages send a form, in browsers old and new. */
export function sameOrigin(port: number): Forgery[] {
  const origin = `http://localhost:${port}`
  return [
    { name: 'our origin', refused: [], make: asForm({ origin }) },
    {
      name: 'our origin, sent same-origin',
      refused: [],
      make: asForm({ origin, 'sec-fetch-site': 'same-origin' }),
    },
    { name: 'no origin, sent same-origin', refused: [], make: asForm({ 'sec-fetch-site': 'same-origin' }) },
    {
      name: 'our origin and a form in parts',
      refused: [],
      make: (fields) => ({ headers: { origin, 'content-type': PARTS }, body: inParts(nextKey(), fields) }),
    },
  ]
}

const BOUNDARY = 'waymarkproof'
const PARTS = `multipart/form-data; boundary=${BOUNDARY}`

function inParts(key: string, fields: Fields): string {
  const pairs = [...new URLSearchParams(encodeForm(key, fields))]
  const parts = pairs.map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${parts.join('')}--${BOUNDARY}--\r\n`
}
