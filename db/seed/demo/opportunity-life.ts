import { addDays, daysBetween } from '../../../src/domain/dates'
import type { OpportunityState } from '../../../src/domain/opportunity'
import type { Step } from './history'
import type { Offer } from './opportunities'
import type { Staff } from './staff'
import { type Review, REVIEWS } from './words'
import type { World } from './world'

/** How far a new version of a live one has got. */
export type NextState = 'submitted' | 'draft' | 'changes-requested'

/** A step before its moment is drawn: so many days ago. */
type Planned = Omit<Step, 'at'> & { daysAgo: number }

/** All that happened to an offer, from its first line to where it stands. */
export function tellLife(world: World, staff: Staff, offer: Offer, nextState: NextState | undefined): void {
  const broker = world.chance.pick(staff.brokers)
  const plan = [
    ...writing(world, offer),
    ...review(world, offer, broker.id),
    ...afterPublishing(world, offer),
  ]
  offer.steps = toSteps(world, plan)
  offer.submittedAt = lastAt(offer.steps, ['opportunity.submit'])
  offer.publishedAt = lastAt(offer.steps, ['opportunity.publish', 'opportunity.reinstate'])
  offer.reviewedBy = offer.publishedAt || offer.review ? broker : undefined
  if (nextState) openNextVersion(world, offer, nextState)
}

/** The moments in the order of time; what time alone does, it does at night. */
function toSteps({ calendar }: World, plan: readonly Planned[]): Step[] {
  const steps = plan.map(({ daysAgo, ...step }) => ({
    ...step,
    at: step.by === 'system' ? calendar.night(daysAgo) : calendar.moment(daysAgo),
  }))
  const moments = steps.map(({ at }) => at).sort()
  return steps.map((step, index) => ({ ...step, at: moments[index] ?? step.at }))
}

function lastAt(steps: readonly Step[], actions: readonly string[]): string | null {
  return steps.findLast(({ action }) => actions.includes(action))?.at ?? null
}

/** How many days ago it was sent to the team; for a draft, how many days ago it was begun. */
function sentDaysAgo({ chance }: World, { state, live }: Offer): number {
  if (state === 'draft') return chance.between(1, 25)
  if (state === 'submitted') return chance.between(0, 8)
  if (state === 'changes-requested') return chance.between(5, 14)
  return (live?.fromDaysAgo ?? chance.between(60, 400)) + chance.between(0, 4)
}

function writing(world: World, offer: Offer): Planned[] {
  const { chance } = world
  const sent = sentDaysAgo(world, offer)
  const begun = sent + chance.between(1, 9)
  const by = offer.owner.id
  const steps: Planned[] = [{ daysAgo: begun, by, action: 'opportunity.write', to: 'draft' }]
  for (let count = chance.between(3, 8); count > 0; count -= 1) {
    steps.push({ daysAgo: chance.between(sent, begun), by, action: 'opportunity.write' })
  }
  if (offer.state === 'draft') return steps
  if (offer.state === 'withdrawn' && !offer.live) {
    return [...steps, { daysAgo: sent, by, action: 'opportunity.drop', from: 'draft', to: 'withdrawn' }]
  }
  return [...steps, { daysAgo: sent, by, action: 'opportunity.submit', from: 'draft', to: 'submitted' }]
}

/** One in five came back once before it was published. */
function review(world: World, offer: Offer, brokerId: string): Planned[] {
  const { chance } = world
  const by = offer.owner.id
  if (offer.state === 'changes-requested')
    return [changesAsked(world, offer, { daysAgo: chance.between(1, 4), brokerId })]
  if (!offer.live) return []
  const { fromDaysAgo } = offer.live
  const published = {
    daysAgo: fromDaysAgo,
    by: brokerId,
    action: 'opportunity.publish',
    from: 'submitted',
    to: 'published',
  }
  if (!chance.happens(0.2)) return [published]
  return [
    changesAsked(world, offer, { daysAgo: fromDaysAgo, brokerId }),
    { daysAgo: fromDaysAgo, by, action: 'opportunity.write' },
    { daysAgo: fromDaysAgo, by, action: 'opportunity.submit', from: 'changes-requested', to: 'submitted' },
    published,
  ]
}

