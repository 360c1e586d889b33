import { type Context, Hono } from 'hono'
import { findCandidate } from '../../../../db/queries/candidates'
import { findPublished, listOpenings } from '../../../../db/queries/opportunities'
import {
  findRound,
  findRoundInputs,
  findRoundPerson,
  listRoundOffers,
  listRoundPeople,
  listRoundResults,
  listSuggestions,
} from '../../../../db/queries/rounds'
import { readRuleSet } from '../../../../db/queries/rule-sets'
import { RoundPeoplePage } from '../../../../views/team/rounds/round-people-page'
import { RoundPersonPage } from '../../../../views/team/rounds/round-person-page'
import { RoundSwapPage } from '../../../../views/team/rounds/round-swap-page'
import { acceptSuggestion, dropSuggestion } from '../../../commands/rounds/decide-suggestion'
import { swapSuggestions } from '../../../commands/rounds/swap-suggestions'
import { addWorkingDays, dayOf } from '../../../domain/dates'
import type { MatchId, RoundId, SuggestionId } from '../../../domain/ids'
import { HOLD_WORKING_DAYS } from '../../../domain/match'
import type { AppEnv } from '../../../http/app-env'
import { commandContext } from '../../../http/command-context'
import { type FormProblem, readForm, readId } from '../../../http/form'
import { guard } from '../../../http/guard'
import { noteView } from '../../../http/note-view'
import { page } from '../../../http/page'
import { countPages, pageOf } from '../../../http/paging'
import { Problem } from '../../../http/problems'
import { toBrokerRow } from '../../../matching/broker-row'
import { explainPlacement } from '../../../matching/cohort/explain-placement'
import { countObstacles } from '../../../matching/cohort/obstacles'
import { fitOf, standingsOf } from '../../../matching/cohort/standings'
import { fromParts } from '../../../matching/cohort/stored-round'
import { effectOfSwap, swapCandidates } from '../../../matching/cohort/swap'
import { assess } from '../../../matching/eligibility'
import { scorePair } from '../../../matching/score'
import { paths } from '../../../paths'
import { can } from '../../../policy/permissions'
import { toHoldUntil } from '../propose.form'
import { finish } from '../finish'
import { isShown, listStandings, placementsNow, readShow } from './round-list'
import { AcceptForm, DropForm, SwapForm } from './round.forms'

/** Deciding on the people of a round, one by one, with the reason in sight. */
export const roundPeople = new Hono<AppEnv>()

/** A round that was worked out, with where everybody stands under its rule now. */
async function openRound(c: Context<AppEnv>) {
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
  return { round, offers, result, suggestions, placements: placementsNow(result.placements, suggestions) }
}

const PAGE_SIZE = 25

roundPeople.get('/team/rounds/:id/people', guard('round.read'), async (c) => {
  const { db, now } = c.var.deps
  const { round, offers, result, suggestions, placements } = await openRound(c)
  const [people, numbers] = await Promise.all([
    listRoundPeople(db, round.id, c.var.actor.id),
    findRoundInputs(db, round.id),
  ])
  const inputs = fromParts(numbers.parts, numbers)
  const show = readShow(c, round.state)
  const wanted = listStandings(people, placements, suggestions, inputs).filter((one) => isShown(one, show))
  const [at, standings] = [pageOf(c), standingsOf(inputs, result.placements)]
  const shown = wanted.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE)
  return page(
    c,
    <RoundPeoplePage
      round={round}
      offers={offers}
      rows={shown.map((one) => ({
        ...one,
        given: result.placements[one.person.number] ?? -1,
        explained: explainPlacement(inputs, standings, {
          person: one.person.number,
          placement: result.placements[one.person.number] ?? -1,
          rule: result.rule,
        }),
      }))}
      count={wanted.length}
      show={show}
      page={at}
      pageCount={countPages(wanted.length, PAGE_SIZE)}
      today={dayOf(now())}
    />,
  )
})

const PERSON = /^\d{1,7}$/

/** Somebody's number in the round; what is no number does not exist. */
function readNumber(c: Context<AppEnv>): number {
  const number = c.req.param('number') ?? ''
  if (!PERSON.test(number)) throw new Problem(404)
  return Number(number)
}

/** Somebody of the round by their number; whoever must not be seen by this viewer is not there. */
async function openPerson(c: Context<AppEnv>) {
  const opened = await openRound(c)
  const person = await findRoundPerson(c.var.deps.db, opened.round.id, readNumber(c), c.var.actor.id)
  if (!person) throw new Problem(404)
  const mine = opened.suggestions.filter((one) => one.person === person.number)
  const suggestion = mine.find(({ state }) => state !== 'dropped') ?? mine[0]
  return { ...opened, person, suggestion }
}

