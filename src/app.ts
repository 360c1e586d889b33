import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from './deps'
import type { AppEnv } from './http/app-env'
import { drainAfterPost } from './http/drain-after-post'
import { sentOnce } from './http/once'
import { keptPage } from './http/kept-pages'
import { onNotFound, onProblem, Problem } from './http/problems'
import { requestLog } from './http/request-log'
import { sameOrigin, securityHeaders } from './http/security'
import { loadVisitor } from './http/session'
import { paths } from './paths'
import { adviser } from './routes/adviser/routes'
import { careLeaver } from './routes/care-leaver/routes'
import { champion } from './routes/champion/routes'
import { createDemo } from './routes/demo'
import { health } from './routes/health'
import { manage } from './routes/manage/routes'
import { mentoring } from './routes/mentoring/routes'
import { account } from './routes/sign-in/account'
import { signIn } from './routes/sign-in/sign-in'
import { alertsOff } from './routes/public/alerts-off'
import { outwardRoutes } from './routes/outward/routes'
import { opportunities } from './routes/public/opportunities'
import { pages } from './routes/public/pages'
import { team } from './routes/team/routes'

const BODY_MAX = 64 * 1024
const IMPORT_MAX = 1024 * 1024

/** Where files are sent: their bodies may be longer. */
const IMPORTS = [paths.manage.import, paths.champion.import, paths.team.import]

const isImport = (path: string) => IMPORTS.some((one) => path === one || path.startsWith(`${one}/`))

/** Nobody reads the body of such a request; only asking whether there is one would cost more than most pages do. */
const isRead = (method: string) => method === 'GET' || method === 'HEAD'

/**
 * Every middleware and route, in order. Knows no runtime: all it may reach outside itself is in `deps`.
 * @param files gives out what is in `/assets`, where nobody else does. It is a part of this app, and not beside it in
 * another: Hono wraps every handler of an app that stands in another once more.
 */
export function createApp(deps: Deps, files?: MiddlewareHandler): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const tooBig = () => {
    throw new Problem(413)
  }

  const fileTooBig = () => {
    throw new Problem(413, 'The file is too big. Go back and choose a smaller one, or send it in parts.')
  }

  const limitBody = bodyLimit({ maxSize: BODY_MAX, onError: tooBig })
  const limitImport = bodyLimit({ maxSize: IMPORT_MAX, onError: fileTooBig })

  if (files) app.use('/assets/*', securityHeaders, files)
  app.use(async (c, next) => {
    c.set('deps', deps)
    c.set('requestId', deps.newId())
    c.set('visitor', null)
    return next()
  })
  app.use(requestLog, securityHeaders)
  app.use(paths.browse, keptPage)
  app.route('/', health)
  // Before the length of what is sent is looked at: whoever is told that it is too long keeps their own page around it.
  app.use(sameOrigin, loadVisitor)
  app.use((c, next) => {
    if (isRead(c.req.method)) return next()
    return isImport(c.req.path) ? limitImport(c, next) : limitBody(c, next)
  })
  app.use(sentOnce, drainAfterPost)

  app.route('/', pages)
  app.route('/', signIn)
  app.route('/', account)
  app.route('/', opportunities)
  app.route('/', alertsOff)
  app.route('/', outwardRoutes)
  app.route('/', careLeaver)
  app.route('/', champion)
  app.route('/', adviser)
  app.route('/', team)
  app.route('/', mentoring)
  app.route('/', manage)
  if (deps.demo) app.route('/', createDemo(deps.demo))

  app.notFound(onNotFound)
  app.onError(onProblem)
  return app
}
