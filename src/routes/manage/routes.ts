import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env'
import { accounts } from './accounts'
import { importing } from './importing'
import { organisations } from './organisations'
import { search } from './search'
import { settings } from './settings'

/** The manager: organisations, accounts, people from the case system, settings. */
export const manage = new Hono<AppEnv>()

for (const part of [organisations, accounts, importing, settings, search]) manage.route('/', part)
