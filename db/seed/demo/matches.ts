import { addDays } from '../../../src/domain/dates'
import type { AccountId, MatchId } from '../../../src/domain/ids'
import { LIVE_MATCH_STATES, type MatchState, PLACE_HOLDING_STATES } from '../../../src/domain/match'
import { isCharityOrPublicBody } from '../../../src/domain/organisation'
import type { Candidate, Opening } from '../../../src/matching/candidate'
import { assess } from '../../../src/matching/eligibility'
import { toEvidence } from '../../../src/matching/evidence'
import { scorePair } from '../../../src/matching/score'
import { addInterest, isOpenAt } from './interests'
import { holdUntil, type MatchLife, tellMatch } from './match-life'
import { planMatches, type PlannedMatch } from './match-plan'
import { OFFER_KINDS } from './offer-kinds'
import type { Offer } from './opportunities'
import { ORGANISATIONS } from './organisations'
import { addOutcomeChecks } from './outcome-checks'
import { helperOf, type Person } from './people'
import { addShare, type ShareText } from './shares'
import type { Staff } from './staff'
import { WORDS_TO_PERSON } from './words'
import type { World } from './world'
import { FIRST_RULE_SET } from '../../../src/domain/rule-set/first-rule-set'

/** A match that has been made, as its share, its checks and its views need it. */
export type DemoMatch = {
  id: MatchId
  state: MatchState
  person: Person
  offer: Offer
  broker: AccountId
  /** Who said yes: the person, or who helps them. */
  answeredBy: AccountId
  life: MatchLife
}

/** How many people are looked at for one match. */
const LOOKED_AT = 14

/** Matches of one person in the whole story. */
const PROPOSALS_MAX = 4

const FROM_INTEREST = 0.27

const LIVE: readonly MatchState[] = LIVE_MATCH_STATES

type Cast = { people: readonly Person[]; offers: readonly Offer[] }

/** A year and a half of matches, the oldest first, each between a person and an offer that fit each other. */
export function addMatches(world: World, staff: Staff, { people, offers }: Cast): void {
  const willing = people.filter(({ consideration, isShowcase }) => consideration === 'yes' && !isShowcase)
  const withAccount = willing.filter(({ account }) => account?.activeSince)
  const pairs = new Set<string>()
  for (const planned of planMatches(world.chance)) {
    const pair = findPair(world, planned, { willing, withAccount, offers, pairs })
    addMatch(world, staff, { ...planned, ...pair })
  }
}

type Pair = { person: Person; offer: Offer }
type Field = {
  willing: readonly Person[]
  withAccount: readonly Person[]
  offers: readonly Offer[]
  pairs: Set<string>
}

/** Draws an offer, then the one who fits it best of some who wait; another offer when nobody does. */
function findPair(world: World, planned: PlannedMatch, field: Field): Pair {
  const { chance } = world
  for (;;) {
    const offer = drawOffer(world, planned, field.offers)
    const pool = chance.happens(0.65) ? field.withAccount : field.willing
    const people = Array.from({ length: LOOKED_AT }, () => chance.pick(pool)).filter((person) =>
      isFree(world, person, planned),
    )
    const person = bestOf(world, people, offer, planned)
    if (!person || field.pairs.has(`${person.id} ${offer.id}`)) continue
    field.pairs.add(`${person.id} ${offer.id}`)
    return { person, offer }
  }
}

function drawOffer({ chance }: World, { state, daysAgo }: PlannedMatch, offers: readonly Offer[]): Offer {
  for (;;) {
    const offer = chance.pick(offers)
    const isLikely = chance.happens(OFFER_KINDS[offer.content.kind].matched / 4)
    if (isLikely && !isTold(offer, state) && isOpenAt(offer, daysAgo) && offer.taken < offer.content.places)
      return offer
  }
}

/** The shown champion has one introduction, told by hand, and no other. */
function isTold({ posting }: Offer, state: MatchState): boolean {
  return posting.organisation === 'country-parks' && LIVE.includes(state)
}

function isFree({ calendar }: World, person: Person, { state, daysAgo }: PlannedMatch): boolean {
  if (person.hasLiveMatch || person.proposals >= PROPOSALS_MAX) return false
  if (LIVE.includes(state) && person.proposals >= PROPOSALS_MAX - 1) return false
  return (person.consideredAt ?? '~').slice(0, 10) < calendar.day(daysAgo + 4)
}

function bestOf(
  world: World,
  people: readonly Person[],
  offer: Offer,
  { daysAgo }: PlannedMatch,
): Person | undefined {
  const context = { today: world.calendar.day(daysAgo), ruleSet: FIRST_RULE_SET }
  const opening = toOpening(offer)
  const ranked = people
    .map((person) => ({ person, candidate: toCandidate(person) }))
    .filter(({ candidate }) => assess(candidate, opening, context).answer !== 'not-eligible')
    .map(({ person, candidate }) => ({ person, total: scorePair(candidate, opening, context).total }))
  return ranked.sort((one, other) => other.total - one.total)[0]?.person
}

