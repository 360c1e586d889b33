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

/** A page as it is sent. */
export async function inFrame(frame: Frame, body: JSX.Element): Promise<string> {
  const html = await (<FrameContext.Provider value={frame}>{body}</FrameContext.Provider>).toString()
  return `${raw('<!doctype html>')}${html}`
}
