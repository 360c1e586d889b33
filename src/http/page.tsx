import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { raw } from 'hono/html'
import { FrameContext } from '../../views/layout/frame'
import type { AppEnv } from './app-env'
import { frameOf } from './frame'

/** The one way a page is sent: inside its frame, with the doctype. */
export async function page(c: Context<AppEnv>, body: JSX.Element, status: number = 200): Promise<Response> {
  const html = await (<FrameContext.Provider value={frameOf(c)}>{body}</FrameContext.Provider>).toString()
  return c.html(`${raw('<!doctype html>')}${html}`, status as 200)
}