function changesAsked(
  { chance }: World,
  offer: Offer,
  { daysAgo, brokerId }: { daysAgo: number; brokerId: string },
): Planned {
  offer.review = chance.pick(reviewsOf(offer))
  const { codes, words } = offer.review
  const action = 'opportunity.request-changes'
  return {
    daysAgo,
    by: brokerId,
    action,
    from: 'submitted',
    to: 'changes-requested',
    code: codes.join(' '),
    words,
  }
}

function reviewsOf({ content }: Offer): Review[] {
  return REVIEWS.filter(({ kinds }) => kinds === undefined || kinds.includes(content.kind))
}

function afterPublishing(world: World, offer: Offer): Planned[] {
  if (!offer.live) return []
  const { chance, calendar } = world
  const by = offer.owner.id
  const { fromDaysAgo, untilDaysAgo } = offer.live
  const step = (verb: string, daysAgo: number, from: OpportunityState, to: OpportunityState): Planned => ({
    daysAgo: Math.max(0, daysAgo),
    by: verb === 'expire' ? 'system' : by,
    action: `opportunity.${verb}`,
    from,
    to,
  })
  const expired = () =>
    step(
      'expire',
      daysBetween(offer.content.closesOn ?? calendar.today, calendar.today) - 1,
      'published',
      'expired',
    )
  const endEarly = (verb: 'close' | 'withdraw', to: OpportunityState) => {
    const daysAgo = chance.between(untilDaysAgo + 1, fromDaysAgo - 3)
    offer.live = { fromDaysAgo, untilDaysAgo: daysAgo }
    return step(verb, daysAgo, 'published', to)
  }
  if (offer.state === 'paused') return [step('pause', chance.between(0, 3), 'published', 'paused')]
  if (offer.state === 'expired') return [expired()]
  if (offer.state === 'closed') return [endEarly('close', 'closed')]
  if (offer.state === 'withdrawn') return [endEarly('withdraw', 'withdrawn')]
  if (offer.state === 'archived') {
    const ending = chance.happens(0.5) ? expired() : endEarly('close', 'closed')
    const from = ending.to as OpportunityState
    return [ending, step('archive', ending.daysAgo - chance.between(5, 8), from, 'archived')]
  }
  return liveTurns(world, offer, step)
}

type ToStep = (verb: string, daysAgo: number, from: OpportunityState, to: OpportunityState) => Planned

/** A few live ones were paused for some days, or closed and brought back. */
function liveTurns({ chance }: World, { live }: Offer, step: ToStep): Planned[] {
  const daysAgo = Math.floor((live?.fromDaysAgo ?? 0) / 2)
  if (daysAgo < 6) return []
  if (chance.happens(0.06)) {
    return [step('pause', daysAgo, 'published', 'paused'), step('resume', daysAgo - 3, 'paused', 'published')]
  }
  if (!chance.happens(0.04)) return []
  return [
    step('close', daysAgo, 'published', 'closed'),
    step('reinstate', daysAgo - 3, 'closed', 'published'),
  ]
}

/** The champion opens a new version; the published one stays as it is meanwhile. */
function openNextVersion(world: World, offer: Offer, state: NextState): void {
  const by = offer.owner.id
  const same = { from: 'published', to: 'published' }
  const plan: Planned[] = [
    { daysAgo: 2, by, action: 'opportunity.write' },
    { daysAgo: 2, by, action: 'opportunity.write' },
  ]
  const review = state === 'changes-requested' ? world.chance.pick(reviewsOf(offer)) : undefined
  if (state !== 'draft') plan.push({ daysAgo: 1, by, action: 'opportunity.submit', ...same })
  if (review) {
    const { codes, words } = review
    const reviewer = offer.reviewedBy?.id ?? by
    plan.push({
      daysAgo: 0,
      by: reviewer,
      action: 'opportunity.request-changes',
      ...same,
      code: codes.join(' '),
      words,
    })
  }
  const steps = toSteps(world, plan)
  offer.steps.push(...steps)
  offer.nextVersion = { state, review, submittedAt: lastAt(steps, ['opportunity.submit']) }
}

/** When it came into the state it is in. */
export function stateSince(offer: Offer): string {
  return offer.steps.findLast(({ to }) => to !== undefined)?.at ?? ''
}

/** The day its champion was reminded that it closes, when that is soon. */
export function remindedOn(world: World, { state, content }: Offer): string | null {
  if (state !== 'published' || !content.closesOn) return null
  const reminder = addDays(content.closesOn, -5)
  return reminder <= world.calendar.today ? reminder : null
}
