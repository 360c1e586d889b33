import type { Context, MiddlewareHandler } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayOf } from '../domain/dates'
import { keepNewest } from '../domain/keep-newest'
import { audienceOf } from '../policy/audience'
import type { AppEnv } from './app-env'
import { hasCookie } from './cookies'
import { frameOf } from './frame'
import { inFrame, page } from './page'
import { completeAnswer } from './security'

/** A page as it is sent, and where in it the keys of its forms stand. */
type KeptPage = { bytes: Uint8Array; keysAt: readonly number[] }

/** How many are kept while the offers stay the same, 50 KB or so each. */
const PAGES_MAX = 60

const READS = new Set(['GET', 'HEAD'])

/** By the offers that visitors may find, then by address. */
const kept = new WeakMap<object, Map<string, KeptPage>>()

/**
 * Answers with a page that was made before, if the offers it was made of are still what the database has. It stands in
 * front of everything that reads who asks, so only somebody without any cookie of ours gets one.
 */
export const keptPage: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!READS.has(c.req.method) || hasCookie(c)) return next()
  const { offers, now } = c.get('deps')
  const pages = kept.get(await offers.list({ ...audienceOf(null), today: dayOf(now()) }))
  const address = addressOf(c)
  const before = pages?.get(address)
  if (!pages || !before) return next()
  keepNewest(pages, address, before, PAGES_MAX)
  return sent(c, before)
}

/**
 * A page that is the same for everybody without a cookie of ours, for as long as `offers` are in memory: it is kept for
 * the next one who asks for the same address, and each sending has form keys of its own.
 * @param offers null when the page may change without them
 */
export async function visitorsPage(
  c: Context<AppEnv>,
  offers: object | null,
  body: JSX.Element,
): Promise<Response> {
  if (hasCookie(c) || !offers) return page(c, body)
  const made = await makePage(c, body)
  const pages = kept.get(offers) ?? new Map<string, KeptPage>()
  kept.set(offers, pages)
  keepNewest(pages, addressOf(c), made, PAGES_MAX)
  return sent(c, made)
}

/** Path and query as they were asked for. */
function addressOf(c: Context<AppEnv>): string {
  const { url } = c.req
  return url.slice(url.indexOf('/', 'https://'.length))
}

const encoder = new TextEncoder()

/** A key nobody has seen yet stands for all of them, so nothing typed can be taken for it. */
async function makePage(c: Context<AppEnv>, body: JSX.Element): Promise<KeptPage> {
  const frame = frameOf(c)
  const key = frame.newKey()
  const html = await inFrame({ ...frame, newKey: () => key }, body)
  const keysAt: number[] = []
  let length = 0
  for (const part of html.split(key).slice(0, -1)) {
    keysAt.push(length + encoder.encode(part).length)
    length = (keysAt.at(-1) as number) + key.length
  }
  return { bytes: encoder.encode(html), keysAt }
}

function sent(c: Context<AppEnv>, { bytes, keysAt }: KeptPage): Response {
  const { newId } = c.get('deps')
  const own = new Uint8Array(bytes)
  for (const at of keysAt) encoder.encodeInto(newId(), own.subarray(at))
  return completeAnswer(c, 'text/html; charset=UTF-8', own)
}
