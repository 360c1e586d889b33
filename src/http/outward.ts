import type { Context } from 'hono'
import type { AppEnv } from './app-env'

/** What goes out to machines of others, and how it is made. */
export type Outlet = {
  /** It is made once for as long as this is in memory. */
  of: object
  /** Which of the things made of it: address and parameters. */
  key: string
  type: string
  make: () => Promise<string> | string
}

type Made = { body: string; tag: string }

/** How many different questions about the same offers are remembered; a page of 100 offers is about 200 KB. */
const KEPT_MAX = 32

const kept = new WeakMap<object, Map<string, Made>>()

/**
 * An answer for a machine of somebody else: the same for everybody, whoever is signed in. It may be kept, but only if
 * it is asked for each time whether it still stands, so that a withdrawn offer is gone with the next request. The tag
 * is of what is said and not of the state of our data: that moves when a place is held, which nobody may see.
 */
export async function outward(c: Context<AppEnv>, outlet: Outlet): Promise<Response> {
  const { body, tag } = await madeOf(outlet)
  openToOthers(c)
  c.header('Cache-Control', 'no-cache')
  c.header('ETag', tag)
  if (isSame(c.req.header('if-none-match'), tag)) return c.body(null, 304)
  return c.body(body, 200, { 'Content-Type': outlet.type })
}

/** What was asked wrongly, for a machine: RFC 9457. */
export function outwardProblem(c: Context<AppEnv>, status: 400 | 404, detail: string): Response {
  openToOthers(c)
  const title = status === 404 ? 'Not found' : 'Bad request'
  return c.body(JSON.stringify({ type: 'about:blank', title, status, detail }), status, {
    'Content-Type': 'application/problem+json; charset=UTF-8',
  })
}

/** Pages of other sites may read it. It says nothing of who asks: `*` never goes together with cookies. */
function openToOthers(c: Context<AppEnv>): void {
  c.header('Access-Control-Allow-Origin', '*')
}

async function madeOf({ of, key, make }: Outlet): Promise<Made> {
  const before = kept.get(of)?.get(key)
  if (before) return before
  const body = await make()
  const made = { body, tag: await tagOf(body) }
  const others = kept.get(of) ?? new Map<string, Made>()
  if (others.size >= KEPT_MAX) others.clear()
  kept.set(of, others.set(key, made))
  return made
}

async function tagOf(body: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body))
  const hex = [...new Uint8Array(digest).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0'))
  return `"${hex.join('')}"`
}

/** Compared weakly, as RFC 9110 (13.1.2) asks: a proxy that compresses makes a tag weak. */
function isSame(asked: string | undefined, tag: string): boolean {
  const tags = (asked ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return tags.includes(tag) || tags.includes('*')
}
