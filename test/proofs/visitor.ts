import { randomId } from '../../src/auth/secrets'
import { paths } from '../../src/paths'
import { encodeForm, type Fields } from '../support/browser'
import { createCookieJar } from '../support/cookie-jar'
import type { RunningProduct } from '../support/built-product'
import { type Answer, ask, type Asked } from './ask'
import { receiving } from './mailbox'

/** The cookie that keeps somebody signed in. */
export const SESSION = '__Host-sid'

/** Where a visitor goes: one running product. */
export type Place = Pick<RunningProduct, 'url' | 'port' | 'mailFolder'>

/** Somebody with a browser at a running product: keeps cookies, fills in forms, reads their mail. */
export function createVisitor(place: Place) {
  const jar = createCookieJar()

  async function send(asked: Asked): Promise<Answer> {
    const cookie = jar.header()
    const headers = { ...(cookie ? { cookie } : {}), ...asked.headers }
    const answer = await ask(place.port, { ...asked, headers })
    jar.keepAll(answer.headers['set-cookie'] ?? [])
    return answer
  }

  const get = (path: string) => send({ path })

  /** Posts a form as a page of the product would. A key of one's own makes the same post again. */
  const post = (path: string, fields: Fields = {}, key = randomId()) =>
    send({ method: 'POST', path, headers: formHeaders(place.url), body: encodeForm(key, fields) })

  /**
   * By the code that comes by mail. The product sends five codes to an address in a quarter of an hour: whoever
   * needs more sessions opens them with `startSession`.
   */
  async function signIn(email: string): Promise<Answer> {
    const mail = await receiving(place.mailFolder, email, () => expect303(post(paths.signIn, { email })))
    const code = /\b\d{6}\b/.exec(mail.body)?.[0] ?? ''
    return expect303(post(paths.signInCode, { code }))
  }

  /** Takes a session that was opened for this visitor, instead of signing in. */
  const takeSession = (token: string) => void jar.cookies.set(SESSION, token)

  return { get, post, send, signIn, takeSession, cookies: jar.cookies }
}

export type Visitor = ReturnType<typeof createVisitor>

/** What a browser sends with a form of the product itself. */
export const formHeaders = (origin: string) => ({
  origin,
  'content-type': 'application/x-www-form-urlencoded',
})

async function expect303(answering: Promise<Answer>): Promise<Answer> {
  const answer = await answering
  if (answer.status !== 303) throw new Error(`Signing in was answered with ${answer.status}`)
  return answer
}
