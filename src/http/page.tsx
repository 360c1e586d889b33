import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { raw } from 'hono/html'
import { type Frame, FrameContext } from '../../views/layout/frame'
import type { AppEnv } from './app-env'
import { frameOf } from './frame'

/** The one way a page is sent: inside its frame, with the doctype. */
export async function page(c: Context<AppEnv>, body: JSX.Element, status: number = 200): Promise<Response> {
  return c.html(await inFrame(frameOf(c), body), status as 200)
}

async function inFrame(frame: Frame, body: JSX.Element): Promise<string> {
  const html = await (<FrameContext.Provider value={frame}>{body}</FrameContext.Provider>).toString()
  return `${raw('<!doctype html>')}${html}`
}

/** Visitors' pages by what they show, as they are sent, parted where a form's key stands. */
const kept = new WeakMap<object, readonly Uint8Array[]>()

/**
 * A page that shows a visitor what it shows every other one: it is made once for as long as `of` is in memory, and
 * each sending has form keys of its own. Whoever is signed in or was told something gets a page made for them.
 */
export async function visitorsPage(
  c: Context<AppEnv>,
  of: object,
  makeBody: () => Promise<JSX.Element>,
): Promise<Response> {
  const frame = frameOf(c)
  if (c.var.visitor || frame.notice) return c.html(await inFrame(frame, await makeBody()))
  const parts = kept.get(of) ?? (await partsOf(frame, await makeBody()))
  kept.set(of, parts)
  return c.body(joined(parts, frame.newKey), 200, { 'Content-Type': 'text/html; charset=UTF-8' })
}

const encoder = new TextEncoder()

/** A key nobody has seen yet stands for all of them, so nothing typed can be taken for it. */
async function partsOf(frame: Frame, body: JSX.Element): Promise<Uint8Array[]> {
  const key = frame.newKey()
  const html = await inFrame({ ...frame, newKey: () => key }, body)
  return html.split(key).map((part) => encoder.encode(part))
}

function joined([first = new Uint8Array(), ...rest]: readonly Uint8Array[], newKey: () => string) {
  const pieces = [first, ...rest.flatMap((part) => [encoder.encode(newKey()), part])]
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
