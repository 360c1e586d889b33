import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env'
import { accounts } from './accounts'
import { importing } from './importing'
import { organisations } from './organisations'
import { settings } from './settings'

/** The manager: organisations, accounts, people from the case system, settings. */
export const manage = new Hono<AppEnv>()

for (const part of [organisations, accounts, importing, settings]) manage.route('/', part)
