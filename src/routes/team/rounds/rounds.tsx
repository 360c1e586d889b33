import { type Context, Hono } from 'hono'
import { listOpenings } from '../../../../db/queries/opportunities'
import {
  findRound,
  listRoundOffers,
  listRoundResults,
  listRounds,
  type RoundRecord,
  listSuggestions,
} from '../../../../db/queries/rounds'
import { NewRoundPage } from '../../../../views/team/rounds/new-round-page'
import { RoundOffersPage } from '../../../../views/team/rounds/round-offers-page'
import { RoundPage } from '../../../../views/team/rounds/round-page'
import { RoundsPage } from '../../../../views/team/rounds/rounds-page'
import { chooseRule } from '../../../commands/rounds/choose-rule'
import { endRound } from '../../../commands/rounds/end-round'
import { openRound, type OpenRoundOutcome } from '../../../commands/rounds/open-round'
import { addMinutes, dayOf } from '../../../domain/dates'
import type { RoundId } from '../../../domain/ids'
import type { OpportunityKind } from '../../../domain/opportunity'
import type { AppEnv } from '../../../http/app-env'
import { commandContext, done } from '../../../http/command-context'
import { afterwards } from '../../../http/drain-after-post'
import { dayValues } from '../../../http/fields'
import { type FieldError, type FormProblem, readForm, readId } from '../../../http/form'
import { guard } from '../../../http/guard'
import { page } from '../../../http/page'
import { Problem } from '../../../http/problems'
import { paths } from '../../../paths'
import { can } from '../../../policy/permissions'
import { finish } from '../finish'
import { placementsNow } from './round-list'
import { ChooseRuleForm, EndRoundForm, OpenRoundForm, toRoundAsked } from './round.forms'

/** A cohort placed at once: opening a round, comparing the rules, choosing one. */
export const rounds = new Hono<AppEnv>()

rounds.get(paths.team.rounds, guard('round.read'), async (c) => {
  const list = await listRounds(c.var.deps.db)
  return page(c, <RoundsPage rounds={list} mayOpen={can(c.var.actor.role, 'round.open')} />)
})

/** A round of a county takes seconds; what is not there after this keeps failing. */
const ROUND_MINUTES = 10

/** Kinds with fewer places than people. What everybody can have needs no round. */
const SCARCE_KINDS: OpportunityKind[] = [
  'work-experience',
  'apprenticeship',
  'job',
  'guaranteed-interview',
  'insight-day',
  'training',
  'mentoring',
  'befriending',
]

async function newRound(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { db, now } = c.var.deps
  const today = dayOf(now())
  const body = (
    <NewRoundPage
      openings={await listOpenings(db, today)}
      values={
        problem?.values ?? {
          which: 'kinds',
          kinds: SCARCE_KINDS,
          pairs: 'eligible',
          waitWeeksMin: '0',
          ...dayValues('day', today),
        }
      }
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

rounds.get(paths.team.newRound, guard('round.open'), (c) => newRound(c))

/** What can be mended on the form itself. */
const WRONG: Partial<Record<OpenRoundOutcome, FieldError>> = {
  'not-this-day': { field: 'day', message: 'The day must be from today up to four weeks from now' },
  'no-opportunity': {
    field: 'which',
    message: 'None of these opportunities is live with a free place. Choose others',
  },
  'nobody-to-place': {
    field: 'waitWeeksMin',
    message: 'Nobody who may be suggested and is waiting fits this. Choose more districts or fewer weeks',
  },
  'too-big': {
    field: 'which',
    message: 'This is more than can be worked out at once here. Choose fewer opportunities or districts',
  },
}

rounds.post(paths.team.rounds, guard('round.open'), async (c) => {
  const form = readForm(c, OpenRoundForm)
  if (!form.ok) return newRound(c, form)
  const asked = toRoundAsked(form.value)
  if ('error' in asked) return newRound(c, { values: form.values, errors: [asked.error] })
  const { deps } = c.var
  const id = deps.newId() as RoundId
  const ctx = commandContext(c, paths.team.round(id), 'round-opened')
  const outcome = await openRound(ctx, { id, ...asked }, deps.rounds.pairsMax)
  const wrong = WRONG[outcome]
  if (wrong) return newRound(c, { values: form.values, errors: [wrong] })
  if (outcome !== 'committed') return finish(c, ctx, outcome)
  deps.rounds.computeSoon(afterwards(c))
  return done(c, ctx)
})

/** When it could be worked out: as it was opened, or as its day began. */
const dueAt = ({ createdAt, day }: RoundRecord) =>
  new Date(createdAt.slice(0, 10) < day ? `${day}T00:00:00Z` : createdAt)

async function roundPage(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { db, now } = c.var.deps
  const id = readId<RoundId>(c)
  const [round, offers, results, suggestions] = await Promise.all([
    findRound(db, id),
    listRoundOffers(db, id),
    listRoundResults(db, id),
    listSuggestions(db, id),
  ])
  if (!round) throw new Problem(404)
  const body = (
    <RoundPage
      round={round}
      offers={offers}
      results={results}
      suggestions={suggestions}
      mayDecide={can(c.var.actor.role, 'round.decide')}
      today={dayOf(now())}
      isOverdue={addMinutes(dueAt(round), ROUND_MINUTES) < now()}
      values={problem?.values ?? { rule: 'band-by-band' }}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

rounds.get('/team/rounds/:id', guard('round.read'), (c) => roundPage(c))

rounds.post('/team/rounds/:id/choose', guard('round.decide'), async (c) => {
  const form = readForm(c, ChooseRuleForm)
  if (!form.ok) return roundPage(c, form)
  const id = readId<RoundId>(c)
  const ctx = commandContext(c, paths.team.roundPeople(id), 'rule-chosen')
  const outcome = await chooseRule(ctx, id, form.value)
  if (outcome === 'needs-a-reason')
    return roundPage(c, {
      values: form.values,
      errors: [{ field: 'reason', message: 'Write why this rule and not “band by band”' }],
    })
  return finish(c, ctx, outcome)
})

rounds.post('/team/rounds/:id/end', guard('round.decide'), async (c) => {
  const form = readForm(c, EndRoundForm)
  if (!form.ok) return roundPage(c, form)
  const id = readId<RoundId>(c)
  const ctx = commandContext(c, paths.team.round(id), 'round-ended')
  return finish(c, ctx, await endRound(ctx, id, { action: form.value.ending, reason: form.value.endReason }))
})

rounds.get('/team/rounds/:id/offers', guard('round.read'), async (c) => {
  const { db } = c.var.deps
  const id = readId<RoundId>(c)
  const [round, offers, results, suggestions] = await Promise.all([
    findRound(db, id),
    listRoundOffers(db, id),
    listRoundResults(db, id),
    listSuggestions(db, id),
  ])
  const result = results.find(({ rule }) => rule === (round?.rule ?? 'band-by-band'))
  if (!round || !result) throw new Problem(404)
  const placements = placementsNow(result.placements, suggestions)
  return page(c, <RoundOffersPage round={round} offers={offers} result={result} placements={placements} />)
})
