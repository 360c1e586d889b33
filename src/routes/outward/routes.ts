import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env'
import { calendar } from './calendar'
import { feeds } from './feeds'
import { openReferral } from './open-referral'
import { opportunitiesJson } from './opportunities-json'
import { outwardPages } from './pages'

/** What goes out to the world: other people's sites, directories, readers, calendars and paper. */
export const outwardRoutes = new Hono<AppEnv>()

for (const part of [feeds, opportunitiesJson, openReferral, calendar, outwardPages])
  outwardRoutes.route('/', part)
