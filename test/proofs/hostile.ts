import type { Chance } from '../../db/seed/demo/chance'
import { encodeForm, type Fields } from '../support/browser'
import type { Asked } from './ask'

/** Markup that would run if it were ever sent back as it came. */
const MARKUP = [
  '<img src=x onerror=zqrun(1)>',
  '"><svg onload=zqrun(2)>',
  `'><script>zqrun(3)</script>`,
  '</title><script>zqrun(4)</script>',
  '</textarea><iframe srcdoc="<script>zqrun(5)</script>">',
  '" autofocus onfocus="zqrun(6)',
  "' onmouseover='zqrun(7)",
  'javascript:zqrun(8)',
  '{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=zqrun(9)>"}}',
]

/** What of it is in a page as it was sent: a tag, a handler or an address that runs. */
export const RUNS =
  /<(img src=x|svg onload|script>zqrun|iframe srcdoc)|" autofocus onfocus="zqrun|' onmouseover='zqrun|(href|action|src)="javascript:/i

const VALUES: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\uFFFF\uFFFE',
  '\uD800',
  '\u202Eevil\u202C',
  '👩‍👩‍👧‍👦'.repeat(40),
  'e\u0301'.repeat(500),
  'x'.repeat(5_000),
  '9'.repeat(400),
  "' OR '1'='1",
  '"; DROP TABLE account; --',
  '%',
  '%00',
  '%zz',
  '..%2f..%2f..%2fetc%2fpasswd',
  '../../../../etc/passwd',
  '${7*7}{{7*7}}<%= 7*7 %>',
  '=1+1|cmd',
  'x\r\nX-Injected: yes\r\n\r\n<b>',
  '-1',
  '0',
  '-0',
  '1e308',
  '99999999999999999999',
  'NaN',
  'true',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '{}',
  '[]',
  '2026-02-30',
  '9999-99-99',
  '0000-00-00',
  '31',
  '12',
  '2027',
  'a@b.c',
  'a@b@c',
  `${'a'.repeat(240)}@mail.example`,
  'NEAR(a b',
  '"unfinished',
  'title:*',
  '(((',
  'AND OR NOT',
  '*',
  '^a',
  'E07000110',
  'yes',
  'no',
  'f'.repeat(32),
  'F'.repeat(32),
]

const NAMES = [
  '__proto__',
  'constructor',
  'key',
  'toString',
  'next',
  'step',
  'fresh-code',
  'new-code',
  'a[b]',
  '',
]

const TYPES = [
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-16',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=zq',
  'text/plain',
  'application/json',
  'application/octet-stream',
  ';;;',
]

const METHODS = ['GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']

/** Draws what nobody means well with. The same chance draws the same. */
export class Hostile {
  readonly #chance: Chance

  constructor(chance: Chance) {
    this.#chance = chance
  }

  value(): string {
    return this.#chance.happens(0.4) ? this.#chance.pick(MARKUP) : this.#chance.pick(VALUES)
  }

  /** A form as somebody would fill it in, with some of it replaced, doubled or left out, and more beside. */
  fields(fields: Fields): Fields {
    const sent: Record<string, string | readonly string[]> = {}
    for (const [name, value] of Object.entries(fields)) {
      const drawn = this.#chance.next()
      if (drawn < 0.05) continue
      if (drawn < 0.5) sent[name] = this.value()
      else if (drawn < 0.6) sent[name] = [this.value(), ...[value].flat(), this.value()]
      else sent[name] = value
    }
    if (this.#chance.happens(0.2)) sent[this.#chance.pick(NAMES)] = this.value()
    return sent
  }

  /** The path as it is, or with a part of it exchanged; and sometimes with something asked of it. */
  path(path: string): string {
    const parts = path.split('/')
    if (this.#chance.happens(0.15)) parts[this.#chance.between(1, parts.length - 1)] = escaped(this.value())
    const query = this.#chance.happens(0.3) ? `?${this.#query()}` : ''
    return `${parts.join('/')}${query}`.slice(0, 8_000) || '/'
  }

  #query(): string {
    const names = [
      'words',
      'page',
      'sort',
      'kind',
      'who',
      'state',
      'turn',
      'next',
      'from',
      'within',
      'pledge',
    ]
    return this.#chance
      .some(names, this.#chance.between(1, 3))
      .map((name) => `${name}=${escaped(this.value())}`)
      .join('&')
  }

  method(method: string): string {
    return this.#chance.happens(0.1) ? this.#chance.pick(METHODS) : method
  }

  headers(own: Record<string, string>): Record<string, string> {
    const headers = { ...own }
    if (this.#chance.happens(0.1)) headers['content-type'] = this.#chance.pick(TYPES)
    if (this.#chance.happens(0.05)) delete headers.origin
    if (this.#chance.happens(0.1)) headers.cookie = this.#cookie(headers.cookie ?? '')
    for (const name of [
      'accept-language',
      'user-agent',
      'referer',
      'x-forwarded-host',
      'if-none-match',
      'range',
    ])
      if (this.#chance.happens(0.05)) headers[name] = printable(this.value())
    return headers
  }

  #cookie(cookie: string): string {
    const broken = ['asking', 'where', 'notice', 'sid'].map(
      (name) => `__Host-${name}=${printable(this.value()).replaceAll(';', '')}`,
    )
    return [cookie, ...this.#chance.some(broken, 2)].filter(Boolean).join('; ')
  }

  /** Mostly a form; sometimes one that is cut off, doubled, in no encoding at all, or too long. */
  body(key: string, fields: Fields): string | Uint8Array {
    const form = encodeForm(key, fields)
    const drawn = this.#chance.next()
    if (drawn < 0.8) return form
    if (drawn < 0.84) return form.slice(0, this.#chance.between(0, form.length))
    if (drawn < 0.88) return `${form}&${form}`
    if (drawn < 0.92) return `${form}&words=%ED%A0%80%&=&&=&%=%`
    if (drawn < 0.95) return Uint8Array.from({ length: 300 }, () => this.#chance.between(0, 255))
    if (drawn < 0.98) return JSON.stringify({ key, ...fields })
    return `${form}&words=${'y'.repeat(this.#chance.between(60_000, 70_000))}`
  }
}

/** Anything as a part of an address that a client can send. */
const escaped = (text: string) =>
  text.replace(/[^\w.~-]/gu, (char) =>
    /[\uD800-\uDFFF]/.test(char) && char.length === 1 ? '%ED%A0%80' : encodeURIComponent(char),
  )

/** Anything as a header that a client can send. */
const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, '?')

/** What a request was, short enough for a line. */
export function nameOf({ method = 'GET', path, headers, body }: Asked): string {
  const type = String(headers?.['content-type'] ?? '')
  return `${method} ${path.slice(0, 200)} ${type} ${JSON.stringify(String(body ?? '').slice(0, 300))}`
}
