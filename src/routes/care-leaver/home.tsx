import { type Context, Hono } from 'hono'
import { findCandidate } from '../../../db/queries/candidates'
import { findProfile } from '../../../db/queries/care-leavers'
import { listInterestsOf } from '../../../db/queries/interests'
import { listMatchesOf } from '../../../db/queries/matches'
import { findChoiceUntil } from '../../../db/queries/mentor-requests'
import { findNoMatch } from '../../../db/queries/no-match'
import { listOpenTasks } from '../../../db/queries/check-tasks'
import { MyHomePage, type NothingFits, type Suggestion } from '../../../views/care-leaver/my-home-page'
import { SuggestionsPage } from '../../../views/care-leaver/offer-lists'
import type { CareLeaverId } from '../../domain/ids'
import { INTRODUCED_STATES, type MatchState } from '../../domain/match'
import { dayOf } from '../../domain/dates'
import type { AppEnv } from '../../http/app-env'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { whyUnmatched } from '../../matching/coverage/unmatched'
import { whyItCouldSuit } from '../../matching/explain'
import { toOfferView } from '../../policy/views'
import { paths } from '../../paths'
import { readWhere } from '../public/where'
import { ownRecord } from './own'

export const home = new Hono<AppEnv>()

const SUGGESTED_ON_HOME = 3
const SUGGESTED_MAX = 20

home.get(paths.my.home, guard('profile.read-own'), async (c) => {
  const record = await ownRecord(c)
  const { db } = c.var.deps
  const [matches, interests, profile, questions, choiceUntil, { suggestions, nothingFits }] =
    await Promise.all([
      listMatchesOf(db, record.id),
      listInterestsOf(db, record.id),
      findProfile(db, record.id),
      listOpenTasks(db, record.id, 'young-person'),
      findChoiceUntil(db, record.id),
      record.consideration === 'yes' ? suggestionsFor(c, record.id, SUGGESTED_ON_HOME) : NO_SUGGESTIONS,
    ])
  return page(
    c,
    <MyHomePage
      name={record.preferredName}
      consideration={record.consideration}
      answered={Object.keys(profile).length}
      proposals={matches.filter(({ state }) => state === 'proposed')}
      underWay={matches.filter(({ state }) => (INTRODUCED_STATES as readonly MatchState[]).includes(state))}
      questions={questions}
      choiceUntil={choiceUntil}
      waiting={interests.filter(({ state }) => state === 'open').length}
      suggestions={suggestions}
      nothingFits={nothingFits}
    />,
  )
})

home.get(paths.my.suggestions, guard('profile.read-own'), async (c) => {
  const record = await ownRecord(c)
  return page(
    c,
    <SuggestionsPage
      consideration={record.consideration}
      suggestions={(await suggestionsFor(c, record.id, SUGGESTED_MAX)).suggestions}
    />,
  )
})

type Suggested = { suggestions: Suggestion[]; nothingFits: NothingFits | null }

const NO_SUGGESTIONS: Suggested = { suggestions: [], nothingFits: null }

/** The offers that fit the person best, each with why, in their words; and what is in the way when none fits fully. */
async function suggestionsFor(c: Context<AppEnv>, id: CareLeaverId, limit: number): Promise<Suggested> {
  const { db, secrets, now, cohort } = c.var.deps
  const today = dayOf(now())
  const candidate = await findCandidate(db, secrets, id)
  if (!candidate) return NO_SUGGESTIONS
  const [{ rows, context }, openings, noMatch] = await Promise.all([
    cohort.offersFor(candidate, { today, limit }),
    cohort.openings(today),
    findNoMatch(db, id),
  ])
  const suggestions = rows.map((row) => ({
    offer: toOfferView(row.of, readWhere(c)),
    why: whyItCouldSuit(row.score) || null,
  }))
  const why = whyUnmatched(candidate, openings, context)
  const lookAgainOn = noMatch && noMatch.lookAgainOn > today ? noMatch.lookAgainOn : null
  return {
    suggestions,
    nothingFits: why && { inTheWay: why.obstacles.map(({ ruleId }) => ruleId), lookAgainOn },
  }
}