async function personPage(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { db, secrets, now } = c.var.deps
  const { round, offers, result, placements, person, suggestion } = await openPerson(c)
  const today = dayOf(now())
  if (person.careLeaverId) await noteView(c, person.careLeaverId, 'shortlist')
  const [numbers, ruleSet] = await Promise.all([findRoundInputs(db, round.id), readRuleSet(db)])
  const context = { today, ruleSet }
  const inputs = fromParts(numbers.parts, numbers)
  const placement = placements[person.number] ?? -1
  const given = result.placements[person.number] ?? -1
  const explained = explainPlacement(inputs, standingsOf(inputs, result.placements), {
    person: person.number,
    placement: given,
    rule: result.rule,
  })
  const candidate = person.careLeaverId
    ? await findCandidate(db, secrets, person.careLeaverId, c.var.actor.id)
    : undefined
  const offer = offers.find(({ number }) => number === placement)
  const opening = offer && (await findPublished(db, offer.id))
  const inRound = new Set(offers.map(({ id }) => id))
  const openings = placement === -1 && given === -1 ? await listOpenings(db, today) : []
  const body = (
    <RoundPersonPage
      round={round}
      offers={offers}
      person={person}
      offer={offer ?? null}
      suggestion={suggestion ?? null}
      given={offers[given] ?? null}
      fit={placement === -1 ? 0 : (fitOf(inputs, person.number, placement) ?? 0)}
      explained={explained}
      row={
        candidate && opening && suggestion?.state !== 'proposed'
          ? toBrokerRow(candidate, {
              eligibility: assess(candidate, opening, context),
              score: scorePair(candidate, opening, context),
            })
          : null
      }
      obstacles={
        candidate
          ? countObstacles(
              candidate,
              openings.filter(({ id }) => inRound.has(id)),
              context,
              round,
            )
          : []
      }
      mayDecide={can(c.var.actor.role, 'round.decide')}
      holdUntil={addWorkingDays(today, HOLD_WORKING_DAYS)}
      today={today}
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

roundPeople.get('/team/rounds/:id/people/:number', guard('round.read'), (c) => personPage(c))

roundPeople.get('/team/rounds/:id/people/:number/swap', guard('round.decide'), (c) => swapPage(c))

async function swapPage(c: Context<AppEnv>, problem?: FormProblem): Promise<Response> {
  const { db } = c.var.deps
  const { round, offers, placements, person, suggestion, suggestions } = await openPerson(c)
  if (suggestion?.state !== 'waiting') throw new Problem(404)
  if (person.careLeaverId) await noteView(c, person.careLeaverId, 'shortlist')
  const numbers = await findRoundInputs(db, round.id)
  const inputs = fromParts(numbers.parts, numbers)
  const people = await listRoundPeople(db, round.id, c.var.actor.id)
  const wanted = String(problem?.values.person ?? c.req.query('with') ?? '')
  const other = PERSON.test(wanted) ? people[Number(wanted)] : undefined
  const settled = new Set(suggestions.filter(({ state }) => state === 'proposed').map((one) => one.person))
  const isPossible =
    other !== undefined &&
    other.careLeaverId !== null &&
    other.number !== person.number &&
    !settled.has(other.number)
  const effect = isPossible ? effectOfSwap(inputs, placements, person.number, other.number) : undefined
  const body = (
    <RoundSwapPage
      round={round}
      offers={offers}
      person={person}
      suggestion={suggestion}
      candidates={swapCandidates(inputs, placements, person.number, settled).flatMap((candidate) => {
        const one = people[candidate.person]
        return one?.careLeaverId ? [{ ...candidate, about: one }] : []
      })}
      chosen={
        isPossible && effect ? { about: other, placement: placements[other.number] ?? -1, effect } : null
      }
      values={problem?.values ?? {}}
      errors={problem?.errors ?? []}
    />
  )
  return page(c, body, problem ? 422 : 200)
}

/** What is decided on is a suggestion; whoever never had one has nothing to be decided. */
async function checkSuggestion(c: Context<AppEnv>): Promise<void> {
  const suggestions = await listSuggestions(c.var.deps.db, readId<RoundId>(c))
  if (!suggestions.some(({ person }) => person === readNumber(c))) throw new Problem(404)
}

/** The suggestion a form was about when it was opened. */
const seenBy = (c: Context<AppEnv>, value: { suggestion: string; seen: number }) => ({
  roundId: readId<RoundId>(c),
  person: readNumber(c),
  id: value.suggestion as SuggestionId,
  version: value.seen,
})

roundPeople.post('/team/rounds/:id/people/:number/accept', guard('round.decide'), async (c) => {
  await checkSuggestion(c)
  const form = readForm(c, AcceptForm)
  if (!form.ok) return personPage(c, form)
  const { holdUntil, error } = toHoldUntil(form.value)
  if (error) return personPage(c, { values: form.values, errors: [error] })
  const matchId = c.var.deps.newId() as MatchId
  const ctx = commandContext(c, paths.team.roundPeople(readId<RoundId>(c)), 'proposed')
  const { reason, wordsToPerson } = form.value
  const outcome = await acceptSuggestion(ctx, seenBy(c, form.value), {
    matchId,
    reason,
    wordsToPerson,
    holdUntil,
  })
  if (outcome === 'hold-too-long')
    return personPage(c, {
      values: form.values,
      errors: [{ field: 'holdUntil', message: 'The hold can last from today until 28 days from now' }],
    })
  return finish(c, ctx, outcome)
})

roundPeople.post('/team/rounds/:id/people/:number/drop', guard('round.decide'), async (c) => {
  await checkSuggestion(c)
  const form = readForm(c, DropForm)
  if (!form.ok) return personPage(c, form)
  const ctx = commandContext(c, paths.team.roundPeople(readId<RoundId>(c)), 'suggestion-dropped')
  return finish(c, ctx, await dropSuggestion(ctx, seenBy(c, form.value), form.value.dropReason))
})

roundPeople.post('/team/rounds/:id/people/:number/swap', guard('round.decide'), async (c) => {
  await checkSuggestion(c)
  const form = readForm(c, SwapForm)
  if (!form.ok) return swapPage(c, form)
  const ctx = commandContext(c, paths.team.roundPeople(readId<RoundId>(c)), 'suggestion-swapped')
  const { person, reason } = form.value
  const outcome = await swapSuggestions(ctx, seenBy(c, form.value), { withPerson: Number(person), reason })
  return finish(c, ctx, outcome)
})
