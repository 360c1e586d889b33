import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env'
import { asks } from './asks'
import { home } from './home'
import { importing } from './importing'
import { introductions } from './introductions'
import { opportunities } from './opportunities'
import { pledges } from './pledges'
import { published } from './published'
import { sections } from './sections'

/** What champions and partners do: promise, post, follow, and meet the person who said yes. */
export const champion = new Hono<AppEnv>()

for (const part of [home, asks, pledges, opportunities, sections, published, importing, introductions])
  champion.route('/', part)
