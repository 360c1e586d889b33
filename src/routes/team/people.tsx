import { Hono } from 'hono'
import { findCandidate } from '../../../db/queries/candidates'
import { listInterestsOf } from '../../../db/queries/interests'
import { listMatchesOf } from '../../../db/queries/matches'
import { listOpenings } from '../../../db/queries/opportunities'
import { findPeopleByName, listWaitingPeople } from '../../../db/queries/people'
import { PeoplePage, TeamPersonPage } from '../../../views/team/people-pages'
import { dayOf } from '../../domain/dates'
import type { CareLeaverId } from '../../domain/ids'
import { LIVE_MATCH_STATES, type MatchState } from '../../domain/match'
import type { HomeDistrict } from '../../domain/taxonomy'
import type { AppEnv } from '../../http/app-env'
import { readId } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { toBrokerRow } from '../../matching/broker-row'
import { shortlistOpenings } from '../../matching/shortlist'
import { withoutPermission } from '../../matching/permission'
import { paths } from '../../paths'
import { readShortlistFilter } from './propose.form'

/** People who wait, and what could fit one of them. */
export const people = new Hono<AppEnv>()

const PAGE_SIZE = 25
const OFFERS_SHOWN = 15

people.get(paths.team.people, guard('shortlist.read'), async (c) => {
  const { db, now } = c.var.deps
  const filter = readShortlistFilter((name) => c.req.query(name) ?? '')
  const list = await listWaitingPeople(db, c.var.actor.id, {
    district: filter.district as HomeDistrict | '',
    page: filter.page,
    size: PAGE_SIZE,
  })
  return page(
    c,
    <PeoplePage
      rows={list.rows}
      total={list.total}
      pageCount={Math.max(1, Math.ceil(list.total / PAGE_SIZE))}
      filter={filter}
      found={filter.who ? await findPeopleByName(db, c.var.actor.id, filter.who) : []}
      today={dayOf(now())}
    />,
  )
})

people.get('/team/people/:id', guard('shortlist.read'), async (c) => {
  const { db, secrets, now } = c.var.deps
  const person = await findCandidate(db, secrets, readId<CareLeaverId>(c), c.var.actor.id)
  if (!person) throw new Problem(404)
  await noteView(c, person.id, 'record')
  const today = dayOf(now())
  const [openings, matches, interests] = await Promise.all([
    listOpenings(db, today),
    listMatchesOf(db, person.id),
    listInterestsOf(db, person.id),
  ])
  // Only somebody who agreed to be suggested is looked through for offers.
  const mayBeSuggested = person.consideration === 'yes'
  const list = shortlistOpenings(person, mayBeSuggested ? openings : [], { today }, { limit: OFFERS_SHOWN })
  const byId = new Map(openings.map((opening) => [opening.id, opening]))
  const rows = list.rows.flatMap((row) => {
    const opening = byId.get(row.id)
    return opening
      ? [{ opening, row: toBrokerRow(person, { ...row, eligibility: withoutPermission(row.eligibility) }) }]
      : []
  })
  return page(
    c,
    <TeamPersonPage
      person={{
        id: person.id,
        preferredName: person.preferredName,
        district: mayBeSuggested ? person.district : 'unknown',
        waitingSince: person.waitingSince,
        consideration: person.consideration,
      }}
      rows={rows}
      count={list.count}
      leftOut={list.leftOut}
      matches={matches.filter(({ state }) => mayBeSuggested || isLiveMatch(state))}
      interests={interests.filter(({ state }) => mayBeSuggested || state === 'open' || state === 'kept')}
      today={today}
    />,
  )
})

const isLiveMatch = (state: MatchState) => (LIVE_MATCH_STATES as readonly MatchState[]).includes(state)