/** The person as the engine would have known them then. */
export function toCandidate(person: Person): Candidate {
  return {
    id: person.id,
    dateOfBirth: person.dateOfBirth,
    statutoryCategory: person.category,
    district: person.district,
    consideration: person.consideration,
    waitingSince: person.waitingSince,
    profile: person.profile,
    facts: person.facts,
    history: [],
    earlierProposals: person.proposals,
    blockedOrganisations: person.blockedOrganisations,
  }
}

export function toOpening({ id, organisationId, content, posting }: Offer): Opening {
  const { kind } = ORGANISATIONS[posting.organisation]
  return { ...content, id, organisationId, isCharityOrPublicBody: isCharityOrPublicBody(kind) }
}

export type NewMatch = PlannedMatch &
  Pair & { broker?: AccountId; wordsToPerson?: string; fromInterest?: boolean; share?: ShareText }

/** One match with all that belongs to it: the interest before, the share, the checks. */
export function addMatch(world: World, staff: Staff, planned: NewMatch): DemoMatch {
  const { chance } = world
  const { state, daysAgo, person, offer } = planned
  const broker = planned.broker ?? chance.pick(staff.brokers).id
  const own = (person.account?.activeSince ?? '~') < world.calendar.day(daysAgo) ? person.account : null
  const youngPerson = own?.id ?? helperOf(world, staff, person)
  const life = tellMatch(world, { state, daysAgo, players: { broker, youngPerson, poster: offer.owner.id } })
  const match: DemoMatch = {
    id: chance.id() as MatchId,
    state,
    person,
    offer,
    broker,
    answeredBy: youngPerson,
    life,
  }
  addMatchRow(world, staff, match, planned)
  person.proposals += state === 'suggested' ? 0 : 1
  if ((PLACE_HOLDING_STATES as readonly MatchState[]).includes(state)) offer.taken += 1
  if (LIVE.includes(state)) person.hasLiveMatch = true
  settleWaiting(person, match)
  addShare(world, match, planned.share)
  addOutcomeChecks(world, match)
  addViews(world, match)
  return match
}

function addMatchRow(world: World, staff: Staff, match: DemoMatch, { daysAgo, ...planned }: NewMatch): void {
  const { chance, calendar, rows, history } = world
  const { id, state, person, offer, broker, life } = match
  const first = life.steps[0]
  const proposedAt = first?.at ?? calendar.now
  const isAsked =
    planned.fromInterest ?? (state !== 'suggested' && daysAgo > 1 && chance.happens(FROM_INTEREST))
  const asked = { person, offer, state: 'proposed' as const, daysAgo: daysAgo + chance.between(1, 2) }
  const interestId = isAsked
    ? addInterest(world, staff, { ...asked, answeredBy: broker, answeredAt: proposedAt })
    : null
  rows.add('match', {
    id,
    opportunity_id: offer.id,
    care_leaver_id: person.id,
    interest_id: interestId,
    state,
    state_since: life.steps.at(-1)?.at ?? proposedAt,
    broker_id: broker,
    reason: first?.words ?? '',
    words_to_person: state === 'suggested' ? '' : (planned.wordsToPerson ?? chance.pick(WORDS_TO_PERSON)),
    hold_until: holdUntil(world, state, proposedAt),
    evidence: evidenceOf(world, match, daysAgo),
    decline_code: life.declineCode,
    decline_words: life.declineWords,
    started_on: life.startedOn,
    ended_on: life.endedOn,
    version: history.record(`match:${id}`, life.steps),
    created_at: proposedAt,
  })
}

function evidenceOf({ calendar }: World, { person, offer }: DemoMatch, daysAgo: number): string {
  const context = { today: calendar.day(daysAgo), ruleSet: FIRST_RULE_SET }
  const candidate = toCandidate(person)
  const opening = toOpening(offer)
  return toEvidence(assess(candidate, opening, context), scorePair(candidate, opening, context))
}

/** Nobody waits who has started; who has ended waits again from that day. */
function settleWaiting(person: Person, { state, life }: DemoMatch): void {
  if (state === 'started') person.waitingSince = null
  else if (life.endedOn && person.waitingSince) person.waitingSince = life.endedOn
}

/** Who looked at the person's information on the way. */
function addViews({ rows, chance }: World, { person, offer, broker, life }: DemoMatch): void {
  for (const { action, at } of life.steps) {
    const view = { at, care_leaver_id: person.id }
    if (action === 'match.propose') rows.add('view_event', { ...view, actor_id: broker, what: 'proposal' })
    if (action === 'match.introduce')
      rows.add('view_event', { ...view, actor_id: offer.owner.id, what: 'introduction' })
  }
  const first = life.steps[0]
  if (first && person.adviser && chance.happens(0.5)) {
    const seenAt = `${addDays(first.at.slice(0, 10), -1)}${first.at.slice(10)}`
    rows.add('view_event', {
      at: seenAt,
      actor_id: person.adviser.id,
      care_leaver_id: person.id,
      what: 'record',
    })
  }
}
