import type { OpportunityDraft } from '../../../src/domain/opportunity-draft'
import type { OpportunityContent } from '../../../src/domain/opportunity'
import { publishedColumns } from '../../statements/opportunities'
import type { Offer } from './opportunities'
import { remindedOn, stateSince } from './opportunity-life'
import type { Review } from './words'
import type { World } from './world'

/** Writes every offer with its revisions, when its places are settled. */
export function addOfferRows(world: World, offers: readonly Offer[]): void {
  for (const offer of offers) {
    const version = world.history.record(`opportunity:${offer.id}`, offer.steps)
    addOpportunityRow(world, offer, version)
    if (offer.live) {
      for (const outcome of offer.content.outcomes)
        world.rows.add('opportunity_outcome', { opportunity_id: offer.id, outcome })
    }
    addFirstRevision(world, offer)
    if (offer.nextVersion) addNextRevision(world, offer, offer.nextVersion)
  }
}

function addOpportunityRow(world: World, offer: Offer, version: number): void {
  const { content } = offer
  const columns = offer.live
    ? publishedColumns(content, content.closesOn ?? world.calendar.today)
    : UNPUBLISHED
  world.rows.add('opportunity', {
    id: offer.id,
    organisation_id: offer.organisationId,
    owner_id: offer.owner.id,
    pledge_id: offer.pledgeId,
    state: offer.state,
    version,
    created_at: offer.steps[0]?.at ?? world.calendar.now,
    state_since: stateSince(offer),
    published_at: offer.publishedAt,
    reminded_on: remindedOn(world, offer),
    ...columns,
  })
}

/** What the schema gives to one that was never published. */
export const UNPUBLISHED = {
  content: null,
  title: '',
  kind: null,
  heading: null,
  is_paid: 0,
  is_remote: 0,
  district: null,
  cell_east: null,
  cell_north: null,
  starts_on: null,
  closes_on: null,
  visibility: 'care-leavers-only',
  priority: 'none',
  places: 1,
} as const

function addFirstRevision(world: World, offer: Offer): void {
  const state = offer.live ? 'published' : offer.state === 'withdrawn' ? 'dropped' : offer.state
  if (
    state !== 'draft' &&
    state !== 'submitted' &&
    state !== 'changes-requested' &&
    state !== 'published' &&
    state !== 'dropped'
  )
    return
  addRevision(world, offer, {
    number: 1,
    state,
    content: state === 'draft' ? unfinished(world, offer.content) : offer.content,
    submittedAt: offer.submittedAt,
    review: offer.review,
  })
}

function addNextRevision(world: World, offer: Offer, next: NonNullable<Offer['nextVersion']>): void {
  const content = {
    ...offer.content,
    places: offer.content.places + 2,
    hours: `${offer.content.hours}. Start times can be agreed`,
  }
  addRevision(world, offer, { number: 2, content, ...next })
}

type Revision = {
  number: number
  state: 'draft' | 'submitted' | 'changes-requested' | 'published' | 'dropped'
  content: OpportunityDraft
  submittedAt: string | null
  review: Review | undefined
}

function addRevision(
  { rows }: World,
  offer: Offer,
  { number, state, content, submittedAt, review }: Revision,
): void {
  const written = offer.steps.findLast(({ action }) => action === 'opportunity.write')
  const wasReviewed = state === 'published' || review !== undefined
  rows.add('opportunity_revision', {
    opportunity_id: offer.id,
    number,
    state,
    content: JSON.stringify(content),
    changed_at: written?.at ?? '',
    submitted_at: submittedAt,
    review_codes: JSON.stringify(review?.codes ?? []),
    review_words: review?.words ?? '',
    reviewed_by: wasReviewed ? (offer.reviewedBy?.id ?? null) : null,
  })
}

/** A draft stops at one of the steps of the task list. */
function unfinished({ chance }: World, content: OpportunityContent): OpportunityDraft {
  const {
    kind,
    title,
    summary,
    outcomes,
    heading,
    description,
    whatYouWillDo,
    topics,
    criteria,
    qualificationLevel,
  } = content
  const basics = { kind, title, summary, outcomes, heading }
  const doing = { ...basics, description, whatYouWillDo, topics }
  const listed = { ...doing, criteria, qualificationLevel }
  const { places, hours, weekTimes, isRemote, placeOfWork, town, district, cellEast, cellNorth } = content
  const placed = {
    ...listed,
    places,
    hours,
    weekTimes,
    isRemote,
    placeOfWork,
    town,
    district,
    cellEast,
    cellNorth,
  }
  return chance.pick([basics, doing, listed, placed])
}
