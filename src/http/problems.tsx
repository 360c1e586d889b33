import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { BusyError } from '../../db/database'
import { faultOf } from '../log'
import { ProblemPage, type ProblemStatus } from '../../views/errors/problem-page'
import type { AppEnv } from './app-env'
import { page } from './page'

/** Ends the request with a problem's page. Nothing technical is shown; the fault, if any, goes to the log. */
export class Problem extends HTTPException {
  constructor(
    override readonly status: ProblemStatus,
    /** For 409, 413 and 422: what happened, in words for the person. */
    readonly words?: string,
  ) {
    super(status)
  }
}

/** The same page for what does not exist and for what the actor may not know exists. */
export const onNotFound: NotFoundHandler<AppEnv> = (c) => problemPage(c, 404)

export const onProblem: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof Problem) return problemPage(c, error.status, error.words)
  if (error instanceof HTTPException && error.status === 413) return problemPage(c, 413)
  if (error instanceof HTTPException && error.status < 500) return problemPage(c, 400)
  c.var.deps?.log({ level: 'error', event: 'fault', requestId: c.var.requestId, error: faultOf(error) })
  return problemPage(c, isUnavailable(error) ? 503 : 500)
}

/** The page for one problem, for handlers that answer it themselves. */
export async function problemPage(
  c: Context<AppEnv>,
  status: ProblemStatus,
  words?: string,
): Promise<Response> {
  if (status === 503) c.header('Retry-After', '5')
  const reference = status >= 500 ? c.var.requestId : undefined
  const pageBefore = status === 409 || status === 422 ? pageBeforeOf(c) : undefined
  return page(
    c,
    <ProblemPage
      status={status}
      {...(words ? { words } : {})}
      {...(reference ? { reference } : {})}
      {...(pageBefore ? { pageBefore } : {})}
    />,
    status,
  )
}

/** The page of ours that a form was sent from, where the browser says so. */
function pageBeforeOf(c: Context<AppEnv>): string | undefined {
  const referer = c.req.header('referer') ?? ''
  if (c.req.method !== 'POST' || !URL.canParse(referer)) return undefined
  const { host, pathname, search } = new URL(referer)
  // Two slashes would lead to another host.
  return host === new URL(c.req.url).host && !pathname.startsWith('//') ? pathname + search : undefined
}

/** Locked, full or read-only: trying again later may work. */
function isUnavailable(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code ?? '')
  return error instanceof BusyError || /^SQLITE_(BUSY|FULL|READONLY)/.test(code)
}
