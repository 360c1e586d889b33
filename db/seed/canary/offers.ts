import { addDays } from '../../../src/domain/dates'
import type { OpportunityId, PledgeId } from '../../../src/domain/ids'
import type { OpportunityContent, OpportunityState, Visibility } from '../../../src/domain/opportunity'
import type { PledgeState } from '../../../src/domain/pledge'
import { publishedColumns } from '../../statements/opportunities'
import { UNPUBLISHED } from '../demo/opportunity-rows'
import { byKey, type Offer, type Scene } from './scene'

type Cast = readonly [key: string, owner: string, state: OpportunityState, visibility: Visibility]

/** The first champion has one in every state; the others what somebody may reach by mistake. */
const CAST: readonly Cast[] = [
  ['draft', 'champion', 'draft', 'public'],
  ['submitted', 'champion', 'submitted', 'public'],
  ['changes-requested', 'champion', 'changes-requested', 'public'],
  ['published', 'champion', 'published', 'public'],
  ['edited', 'champion', 'published', 'public'],
  ['edit-submitted', 'champion', 'published', 'public'],
  ['only', 'champion', 'published', 'care-leavers-only'],
  ['paused', 'champion', 'paused', 'public'],
  ['stopped', 'champion', 'paused', 'public'],
  ['closed', 'champion', 'closed', 'public'],
  ['expired', 'champion', 'expired', 'public'],
  ['withdrawn', 'champion', 'withdrawn', 'public'],
  ['archived', 'champion', 'archived', 'public'],
  ['colleagues', 'champion-colleague', 'published', 'public'],
  ['strangers', 'champion-stranger', 'published', 'public'],
  ['strangers-only', 'champion-stranger', 'published', 'care-leavers-only'],
  ['strangers-draft', 'champion-stranger', 'draft', 'public'],
  ['partners', 'partner', 'published', 'public'],
  ['partners-only', 'partner', 'published', 'care-leavers-only'],
  ['partners-draft', 'partner', 'draft', 'public'],
  ['other-partners', 'partner-stranger', 'published', 'public'],
  ['other-partners-only', 'partner-stranger', 'published', 'care-leavers-only'],
  ['blocked', 'champion-of-blocked-organisation', 'published', 'public'],
]

/** Never published: their words are only in a revision. */
const WRITING: readonly OpportunityState[] = ['draft', 'submitted', 'changes-requested', 'withdrawn']

/** Published ones that are being written anew. */
const EDITS = { edited: 'draft', 'edit-submitted': 'submitted' } as const

const PLEDGES: readonly (readonly [key: string, owner: string, state: PledgeState])[] = [
  ['intent', 'champion', 'intent'],
  ['live', 'champion', 'live'],
  ['withdrawn-pledge', 'champion', 'withdrawn'],
  ['strangers-intent', 'champion-stranger', 'intent'],
  ['strangers-live', 'champion-stranger', 'live'],
  ['partners-live', 'partner', 'live'],
  ['other-partners-live', 'partner-stranger', 'live'],
]

export function addOffers(scene: Scene): void {
  for (const cast of CAST) addOffer(scene, cast)
  for (const [key, owner, state] of PLEDGES) addPledge(scene, key, owner, state)
}

function addOffer(scene: Scene, [key, owner, state, visibility]: Cast): void {
  const { chance, canaries, rows, map, daysAgo, told } = scene
  const id = chance.id() as OpportunityId
  const account = byKey(map.accounts, owner)
  const organisation = byKey(map.organisations, account.organisation ?? '')
  const isPublished = !WRITING.includes(state)
  const column = isPublished ? 'opportunity.content' : 'opportunity_revision.content'
  const content = contentFor(scene, { column, of: key, id }, visibility)
  const offer: Offer = {
    key,
    id,
    title: content.title,
    organisation: organisation.key,
    owner,
    state,
    visibility,
  }
  map.offers.push(offer)
  scene.openings.set(key, { ...content, id, organisationId: organisation.id, isCharityOrPublicBody: true })
  const step = (days: number, action: string, to: string) => ({
    at: daysAgo(days),
    by: account.id,
    action: `opportunity.${action}`,
    to,
  })
  const version = told(
    `opportunity:${id}`,
    step(60, 'write', 'draft'),
    ...(state === 'draft' ? [] : [step(50, 'change', state)]),
  )
  rows.add('opportunity', {
    id,
    organisation_id: organisation.id,
    owner_id: account.id,
    pledge_id: null,
    state,
    version,
    created_at: daysAgo(60),
    state_since: daysAgo(50),
    published_at: isPublished ? daysAgo(50) : null,
    stopped_because:
      key === 'stopped' ? canaries.sentence({ column: 'opportunity.stopped_because', of: key, id }) : '',
    ...(isPublished ? publishedColumns(content, content.closesOn ?? '') : UNPUBLISHED),
  })
  addRevision(scene, offer, { number: 1, state: revisionState(state), content })
  if (!(key in EDITS)) return
  const edit = contentFor(scene, { column: 'opportunity_revision.content', of: key, id }, visibility)
  addRevision(scene, offer, { number: 2, state: EDITS[key as keyof typeof EDITS], content: edit })
}

