import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env'
import { asks } from './asks/asks'
import { checks } from './checks'
import { fairness } from './fairness'
import { coverage } from './coverage/coverage'
import { history } from './history'
import { home } from './home'
import { importing } from './importing'
import { interests } from './interests'
import { invite } from './invite'
import { matches } from './matches'
import { opportunities } from './opportunities'
import { people } from './people'
import { pledges } from './pledges'
import { reviews } from './reviews'
import { roundPeople } from './rounds/round-people'
import { rounds } from './rounds/rounds'
import { ruleSetParts } from './rule-sets/rule-set-parts'
import { ruleSet } from './rule-sets/rule-set'
import { ruleSets } from './rule-sets/rule-sets'
import { shortlist } from './shortlist'
import { unmatched } from './coverage/unmatched'
import { unmetNeeds } from './unmet-needs'

/** The 18+ team: what is waiting, reviewing, matching, following up. */
export const team = new Hono<AppEnv>()

for (const part of [
  home,
  reviews,
  opportunities,
  importing,
  shortlist,
  checks,
  people,
  interests,
  matches,
  pledges,
  history,
  invite,
  unmetNeeds,
  coverage,
  asks,
  unmatched,
  rounds,
  roundPeople,
  ruleSets,
  fairness,
  ruleSet,
  ruleSetParts,
]) {
  team.route('/', part)
}
