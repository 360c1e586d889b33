import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env'
import { caseload } from './caseload'
import { checks } from './checks'
import { facts } from './facts'
import { notTold } from './not-told'
import { offers } from './offers'
import { onBehalf } from './on-behalf'

/** The personal adviser: their caseload, what they check, and what they do for somebody who cannot get online. */
export const adviser = new Hono<AppEnv>()

for (const part of [caseload, checks, facts, onBehalf, offers, notTold]) adviser.route('/', part)
