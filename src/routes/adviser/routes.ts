import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env'
import { caseload } from './caseload'
import { facts } from './facts'
import { notTold } from './not-told'
import { offers } from './offers'
import { onBehalf } from './on-behalf'

/** The personal adviser: their caseload, what they check, and what they do for somebody who cannot get online. */
export const adviser = new Hono<AppEnv>()

for (const part of [caseload, facts, onBehalf, offers, notTold]) adviser.route('/', part)
