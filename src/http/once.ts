import type { Context, MiddlewareHandler } from 'hono'
import { findAnswer } from '../../db/queries/record'
import { sha256 } from '../auth/secrets'
import type { FormAnswer } from '../domain/form-answer'
import type { AppEnv } from './app-env'
import { type Notice, setNotice } from './notice'
import { Problem, problemPage } from './problems'

/** Whose answer everybody gets who has the key and sends the same: it tells nothing of anybody. */
export const NOBODY = ''

const KEY = /^[0-9a-f]{32}$/
const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/**
 * Reads a posted form once, and answers a post that was answered before in the same way, without a second effect.
 * The loser of two posts at the same moment reads the winner's answer, whatever it was refused for: a name is used or
 * a thing is gone because the winner did it.
 */
export const sentOnce: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.method !== 'POST') return next()
  c.set('form', await readBody(c))
  const key = String(c.var.form.get('key') ?? '')
  if (!KEY.test(key)) throw new Problem(400)
  c.set('formKey', { key, bodyHash: await hashOf(c.var.form), route: `POST ${c.req.path}` })

  const before = await earlierAnswer(c)
  if (before) return before
  await next()
  if (c.res.status < 400) return
  const meanwhile = await earlierAnswer(c)
  if (meanwhile) c.res = meanwhile
}

/** The answer this key got before, if any; a problem when it was used for something else. */
async function earlierAnswer(c: Context<AppEnv>): Promise<Response | undefined> {
  const { key, bodyHash, route } = c.var.formKey
  const found = await findAnswer(c.var.deps.db, key)
  if (!found) return undefined
  // Who is signed out since, as by a code that made a new session, is led on too: the page there asks who they are.
  const { visitor } = c.var
  const isTheirs = visitor === null || found.account === NOBODY || found.account === visitor.id
  const isSame = isTheirs && found.route === route && found.bodyHash === bodyHash
  if (!isSame) return problemPage(c, 422)
  if (found.notice) setNotice(c, found.notice as Notice)
  return c.redirect(found.location, 303)
}

/** What a command keeps with its change, for a form that leads to `location` when it works. */
export function answerFor(c: Context<AppEnv>, location: string, notice: Notice | null): FormAnswer {
  return { ...c.var.formKey, account: c.var.visitor?.id ?? NOBODY, status: 303, location, notice }
}

/** No malformed body is a fault of ours: it is a 400. */
async function readBody(c: Context<AppEnv>): Promise<FormData> {
  if (!FORM.test(c.req.header('content-type') ?? '')) throw new Problem(415)
  try {
    return await c.req.formData()
  } catch (error) {
    if (error instanceof Error && error.name === 'BodyLimitError') throw error
    throw new Problem(400)
  }
}

async function hashOf(form: FormData): Promise<string> {
  const parts: string[] = []
  for (const [name, value] of form) {
    if (name !== 'key')
      parts.push(JSON.stringify([name, typeof value === 'string' ? value : await value.text()]))
  }
  return sha256(parts.join('\n'))
}