const revisionState = (state: OpportunityState) =>
  state === 'draft' || state === 'submitted' || state === 'changes-requested'
    ? state
    : state === 'withdrawn'
      ? 'dropped'
      : 'published'

type Revision = {
  number: number
  state: 'draft' | 'submitted' | 'changes-requested' | 'published' | 'dropped'
  content: OpportunityContent
}

function addRevision(
  { canaries, rows, map, daysAgo }: Scene,
  { key, id }: Offer,
  { number, state, content }: Revision,
): void {
  const wasReviewed = state === 'changes-requested' || state === 'published'
  rows.add('opportunity_revision', {
    opportunity_id: id,
    number,
    state,
    content: JSON.stringify(content),
    changed_at: daysAgo(55),
    submitted_at: state === 'draft' || state === 'dropped' ? null : daysAgo(53),
    review_codes: JSON.stringify(state === 'changes-requested' ? ['pay-unclear'] : []),
    review_words: wasReviewed
      ? canaries.sentence({ column: 'opportunity_revision.review_words', of: key, id })
      : '',
    reviewed_by: wasReviewed ? byKey(map.accounts, 'broker').id : null,
  })
}

/** An offer that everybody in the scene may be put to, so that the team's pages show them all. */
function contentFor(
  { canaries, today }: Scene,
  spot: { column: string; of: string; id: string },
  visibility: Visibility,
): OpportunityContent {
  const sentence = (room: number) => canaries.sentence({ ...spot, room })
  return {
    kind: 'insight-day',
    title: canaries.title(spot),
    summary: sentence(200),
    description: sentence(3000),
    whatYouWillDo: sentence(2000),
    topics: ['nature-outdoors'],
    outcomes: ['employment-education-training'],
    heading: 'employment',
    criteria: [sentence(150)],
    qualificationLevel: 0,
    places: 20,
    startsOn: addDays(today, 40),
    endsOn: null,
    closesOn: addDays(today, 30),
    hours: sentence(120),
    weekTimes: ['weekday-days'],
    isRemote: false,
    placeOfWork: sentence(200),
    town: 'Canterbury',
    district: 'E07000106',
    cellEast: 615,
    cellNorth: 158,
    pay: 'expenses',
    payText: sentence(120),
    travelHelp: sentence(300),
    minAge: 16,
    maxAge: 30,
    definition: 'any-care-experience',
    needsRightToWork: true,
    dbsLevel: 'none',
    supports: ['meet-someone-first'],
    visibility,
    priority: 'none',
    priorityUntil: null,
  }
}

function addPledge(scene: Scene, key: string, owner: string, state: PledgeState): void {
  const { chance, canaries, rows, map, daysAgo, told, today } = scene
  const id = chance.id() as PledgeId
  const account = byKey(map.accounts, owner)
  const organisation = byKey(map.organisations, account.organisation ?? '')
  map.pledges.push({ key, id, organisation: organisation.key, state })
  const spot = { of: key, id }
  rows.add('pledge', {
    id,
    organisation_id: organisation.id,
    owner_id: account.id,
    what: canaries.sentence({ column: 'pledge.what', ...spot, room: 300 }),
    outcome: 'employment-education-training',
    places: 4,
    due_on: addDays(today, 200),
    review_on: addDays(today, 300),
    state,
    state_reason: state === 'withdrawn' ? canaries.sentence({ column: 'pledge.state_reason', ...spot }) : '',
    version: told(`pledge:${id}`, {
      at: daysAgo(65),
      by: account.id,
      action: 'pledge.make',
      to: 'intent',
    }),
    created_at: daysAgo(65),
  })
}
