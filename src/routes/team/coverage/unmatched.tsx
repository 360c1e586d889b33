import { type Context, Hono } from 'hono'
import { findCandidate } from '../../../../db/queries/candidates'
import { findNoMatch } from '../../../../db/queries/no-match'
import { listOpenings } from '../../../../db/queries/opportunities'
import { readRuleSet } from '../../../../db/queries/rule-sets'
import { TooManyPage, UnmatchedPage } from '../../../../views/team/coverage/unmatched-page'
import { UnmatchedPersonPage } from '../../../../views/team/coverage/unmatched-person-page'
import { recordNoMatch } from '../../../commands/no-match/record-no-match'
import { dayOf } from '../../../domain/dates'
import type { CareLeaverId } from '../../../domain/ids'
import { usualDayToLookAgain } from '../../../domain/no-match'
import type { AppEnv } from '../../../http/app-env'
import { commandContext } from '../../../http/command-context'
import { dayValues } from '../../../http/fields'
import { type FormProblem, readForm, readId } from '../../../http/form'
import { guard } from '../../../http/guard'
import { noteView } from '../../../http/note-view'
import { page } from '../../../http/page'
import { countPages, pageOf } from '../../../http/paging'
import { Problem } from '../../../http/problems'
import { modelsThatFit } from '../../../matching/coverage/model-offers'
import { bestModel, countHelped, whyUnmatched } from '../../../matching/coverage/unmatched'
import { paths } from '../../../paths'
import { can } from '../../../policy/permissions'
import { finish } from '../finish'
import { readShortlistFilter } from '../shortlist-filter'
import { unmatchedFigures } from './kept-figures'
import { NoMatchForm, toNoMatch } from './unmatched.form'
import { listUnmatched } from './waiting-unmatched'

/** Those whom nothing fits: why, what would change it, and what a broker found when they looked. */
export const unmatched = new Hono<AppEnv>()

const PAGE_SIZE = 25

unmatched.get(paths.team.unmatched, guard('no-match.read'), async (c) => {
  const { district } = readShortlistFilter(c)
  const everybody = await listUnmatched(c, { district })
  if (everybody === 'too-big') return page(c, <TooManyPage district={district} />)
  const show = c.req.query('show') === 'later' ? 'later' : 'to-look-at'
  const helped = countHelped(everybody)
  const ofShow = everybody.filter(({ lookAgainOn }) => (lookAgainOn === null) === (show === 'to-look-at'))
  const reasons = [...new Set(ofShow.map(({ reason }) => reason))].sort()
  const reason = reasons.find((one) => one === c.req.query('reason')) ?? ''
  const wanted = ofShow.filter(
    (one) => (!district || one.person.district === district) && (!reason || one.reason === reason),
  )
  const at = pageOf(c)
  return page(
    c,
    <UnmatchedPage
      rows={wanted
        .slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE)
        .map((one) => ({ ...one, best: bestModel(one, helped) }))}
      count={wanted.length}
      filter={{ show, district, reason, page: at }}
      reasons={reasons}
      pageCount={countPages(wanted.length, PAGE_SIZE)}
      today={dayOf(c.var.deps.now())}
    />,
  )
})

async function personPage(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { db, secrets, now } = c.var.deps
  const person = await findCandidate(db, secrets, readId<CareLeaverId>(c), c.var.actor.id)
  if (!person) throw new Problem(404)
  await noteView(c, person.id, 'shortlist')
  const today = dayOf(now())
  const [openings, ruleSet, before, all] = await Promise.all([
    listOpenings(db, today),
    readRuleSet(db),
    findNoMatch(db, person.id),
    unmatchedFigures(c),
  ])
  const context = { today, ruleSet }
  const why = whyUnmatched(person, openings, context)
  const [models = []] = why ? modelsThatFit([person], context) : []
  const body = (
    <UnmatchedPersonPage
      person={{ id: person.id, preferredName: person.preferredName, waitingSince: person.waitingSince }}
      why={why}
      best={bestModel({ person, models }, countHelped(all === 'too-big' ? [{ models }] : all))}
      before={before ?? null}
      mayRecord={can(c.var.actor.role, 'no-match.record')}
      today={today}
      values={problem?.values ?? dayValues('lookAgainOn', usualDayToLookAgain(today))}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

unmatched.get('/team/unmatched/:id', guard('no-match.read'), (c) => personPage(c))

unmatched.post('/team/unmatched/:id', guard('no-match.record'), async (c) => {
  const form = readForm(c, NoMatchForm)
  if (!form.ok) return personPage(c, form)
  const noMatch = toNoMatch(form.value)
  if ('error' in noMatch) return personPage(c, { values: form.values, errors: [noMatch.error] })
  const ctx = commandContext(c, paths.team.unmatched, 'no-match-recorded')
  const outcome = await recordNoMatch(ctx, readId<CareLeaverId>(c), noMatch, form.value.seen)
  if (outcome !== 'not-this-day') return finish(c, ctx, outcome)
  const message = 'The day to look again must be after today and within 26 weeks'
  return personPage(c, { values: form.values, errors: [{ field: 'lookAgainOn', message }] })
})
