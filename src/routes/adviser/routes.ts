import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env'

export const adviser = new Hono<AppEnv>()
