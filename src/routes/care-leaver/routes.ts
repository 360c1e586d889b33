import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env'
import { answers } from './answers'
import { checks } from './checks'
import { home } from './home'
import { information } from './information'
import { interests } from './interests'
import { notTold } from './not-told'
import { offers } from './offers'
import { saved } from './saved'
import { searches } from './searches'
import { talk } from './talk'
import { welcome } from './welcome'

/** The young person's pages. Their addresses are neutral: somebody else may see them. */
export const careLeaver = new Hono<AppEnv>()

for (const part of [
  home,
  welcome,
  answers,
  interests,
  saved,
  offers,
  searches,
  checks,
  talk,
  notTold,
  information,
])
  careLeaver.route('/', part)
