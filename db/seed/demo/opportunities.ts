import { addDays, type Instant } from '../../../src/domain/dates'
import type { OpportunityId, OrganisationId, PledgeId } from '../../../src/domain/ids'
import type { OpportunityContent, OpportunityState } from '../../../src/domain/opportunity'
import { toContent } from '../../../src/domain/opportunity-draft'
import type { SeededAccount } from './accounts'
import type { Step } from './history'
import { datesFrom, listPostings, type Posting, toOfferContent } from './offer-content'
import { type NextState, tellLife } from './opportunity-life'
import type { DemoPledge } from './pledges'
import type { Staff } from './staff'
import type { Review } from './words'
import type { World } from './world'

/** How many there are in each state. The first are live; the next are on their way; the last belong to the past. */
const IN_FLIGHT = { submitted: 14, 'changes-requested': 6, draft: 12, paused: 4 } as const
const LIVE = 300
const PAST = { closed: 68, expired: 62, withdrawn: 18, archived: 52 } as const
const NEVER_PUBLISHED_EVERY = 4
/** Which of the live ones have a new version on its way. */
const NEXT_VERSIONS: ReadonlyMap<number, NextState> = new Map([
  [40, 'submitted'],
  [90, 'draft'],
  [140, 'changes-requested'],
  [190, 'submitted'],
  [240, 'draft'],
  [290, 'submitted'],
])

/** What the shown champion has in hand, and what the shown young people have been offered. */
const SCENE: Readonly<Record<string, OpportunityState>> = {
  'Stargazing at the country park|West Malling': 'draft',
  'Coastal walk and picnic|Deal': 'draft',
  'Free country park parking and café card|Gravesend': 'changes-requested',
  'Visitor team member|Gravesend': 'submitted',
  'A week with the country park rangers|West Malling': 'published',
  'Meet the rangers day|West Malling': 'published',
  'Conservation volunteer|West Malling': 'published',
  'Ranger apprentice|West Malling': 'published',
  'Café team member|Faversham': 'published',
  'Big shared dinner|Faversham': 'published',
  'Care-experienced mentor|Maidstone': 'published',
}

/** An opportunity while the story is being made; its rows are written at the end. */
export type Offer = {
  id: OpportunityId
  posting: Posting
  organisationId: OrganisationId
  owner: SeededAccount
  pledgeId: PledgeId | null
  state: OpportunityState
  content: OpportunityContent
  steps: Step[]
  publishedAt: Instant | null
  /** From how many days ago until how many days ago somebody could be put to it; undefined when never published. */
  live: { fromDaysAgo: number; untilDaysAgo: number } | undefined
  submittedAt: Instant | null
  /** What the team last asked to be changed. */
  review: Review | undefined
  reviewedBy: SeededAccount | undefined
  /** The new version of a live one that is being written or reviewed. */
  nextVersion: { state: NextState; review: Review | undefined; submittedAt: Instant | null } | undefined
  /** Places that matches hold or fill. */
  taken: number
}

/** Every offer, from drafts to the archive. */
export function makeOffers(world: World, staff: Staff, pledges: readonly DemoPledge[]): Offer[] {
  const mixed = world.chance.shuffled(listPostings())
  const set = mixed.filter((posting) => sceneOf(posting) !== undefined)
  const free = mixed.filter((posting) => sceneOf(posting) === undefined)
  const left = new Map<OpportunityState, number>(
    Object.entries({ published: LIVE, ...IN_FLIGHT }) as [OpportunityState, number][],
  )
  const plan: { posting: Posting; state: OpportunityState }[] = []
  for (const posting of [...set, ...free]) {
    const state = sceneOf(posting) ?? firstLeft(left)
    if (!state) continue
    left.set(state, (left.get(state) ?? 0) - 1)
    plan.push({ posting, state })
  }
  const past = Object.entries(PAST).flatMap(([state, count]) =>
    Array<OpportunityState>(count).fill(state as OpportunityState),
  )
  const earlier = world.chance.shuffled(listPostings())
  for (const [index, state] of past.entries()) plan.push({ posting: earlier[index] as Posting, state })
  return plan.map(({ posting, state }, index) => makeOffer(world, staff, pledges, { posting, state, index }))
}

function sceneOf({ text, town }: Posting): OpportunityState | undefined {
  return SCENE[`${text.title}|${town}`]
}

function firstLeft(left: ReadonlyMap<OpportunityState, number>): OpportunityState | undefined {
  return [...left].find(([, count]) => count > 0)?.[0]
}

type Planned = { posting: Posting; state: OpportunityState; index: number }

function makeOffer(
  world: World,
  staff: Staff,
  pledges: readonly DemoPledge[],
  { posting, state, index }: Planned,
): Offer {
  const { chance } = world
  const owners = staff.posters.get(posting.organisation) ?? []
  // The scene belongs to the first champion of the department.
  const owner = sceneOf(posting) ? (owners[0] as SeededAccount) : chance.pick(owners)
  const isPast = state in PAST
  const wasPublished = state !== 'withdrawn' || index % NEVER_PUBLISHED_EVERY !== 0
  const fromDaysAgo = isPast
    ? chance.between(105, 500)
    : sceneOf(posting)
      ? chance.between(30, 50)
      : chance.between(4, 80)
  const openDays = isPast ? chance.between(25, 95) : chance.between(fromDaysAgo + 3, fromDaysAgo + 85)
  const offer: Offer = {
    id: chance.id() as OpportunityId,
    posting,
    organisationId: staff.organisationIds.get(posting.organisation) as OrganisationId,
    owner,
    pledgeId: pledgeFor(world, pledges, posting),
    state,
    content: contentFor(world, posting, { fromDaysAgo, openDays, isPast }),
    steps: [],
    publishedAt: null,
    live:
      wasPublished && !isInFlight(state) ? { fromDaysAgo, untilDaysAgo: fromDaysAgo - openDays } : undefined,
    submittedAt: null,
    review: undefined,
    reviewedBy: undefined,
    nextVersion: undefined,
    taken: 0,
  }
  tellLife(world, staff, offer, state === 'published' ? NEXT_VERSIONS.get(index) : undefined)
  return offer
}

function isInFlight(state: OpportunityState): boolean {
  return state === 'draft' || state === 'submitted' || state === 'changes-requested'
}

/** Four in ten belong to a pledge of the same organisation that is being kept. */
function pledgeFor(
  { chance }: World,
  pledges: readonly DemoPledge[],
  { organisation }: Posting,
): PledgeId | null {
  const kept = pledges.filter(
    (pledge) =>
      pledge.organisation === organisation &&
      ['live', 'delivered', 'partly-delivered'].includes(pledge.state),
  )
  return kept.length > 0 && chance.happens(0.4) ? chance.pick(kept).id : null
}

type Opening = { fromDaysAgo: number; openDays: number; isPast: boolean }

/** What is live now begins in the weeks to come and closes some days before. */
function contentFor(
  world: World,
  posting: Posting,
  { fromDaysAgo, openDays, isPast }: Opening,
): OpportunityContent {
  const { chance, calendar } = world
  const closesOn = calendar.day(fromDaysAgo - openDays)
  const begins = addDays(closesOn, chance.between(3, isPast ? 10 : 20))
  const content = toOfferContent(world, posting, datesFrom(posting, begins, closesOn))
  return toContent(content) ?? content
}
