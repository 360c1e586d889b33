import { addDays } from '../../../src/domain/dates'
import type { PledgeId } from '../../../src/domain/ids'
import { nextPledgeState, type PledgeAction, type PledgeState } from '../../../src/domain/pledge'
import type { CovenantOutcome } from '../../../src/domain/taxonomy'
import type { SeededAccount } from './accounts'
import type { Step } from './history'
import type { OrganisationKey } from './organisations'
import { PLEDGE_TEXTS } from './pledge-texts'
import type { Staff } from './staff'
import { WITHDRAWN_PLEDGE_WORDS } from './words'
import type { World } from './world'

export type DemoPledge = {
  id: PledgeId
  organisation: OrganisationKey
  outcome: CovenantOutcome
  state: PledgeState
}

/** The way each state is reached. */
const WAYS: Record<PledgeState, readonly PledgeAction[]> = {
  intent: [],
  agreed: ['agree'],
  live: ['agree', 'go-live'],
  delivered: ['agree', 'go-live', 'deliver'],
  'partly-delivered': ['agree', 'go-live', 'deliver-partly'],
  lapsed: ['agree', 'lapse'],
  withdrawn: ['agree', 'withdraw'],
}

/** Turn by turn, so that every state is there whatever the texts. */
const TURNS: readonly PledgeState[] = [
  'live',
  'agreed',
  'live',
  'intent',
  'live',
  'delivered',
  'live',
  'partly-delivered',
  'agreed',
  'live',
  'lapsed',
  'live',
  'intent',
  'delivered',
  'withdrawn',
]

/** What each organisation has promised, and how far it has got. */
export function addPledges(world: World, staff: Staff): DemoPledge[] {
  return PLEDGE_TEXTS.map((text, index) => {
    const state = TURNS[index % TURNS.length] ?? 'live'
    const owner = world.chance.pick(staff.posters.get(text.by) ?? [])
    const id = world.chance.id() as PledgeId
    const createdDaysAgo = createdAgo(world, state)
    const steps = stepsTo(world, staff, { state, owner, createdDaysAgo })
    const createdAt = steps[0]?.at ?? world.calendar.now
    const reason = state === 'withdrawn' ? (steps.at(-1)?.words ?? '') : ''
    const madeOn = createdAt.slice(0, 10)
    world.rows.add('pledge', {
      id,
      organisation_id:
        staff.organisationIds.get(text.by) ??
        (owner.organisationId as NonNullable<SeededAccount['organisationId']>),
      owner_id: owner.id,
      what: text.what,
      outcome: text.outcome,
      places: text.places,
      due_on:
        state === 'lapsed'
          ? world.calendar.day(world.chance.between(5, 60))
          : addDays(madeOn, 365 + world.chance.between(0, 200)),
      review_on: addDays(madeOn, createdDaysAgo > 360 ? 730 : 365),
      state,
      state_reason: reason,
      version: world.history.record(`pledge:${id}`, steps),
      created_at: createdAt,
    })
    return { id, organisation: text.by, outcome: text.outcome, state }
  })
}

function createdAgo({ chance }: World, state: PledgeState): number {
  if (state === 'intent') return chance.between(1, 25)
  if (state === 'agreed') return chance.between(20, 200)
  return chance.between(240, 510)
}

type Made = { state: PledgeState; owner: SeededAccount; createdDaysAgo: number }

function stepsTo(world: World, staff: Staff, { state, owner, createdDaysAgo }: Made): Step[] {
  const { chance, calendar } = world
  const ways = WAYS[state]
  const days = [
    createdDaysAgo,
    ...ways.map((_, index) => Math.max(1, createdDaysAgo - 12 - index * chance.between(50, 100))),
  ]
  const moments = calendar.moments(days)
  const steps: Step[] = [
    { at: moments[0] ?? calendar.now, by: owner.id, action: 'pledge.make', to: 'intent' },
  ]
  let from: PledgeState = 'intent'
  for (const [index, action] of ways.entries()) {
    const to = nextPledgeState(from, action)
    if (!to) throw new Error(`A pledge cannot ${action} from ${from}`)
    const by = action === 'agree' ? chance.pick(staff.brokers).id : action === 'lapse' ? 'system' : owner.id
    const words = action === 'withdraw' ? { words: chance.pick(WITHDRAWN_PLEDGE_WORDS) } : {}
    steps.push({ at: moments[index + 1] ?? calendar.now, by, action: `pledge.${action}`, from, to, ...words })
    from = to
  }
  return steps
}
