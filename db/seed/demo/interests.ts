import { addWorkingDays } from '../../../src/domain/dates'
import type { AccountId, InterestId } from '../../../src/domain/ids'
import {
  ANSWER_WORKING_DAYS,
  type InterestAction,
  type InterestState,
  nextInterestState,
  NOT_THIS_TIME_CODES,
} from '../../../src/domain/match'
import type { Step } from './history'
import type { Offer } from './opportunities'
import { helperOf, type Person } from './people'
import type { Staff } from './staff'
import { INTEREST_WORDS, KEEP_WORDS, NOT_THIS_TIME_WORDS } from './words'
import type { World } from './world'

/** Interests that no match came of (yet): how many, and how many days ago at the earliest and the latest. */
const PLAN: Record<
  Exclude<InterestState, 'proposed'>,
  { count: number; daysAgo: readonly [number, number] }
> = {
  open: { count: 58, daysAgo: [0, 8] },
  kept: { count: 26, daysAgo: [6, 60] },
  'not-this-time': { count: 88, daysAgo: [12, 480] },
  withdrawn: { count: 28, daysAgo: [4, 400] },
}

const ACTIONS: Record<Exclude<InterestState, 'open'>, InterestAction> = {
  proposed: 'propose',
  kept: 'keep',
  'not-this-time': 'refuse',
  withdrawn: 'withdraw',
}

/** "I'm interested", in every state but the one that became a match. */
export function addInterests(
  world: World,
  staff: Staff,
  { people, offers }: { people: readonly Person[]; offers: readonly Offer[] },
): void {
  const { chance } = world
  const pairs = new Set<string>()
  const asking = people.filter(
    (person) => !person.isShowcase && (person.account?.activeSince || person.adviser),
  )
  for (const [state, { count, daysAgo }] of Object.entries(PLAN)) {
    for (let added = 0; added < count;) {
      const asked = chance.between(...daysAgo)
      const person = chance.pick(asking)
      const offer = chance.pick(offers)
      const pair = `${person.id} ${offer.id}`
      if (
        !isOpenAt(offer, asked) ||
        pairs.has(pair) ||
        person.hasLiveMatch ||
        !isHereAt(world, person, asked)
      )
        continue
      if ((state === 'open' || state === 'kept') && offer.state !== 'published') continue
      pairs.add(pair)
      addInterest(world, staff, { person, offer, state: state as InterestState, daysAgo: asked })
      added += 1
    }
  }
}

/** Whether somebody could be put to an offer, or ask about it, so many days ago. */
export function isOpenAt({ live }: Offer, daysAgo: number): boolean {
  return live !== undefined && live.fromDaysAgo > daysAgo + 2 && live.untilDaysAgo < daysAgo
}

function isHereAt({ calendar }: World, person: Person, daysAgo: number): boolean {
  return person.createdAt.slice(0, 10) < calendar.day(daysAgo + 4)
}

type NewInterest = {
  person: Person
  offer: Offer
  state: InterestState
  daysAgo: number
  answeredBy?: AccountId
  answeredAt?: string
}

/** One interest with its answer, if it has had one. */
export function addInterest(world: World, staff: Staff, interest: NewInterest): InterestId {
  const { chance, calendar, rows, history } = world
  const { person, offer, state, daysAgo } = interest
  const id = chance.id() as InterestId
  const [drawnAt = '', later = ''] = calendar.moments([daysAgo, Math.max(0, daysAgo - chance.between(1, 6))])
  const at = interest.answeredAt ?? later
  const createdAt = drawnAt < at ? drawnAt : calendar.justBefore(at)
  const own = (person.account?.activeSince ?? '~') <= createdAt
  const recordedBy = own && person.account ? person.account.id : helperOf(world, staff, person)
  const answer = answerTo(world, state)
  const by = state === 'withdrawn' ? recordedBy : (interest.answeredBy ?? chance.pick(staff.brokers).id)
  const steps: Step[] = [{ at: createdAt, by: recordedBy, action: 'interest.record', to: 'open' }]
  if (state !== 'open') steps.push(answerStep(state, { at, by, code: answer.code }))
  const isAnswered = state !== 'open' && state !== 'withdrawn'
  rows.add('interest', {
    id,
    care_leaver_id: person.id,
    opportunity_id: offer.id,
    state,
    words: chance.pick(INTEREST_WORDS),
    recorded_by: recordedBy,
    answer_due_on: addWorkingDays(createdAt.slice(0, 10), ANSWER_WORKING_DAYS),
    answer_code: answer.code,
    answer_words: answer.words,
    answered_by: isAnswered ? by : null,
    answered_at: isAnswered ? at : null,
    version: history.record(`interest:${id}`, steps),
    created_at: createdAt,
  })
  return id
}

function answerTo({ chance }: World, state: InterestState): { code: string | null; words: string } {
  if (state === 'kept') return { code: null, words: chance.pick(KEEP_WORDS) }
  if (state !== 'not-this-time') return { code: null, words: '' }
  const code = chance.pick(NOT_THIS_TIME_CODES)
  return { code, words: NOT_THIS_TIME_WORDS[code] }
}

function answerStep(
  state: Exclude<InterestState, 'open'>,
  { at, by, code }: { at: string; by: string; code: string | null },
): Step {
  const to = nextInterestState('open', ACTIONS[state]) ?? state
  const action = state === 'withdrawn' ? 'interest.withdraw' : 'interest.answer'
  return { at, by, action, from: 'open', to, ...(code ? { code } : {}) }
}
