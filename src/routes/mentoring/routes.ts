import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env'
import { mentor } from './mentor'
import { mentors } from './mentors'
import { requests } from './requests'

/** The Social Connections team: mentors and befrienders. */
export const mentoring = new Hono<AppEnv>()

for (const part of [mentors, mentor, requests]) mentoring.route('/', part)
