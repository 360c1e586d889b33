import { type Context, Hono } from 'hono'
import { listActiveAccounts } from '../../../db/queries/accounts'
import { findCandidate } from '../../../db/queries/candidates'
import { findOpenInterest } from '../../../db/queries/interests'
import { findPublished } from '../../../db/queries/opportunities'
import { findPeopleByName } from '../../../db/queries/people'
import { listTasksOfPair } from '../../../db/queries/check-tasks'
import { readRuleSet } from '../../../db/queries/rule-sets'
import { PairPage } from '../../../views/team/pair-page'
import { ShortlistPage } from '../../../views/team/shortlist-page'
import { proposeMatch } from '../../commands/matches/propose-match'
import type { Listed } from '../../cohort/kept-people'
import { addWorkingDays, dayOf, daysBetween } from '../../domain/dates'
import type { CareLeaverId, MatchId, OpportunityId } from '../../domain/ids'
import { HOLD_WORKING_DAYS } from '../../domain/match'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { type FormProblem, readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView } from '../../http/note-view'
import { page } from '../../http/page'
import { countPages } from '../../http/paging'
import { Problem } from '../../http/problems'
import { isOpenToBroker, toBrokerRow } from '../../matching/broker-row'
import { consideredFor } from '../../matching/candidate'
import { assess } from '../../matching/eligibility'
import { scorePair } from '../../matching/score'
import { paths } from '../../paths'
import { can } from '../../policy/permissions'
import { ProposeForm, toHoldUntil } from './propose.form'
import { readShortlistFilter, type ShortlistFilter } from './shortlist-filter'
import { finish } from './finish'

/** Who fits an opportunity, why, why not, and putting it to somebody. The score never decides. */
export const shortlist = new Hono<AppEnv>()

const PAGE_SIZE = 25

shortlist.get('/team/opportunities/:id/shortlist', guard('shortlist.read'), async (c) => {
  const { db, now } = c.var.deps
  const opportunity = await findPublished(db, readId<OpportunityId>(c))
  if (opportunity?.state !== 'published') throw new Problem(404)
  const today = dayOf(now())
  const filter = readShortlistFilter(c)
  const { rows, count, leftOut } = await c.var.deps.cohort.peopleFor(opportunity, {
    viewerId: c.var.actor.id,
    today,
    isWanted: isNarrowed(filter) ? (person) => isWanted(person, filter, today) : undefined,
    from: (filter.page - 1) * PAGE_SIZE,
    rows: PAGE_SIZE,
  })
  return page(
    c,
    <ShortlistPage
      opportunity={opportunity}
      rows={rows.map((row) => toBrokerRow(row.of, row))}
      count={count}
      leftOut={leftOut}
      filter={filter}
      pageCount={countPages(count, PAGE_SIZE)}
      advisers={await listActiveAccounts(db, 'adviser')}
      found={filter.who && !filter.isTooShort ? await findPeopleByName(db, c.var.actor.id, filter.who) : []}
      today={today}
    />,
  )
})

const isNarrowed = ({ district, adviser, weeks }: ShortlistFilter) =>
  district !== '' || adviser !== '' || weeks > 0

function isWanted(person: Listed, filter: ShortlistFilter, today: string): boolean {
  const weeks = person.waitingSince ? daysBetween(person.waitingSince, today) / 7 : 0
  return (
    (filter.district === '' || person.district === filter.district) &&
    (filter.adviser === '' ||
      (filter.adviser === 'none' ? person.adviserId === null : person.adviserId === filter.adviser)) &&
    weeks >= filter.weeks
  )
}

async function pair(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { db, secrets, now } = c.var.deps
  const careLeaverId = readId<CareLeaverId>(c, 'person')
  const today = dayOf(now())
  const [opportunity, person, interest, ruleSet, tasks] = await Promise.all([
    findPublished(db, readId<OpportunityId>(c)),
    findCandidate(db, secrets, careLeaverId, c.var.actor.id),
    findOpenInterest(db, careLeaverId, readId<OpportunityId>(c)),
    readRuleSet(db),
    listTasksOfPair(db, careLeaverId, readId<OpportunityId>(c)),
  ])
  if (!opportunity || !person) throw new Problem(404)
  await noteView(c, person.id, 'shortlist')
  const considered = consideredFor(person, interest)
  const context = { today, ruleSet }
  const row = toBrokerRow(considered, {
    eligibility: assess(considered, opportunity, context),
    score: scorePair(considered, opportunity, context),
  })
  const body = (
    <PairPage
      opportunity={opportunity}
      row={row}
      interest={interest ?? null}
      tasks={isOpenToBroker(considered) ? tasks : null}
      mayPropose={can(c.var.actor.role, 'match.propose') && opportunity.state === 'published'}
      holdUntil={addWorkingDays(today, HOLD_WORKING_DAYS)}
      filter={readShortlistFilter(c)}
      today={today}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

shortlist.get('/team/opportunities/:id/people/:person', guard('shortlist.read'), (c) => pair(c))

shortlist.post('/team/opportunities/:id/people/:person/propose', guard('match.propose'), async (c) => {
  const form = readForm(c, ProposeForm)
  const values = form.ok ? form.value : form.values
  const { holdUntil, error } = toHoldUntil(values)
  if (!form.ok || error)
    return pair(c, { values, errors: [...(form.ok ? [] : form.errors), ...(error ? [error] : [])] })

  const [opportunityId, careLeaverId] = [readId<OpportunityId>(c), readId<CareLeaverId>(c, 'person')]
  const matchId = c.var.deps.newId() as MatchId
  const ctx = commandContext(c, paths.team.match(matchId), 'proposed')
  const { reason, wordsToPerson } = form.value
  const proposal = { matchId, opportunityId, careLeaverId, reason, wordsToPerson, holdUntil }
  const outcome = await proposeMatch(ctx, proposal)
  if (outcome !== 'hold-too-long') return finish(c, ctx, outcome)
  return pair(c, {
    values,
    errors: [{ field: 'holdUntil', message: 'The place can be held from today for up to 28 days' }],
  })
})
