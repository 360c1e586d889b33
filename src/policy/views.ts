import type { AskedFor } from '../domain/champion-ask'
import { dayOf, type Day, type Instant } from '../domain/dates'
import { distanceKm } from '../domain/grid'
import type { Profile } from '../domain/care-leaver'
import type { MentorKind } from '../domain/mentor'
import type {
  LiveMentorRequestState,
  MentorHelp,
  MentorRequest,
  MentorRequestState,
} from '../domain/mentor-request'
import type { ChampionAskId, MentorChoiceId, OpportunityId, OrganisationId } from '../domain/ids'
import type { MatchState } from '../domain/match'
import { type Opportunity, type OpportunityContent, type ShownState, shownState } from '../domain/opportunity'
import type { District, Goal, HomeDistrict, Language, Support, Topic } from '../domain/taxonomy'

// The only place where fields are chosen. A view is a named list; nothing reaches a page that is not in one.

/** What anyone who may find an offer sees of it. Never a held place, never who posted it. */
export type OfferView = OpportunityContent & {
  id: OpportunityId
  organisationId: OrganisationId
  organisationName: string
  state: ShownState
  publishedAt: string | null
  /** Kilometres from where the reader said they are. */
  distanceKm: number | null
  /** The district from whose middle that is, where they named one. */
  distanceFrom: District | null
  /** Places left in bands, counting filled places only. */
  placesLeft: 'none' | 'last' | 'few' | 'many'
}

/** @param from where the reader said they are, if they did; a district by its middle */
export function toOfferView(
  offer: Opportunity & { placesFilled: number },
  from: { cellEast: number; cellNorth: number; near: District | null } | null,
): OfferView {
  const { id, organisationId, organisationName, publishedAt } = offer
  return {
    ...contentOf(offer),
    id,
    organisationId,
    organisationName,
    publishedAt,
    state: shownState(offer.state, offer.places, offer.placesFilled),
    distanceKm: distanceOf(offer, from),
    distanceFrom: from?.near ?? null,
    placesLeft: bandOf(offer.places - offer.placesFilled),
  }
}

function bandOf(left: number): OfferView['placesLeft'] {
  if (left <= 0) return 'none'
  if (left === 1) return 'last'
  return left <= 5 ? 'few' : 'many'
}

function distanceOf(offer: Opportunity, from: { cellEast: number; cellNorth: number } | null): number | null {
  if (!from || offer.cellEast === null || offer.cellNorth === null) return null
  return distanceKm(
    { east: from.cellEast, north: from.cellNorth },
    { east: offer.cellEast, north: offer.cellNorth },
  )
}

/** The fields a champion wrote, by name: a column that is added later is not shown by itself. */
function contentOf(offer: OpportunityContent): OpportunityContent {
  return {
    kind: offer.kind,
    title: offer.title,
    summary: offer.summary,
    description: offer.description,
    whatYouWillDo: offer.whatYouWillDo,
    topics: offer.topics,
    outcomes: offer.outcomes,
    heading: offer.heading,
    criteria: offer.criteria,
    qualificationLevel: offer.qualificationLevel,
    places: offer.places,
    startsOn: offer.startsOn,
    endsOn: offer.endsOn,
    closesOn: offer.closesOn,
    hours: offer.hours,
    weekTimes: offer.weekTimes,
    isRemote: offer.isRemote,
    placeOfWork: offer.placeOfWork,
    town: offer.town,
    district: offer.district,
    cellEast: offer.cellEast,
    cellNorth: offer.cellNorth,
    pay: offer.pay,
    payText: offer.payText,
    travelHelp: offer.travelHelp,
    minAge: offer.minAge,
    maxAge: offer.maxAge,
    definition: offer.definition,
    needsRightToWork: offer.needsRightToWork,
    dbsLevel: offer.dbsLevel,
    supports: offer.supports,
    visibility: offer.visibility,
    priority: offer.priority,
    priorityUntil: offer.priorityUntil,
  }
}

/**
 * What leaves the service of a public offer, for machines of others. Not how many places there are or were: whoever
 * asks every minute would see when somebody took one.
 */
export type PublicOffer = Pick<OpportunityContent, (typeof PUBLIC_FIELDS)[number]> & {
  id: OpportunityId
  organisation: string
  publishedOn: Day | null
  publishedAt: Instant | null
}

const PUBLIC_FIELDS = [
  'kind',
  'title',
  'summary',
  'description',
  'whatYouWillDo',
  'topics',
  'outcomes',
  'heading',
  'criteria',
  'qualificationLevel',
  'startsOn',
  'endsOn',
  'closesOn',
  'hours',
  'weekTimes',
  'isRemote',
  'placeOfWork',
  'town',
  'district',
  'pay',
  'payText',
  'travelHelp',
  'minAge',
  'maxAge',
  'definition',
  'needsRightToWork',
  'dbsLevel',
  'supports',
  'priority',
  'priorityUntil',
] as const satisfies readonly (keyof OpportunityContent)[]

