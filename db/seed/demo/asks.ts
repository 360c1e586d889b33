import { addDays, dayOf, type Instant } from '../../../src/domain/dates'
import { type AskCannotCode, type AskedFor, lapseDay } from '../../../src/domain/champion-ask'
import { FIRST_RULE_SET } from '../../../src/domain/rule-set/first-rule-set'
import type { ChampionAskId, OrganisationId } from '../../../src/domain/ids'
import { countCoverage } from '../../../src/matching/coverage/coverage'
import { draftAsk } from '../../../src/matching/coverage/ask-draft'
import { isOpenAt } from './interests'
import { toCandidate, toOpening } from './matches'
import type { Offer } from './opportunities'
import type { OrganisationKey } from './organisations'
import type { Person } from './people'
import type { Staff } from './staff'
import type { World } from './world'

type Ending =
  { state: 'open' | 'withdrawn' | 'lapsed' } | { state: 'cannot'; code: AskCannotCode; words: string }

/** Without anything of its own it is about the largest gap. */
type Asked = { of: OrganisationKey; asked?: AskedFor; daysAgo: number } & Ending

/** The champion and the partner who are shown have one each; the others are answered in every way there is. */
const ASKED: readonly Asked[] = [
  {
    of: 'country-parks',
    asked: { kind: 'work-experience', outcome: null, district: 'E07000113' },
    daysAgo: 4,
    state: 'open',
  },
  {
    of: 'harbourlight',
    asked: { kind: 'befriending', outcome: null, district: 'E07000108' },
    daysAgo: 4,
    state: 'open',
  },
  {
    of: 'libraries',
    asked: { kind: 'work-experience', outcome: null, district: 'E07000113' },
    daysAgo: 4,
    state: 'open',
  },
  {
    of: 'finance',
    daysAgo: 26,
    state: 'cannot',
    code: 'later',
    words: 'We are short of two people until April. Ask us again then.',
  },
  {
    of: 'chalkstream',
    daysAgo: 26,
    state: 'open',
  },
  {
    of: 'technology',
    daysAgo: 26,
    state: 'withdrawn',
  },
  {
    of: 'stour-marsh',
    asked: { kind: null, outcome: 'independent-living', district: 'E07000112' },
    daysAgo: 90,
    state: 'lapsed',
  },
]

/** What the team has asked the champions for, and what came of it. */
export function addAsks(
  world: World,
  staff: Staff,
  { people, offers }: { people: readonly Person[]; offers: readonly Offer[] },
): void {
  const largest = largestGap(world, people, offers)
  for (const one of ASKED) addAsk(world, staff, { asked: largest, ...one }, offers)
  addMet(world, staff, offers)
}

/** What is missing most, by counting alone. */
function largestGap({ calendar }: World, people: readonly Person[], offers: readonly Offer[]): AskedFor {
  const openings = offers
    .filter((offer) => isOpenAt(offer, 0))
    .map((offer) => ({ ...toOpening(offer), placesTaken: offer.taken }))
  const context = { today: calendar.day(0), ruleSet: FIRST_RULE_SET }
  const [gap] = countCoverage(people.map(toCandidate), openings, context, { pairsMax: 0 }).gaps
  return { kind: gap?.kind ?? 'training', outcome: null, district: gap?.district ?? 'E07000116' }
}

type Row = { organisationId: OrganisationId; asked: AskedFor; at: Instant; hasPosted?: boolean }

const ENDINGS = { withdrawn: 'ask.take-back', cannot: 'ask.decline', lapsed: 'ask.lapse' } as const

function addAsk(
  world: World,
  staff: Staff,
  { of, asked, daysAgo, ...ending }: Asked & { asked: AskedFor },
  offers: readonly Offer[],
): void {
  const { calendar } = world
  const at = calendar.moment(daysAgo)
  const organisationId = staff.organisationIds.get(of) as OrganisationId
  const hasPosted = offers.some(
    (offer) =>
      offer.organisationId === organisationId && offer.content.kind === asked.kind && hasBeenLive(offer, at),
  )
  const row = { organisationId, asked, at, hasPosted }
  if (ending.state === 'open') return add(world, staff, row)
  const endedAt =
    ending.state === 'lapsed' ? calendar.nightOf(lapseDay(dayOf(new Date(at)))) : calendar.moment(daysAgo - 5)
  const [poster] = staff.posters.get(of) ?? []
  const by = {
    withdrawn: staff.brokers[0]?.id ?? '',
    cannot: poster?.id ?? '',
    lapsed: 'system',
  }[ending.state]
  const cannot = ending.state === 'cannot' ? { code: ending.code, words: ending.words } : undefined
  add(world, staff, row, { state: ending.state, at: endedAt, by, action: ENDINGS[ending.state], cannot })
}

const hasBeenLive = ({ publishedAt }: Offer, at: Instant) => publishedAt !== null && publishedAt < at

/** One that was met: what a college published lately had been asked for ten days before. */
function addMet(world: World, staff: Staff, offers: readonly Offer[]): void {
  const college = staff.organisationIds.get('weald-coast') as OrganisationId
  const offer = offers.find(
    ({ organisationId, publishedAt }) =>
      organisationId === college && publishedAt !== null && publishedAt >= world.calendar.day(150),
  )
  if (!offer?.publishedAt || !offer.reviewedBy) return
  const asked: AskedFor = { kind: offer.content.kind, outcome: null, district: offer.content.district }
  const at = `${addDays(offer.publishedAt.slice(0, 10), -10)}${offer.publishedAt.slice(10)}`
  add(
    world,
    staff,
    { organisationId: college, asked, at, hasPosted: true },
    {
      state: 'posted',
      at: offer.publishedAt,
      by: offer.reviewedBy.id,
      action: 'ask.settle',
      opportunityId: offer.id,
    },
  )
}

type Ended = {
  state: 'withdrawn' | 'cannot' | 'lapsed' | 'posted'
  at: Instant
  by: string
  action: string
  cannot?: { code: AskCannotCode; words: string } | undefined
  opportunityId?: Offer['id']
}

function add(
  { chance, rows, history }: World,
  { brokers }: Staff,
  { organisationId, asked, at, hasPosted = false }: Row,
  ended?: Ended,
): void {
  const id = chance.id() as ChampionAskId
  const broker = chance.pick(brokers).id
  const askedOn = dayOf(new Date(at))
  const sent = { at, by: broker, action: 'ask.send', to: 'open' }
  const end = ended && {
    at: ended.at,
    by: ended.by,
    action: ended.action,
    from: 'open',
    to: ended.state,
    ...(ended.cannot ? { code: ended.cannot.code } : {}),
  }
  rows.add('champion_ask', {
    ...asked,
    id,
    organisation_id: organisationId,
    words: draftAsk(asked, { hasPosted, word: '' }),
    state: ended?.state ?? 'open',
    cannot_code: ended?.cannot?.code ?? null,
    cannot_words: ended?.cannot?.words ?? '',
    opportunity_id: ended?.opportunityId ?? null,
    asked_by: broker,
    asked_at: at,
    asked_on: askedOn,
    lapses_on: lapseDay(askedOn),
    ended_at: ended?.at ?? null,
    version: history.record(`ask:${id}`, [sent, ...(end ? [end] : [])]),
  })
}
