import { Hono } from 'hono'
import { findCandidate } from '../../../db/queries/candidates'
import { listInterestsOf } from '../../../db/queries/interests'
import { listMatchesOf } from '../../../db/queries/matches'
import { findPeopleByName, listWaitingPeople } from '../../../db/queries/people'
import { PeoplePage, TeamPersonPage } from '../../../views/team/people-pages'
import { dayOf } from '../../domain/dates'
import type { CareLeaverId } from '../../domain/ids'
import {
  type InterestState,
  LIVE_MATCH_STATES,
  type MatchState,
  OPEN_INTEREST_STATES,
} from '../../domain/match'
import type { AppEnv } from '../../http/app-env'
import { readId } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { countPages } from '../../http/paging'
import { Problem } from '../../http/problems'
import { isOpenToBroker, toBrokerPerson, toBrokerRow } from '../../matching/broker-row'
import { withoutPermission } from '../../matching/permission'
import { paths } from '../../paths'
import { readShortlistFilter } from './shortlist-filter'

/** People who wait, and what could fit one of them. */
export const people = new Hono<AppEnv>()

const PAGE_SIZE = 25
const OFFERS_SHOWN = 15

people.get(paths.team.people, guard('shortlist.read'), async (c) => {
  const { db, now } = c.var.deps
  const filter = readShortlistFilter(c)
  const list = await listWaitingPeople(db, c.var.actor.id, {
    district: filter.district,
    page: filter.page,
    size: PAGE_SIZE,
  })
  return page(
    c,
    <PeoplePage
      rows={list.rows}
      total={list.total}
      underWay={list.underWay}
      pageCount={countPages(list.total, PAGE_SIZE)}
      filter={filter}
      found={filter.who && !filter.isTooShort ? await findPeopleByName(db, c.var.actor.id, filter.who) : []}
      today={dayOf(now())}
    />,
  )
})

people.get('/team/people/:id', guard('shortlist.read'), async (c) => {
  const { db, secrets, now, cohort } = c.var.deps
  const person = await findCandidate(db, secrets, readId<CareLeaverId>(c), c.var.actor.id)
  if (!person) throw new Problem(404)
  await noteView(c, person.id, 'record')
  const today = dayOf(now())
  const isOpen = isOpenToBroker(person)
  const [offers, matches, interests] = await Promise.all([
    isOpen ? cohort.offersFor(person, { today, limit: OFFERS_SHOWN }) : NOTHING,
    listMatchesOf(db, person.id),
    listInterestsOf(db, person.id),
  ])
  return page(
    c,
    <TeamPersonPage
      count={offers.count}
      leftOut={offers.leftOut}
      rows={offers.rows.map((row) => ({
        opening: row.of,
        row: toBrokerRow(person, { ...row, eligibility: withoutPermission(row.eligibility) }),
      }))}
      person={toBrokerPerson(person)}
      matches={matches.filter(({ state }) => isOpen || isLiveMatch(state))}
      interests={interests.filter(({ state }) => isOpen || isOpenInterest(state))}
      today={today}
    />,
  )
})

const NOTHING = { rows: [], count: 0, leftOut: [] }

const isLiveMatch = (state: MatchState) => (LIVE_MATCH_STATES as readonly MatchState[]).includes(state)
const isOpenInterest = (state: InterestState) =>
  (OPEN_INTEREST_STATES as readonly InterestState[]).includes(state)