/** @throws for an offer that is not public or not live: nothing else may get this far */
export function toPublicOffer(offer: OfferView): PublicOffer {
  if (offer.visibility !== 'public' || offer.state !== 'published') throw new Error('Not a public offer')
  const fields = Object.fromEntries(PUBLIC_FIELDS.map((name) => [name, offer[name]]))
  return {
    id: offer.id,
    organisation: offer.organisationName,
    ...(fields as Pick<OpportunityContent, (typeof PUBLIC_FIELDS)[number]>),
    publishedOn: offer.publishedAt && dayOf(new Date(offer.publishedAt)),
    publishedAt: offer.publishedAt,
  }
}

/** A draft as young people would see it once it is published. */
export function toPreview(
  content: OpportunityContent,
  organisation: { id: OrganisationId; name: string },
  closesOn: Day,
): OfferView {
  return {
    ...contentOf({ ...content, closesOn }),
    id: '' as OpportunityId,
    organisationId: organisation.id,
    organisationName: organisation.name,
    publishedAt: null,
    state: 'published',
    distanceKm: null,
    distanceFrom: null,
    placesLeft: bandOf(content.places),
  }
}

/** Exactly what somebody shared with a champion; the row it is read from holds more. */
export type IntroductionView = IntroductionLine & {
  nameUsed: string
  pronouns: string
  words: string
  supports: Support[]
  endsOn: Day
  startedOn: Day | null
}

/** Of an introduction, that there is one: its page says who, and is recorded. */
export type IntroductionLine = {
  reference: string
  title: string
  startedAt: Instant
  state: MatchState
  brokerName: string
}

export function toIntroductionLine(introduction: IntroductionLine): IntroductionLine {
  const { reference, title, startedAt, state, brokerName } = introduction
  return { reference, title, startedAt, state, brokerName }
}

/** What a champion is asked about an offer. It says of nobody that they are there, or how many. */
export type OfferQuestion = { opportunityId: OpportunityId; title: string; rule: string; askedAt: Instant }

export function toOfferQuestion(task: OfferQuestion): OfferQuestion {
  const { opportunityId, title, rule, askedAt } = task
  return { opportunityId, title, rule, askedAt }
}

/** What the team asks the champions of an organisation for. Not who of the team asked, and not how many want it. */
export type AskView = AskedFor & {
  id: ChampionAskId
  words: string
  isOpen: boolean
  askedAt: Instant
  lapsesOn: Day
}

export function toAskView(
  ask: AskedFor & Omit<AskView, 'isOpen' | keyof AskedFor> & { state: string },
): AskView {
  const { id, words, askedAt, lapsesOn, district, state } = ask
  const what = ask.kind === null ? { kind: null, outcome: ask.outcome } : { kind: ask.kind, outcome: null }
  return { ...what, district, id, words, isOpen: state === 'open', askedAt, lapsesOn }
}

export function toIntroductionView(introduction: IntroductionView): IntroductionView {
  const { nameUsed, pronouns, words, supports, endsOn, startedOn } = introduction
  return { ...toIntroductionLine(introduction), nameUsed, pronouns, words, supports, endsOn, startedOn }
}

/**
 * What a coordinator sees of a young person who asked for somebody: what a broker would see of them in a list, and what
 * the request says. No birth date, no contact, no category, no record of an adviser's.
 */
export type MentorRequestView = {
  preferredName: string
  district: HomeDistrict
  interests: readonly Topic[]
  goals: readonly Goal[]
  kind: MentorKind
  languages: readonly Language[]
  help: readonly MentorHelp[]
  state: MentorRequestState
  stateSince: Instant
}

export function toMentorRequestView(
  person: { preferredName: string; district: HomeDistrict; profile: Profile },
  request: MentorRequest,
): MentorRequestView {
  const { kind, languages, help, state, stateSince } = request
  return {
    preferredName: person.preferredName,
    district: person.district,
    interests: person.profile.likes?.topics ?? [],
    goals: person.profile.goals?.goals ?? [],
    kind,
    languages,
    help,
    state,
    stateSince,
  }
}

/** What an adviser sees of it: that their young person asked, and how it stands. */
export type MentoringStandingView = Pick<MentorRequestView, 'kind' | 'stateSince'> & {
  state: LiveMentorRequestState
}

export function toMentoringStandingView({
  kind,
  state,
  stateSince,
}: MentoringStandingView): MentoringStandingView {
  return { kind, state, stateSince }
}

/** What a young person sees of somebody on offer: first name, what they say, like and speak. Nothing of their record. */
export type OfferedMentorView = {
  id: MentorChoiceId
  firstName: string
  about: string
  topics: readonly Topic[]
  languages: readonly Language[]
  holdUntil: Day
}

export function toOfferedMentorView(choice: OfferedMentorView): OfferedMentorView {
  const { id, firstName, about, topics, languages, holdUntil } = choice
  return { id, firstName, about, topics, languages, holdUntil }
}
