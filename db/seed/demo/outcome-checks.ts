import { addDays } from '../../../src/domain/dates'
import { OUTCOME_WEEKS, type OutcomeResult, type OutcomeWeek } from '../../../src/domain/match'
import type { Step } from './history'
import type { DemoMatch } from './matches'
import { OUTCOME_WORDS } from './words'
import type { World } from './world'

/** How long a check may wait in the queue. */
const QUEUE_DAYS = 12

type Check = {
  week: OutcomeWeek
  dueOn: string
  state: 'waiting' | 'due' | 'recorded' | 'not-needed'
  at: string | null
}

/** The checks of a placement at 1, 4, 13 and 26 weeks: waiting, due, recorded, or no longer needed. */
export function addOutcomeChecks(world: World, match: DemoMatch): void {
  const { startedOn } = match.life
  const begun = match.life.steps.find(({ action }) => action === 'match.start')
  if (!startedOn || !begun) return
  for (const week of OUTCOME_WEEKS) {
    const check = checkOf(world, match, week, addDays(startedOn, week * 7))
    addCheckRow(world, match, check, begun.at)
  }
}

function checkOf(world: World, { life, state }: DemoMatch, week: OutcomeWeek, dueOn: string): Check {
  const { chance, calendar } = world
  const check = { week, dueOn, at: null }
  if (life.endedAtWeek !== null && week > life.endedAtWeek) return { ...check, state: 'not-needed' }
  if (life.endedAtWeek === week || (state === 'completed' && week === 26)) {
    return { ...check, state: 'recorded', at: life.steps.at(-1)?.at ?? calendar.now }
  }
  if (dueOn > calendar.today) return { ...check, state: 'waiting' }
  const isRecent = addDays(dueOn, QUEUE_DAYS) >= calendar.today
  if (isRecent && chance.happens(0.7)) return { ...check, state: 'due' }
  return { ...check, state: 'recorded', at: calendar.momentOn(addDays(dueOn, chance.between(0, 5))) }
}

function addCheckRow(world: World, match: DemoMatch, check: Check, plannedAt: string): void {
  const { chance, rows, history } = world
  const id = chance.id()
  const result = check.state === 'recorded' ? drawResult(world, match, check.week) : null
  rows.add('outcome_check', {
    id,
    match_id: match.id,
    week: check.week,
    due_on: check.dueOn,
    state: check.state,
    result,
    words: result ? chance.pick(OUTCOME_WORDS[result]) : '',
    recorded_by: result ? match.broker : null,
    recorded_at: result ? check.at : null,
    version: history.record(`outcome-check:${id}`, stepsOf(world, match, check, { plannedAt, result })),
  })
}

function drawResult({ chance }: World, { life, state }: DemoMatch, week: OutcomeWeek): OutcomeResult {
  if (life.endedAtWeek === week) return 'ended'
  if (state === 'completed' && week === 26)
    return chance.weighted({ 'going-well': 80, 'going-with-support': 20 })
  return chance.weighted({ 'going-well': 64, 'going-with-support': 27, 'not-reached': 9 })
}

type Told = { plannedAt: string; result: string | null }

function stepsOf(
  { calendar }: World,
  { broker }: DemoMatch,
  check: Check,
  { plannedAt, result }: Told,
): Step[] {
  const planned: Step = { at: plannedAt, by: 'system', action: 'outcome.plan', to: 'waiting' }
  if (check.state === 'waiting' || check.state === 'not-needed') return [planned]
  const dueAt = calendar.nightOf(check.dueOn)
  const due: Step = { at: dueAt, by: 'system', action: 'outcome.due', from: 'waiting', to: 'due' }
  if (!result) return [planned, due]
  const at = check.at && check.at > dueAt ? check.at : dueAt
  return [
    planned,
    due,
    { at, by: broker, action: 'outcome.record', from: 'due', to: 'recorded', code: result },
  ]
}
