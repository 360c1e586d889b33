import { randomId } from '../../src/auth/secrets'
import { paths } from '../../src/paths'
import { createCookieJar } from './cookie-jar'
import { TEST_ORIGIN, type World } from './world'

export type Fields = Record<string, string | readonly string[]>

/** A form as the body of a post. */
export function encodeForm(key: string, fields: Fields): string {
  const body = new URLSearchParams({ key })
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  }
  return body.toString()
}

/** Somebody with a browser: keeps cookies, fills in forms. */
export function createBrowser(world: World) {
  const jar = createCookieJar()

  async function send(path: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
    const cookie = jar.header()
    const response = await world.app.request(`${TEST_ORIGIN}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { host: 'localhost:3000', ...(cookie ? { cookie } : {}), ...init.headers },
    })
    jar.keepAll(response.headers.getSetCookie())
    return response
  }

  const get = (path: string) => send(path)

  /** Posts a form as a page of the service would. A key of one's own makes the same post again. */
  const post = (path: string, fields: Fields = {}, key = randomId()) => {
    const headers = { origin: TEST_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' }
    return send(path, { method: 'POST', body: encodeForm(key, fields), headers })
  }

  /** By the code that comes by mail, as people do; on a shared device unless it is said to be their own. */
  async function signIn(email: string, device: 'shared' | 'own' = 'shared') {
    await post(paths.signIn, { email, device })
    await world.drain()
    const mail = (await world.sentMail()).find(({ to, subject }) => to === email && subject === 'Your code')
    const code = /\d{6}/.exec(mail?.body ?? '')?.[0] ?? ''
    return post(paths.signInCode, { code })
  }

  return {
    get,
    post,
    send,
    signIn,
    cookies: jar.cookies,
    text: async (path: string) => (await get(path)).text(),
  }
}

export type Browser = ReturnType<typeof createBrowser>
