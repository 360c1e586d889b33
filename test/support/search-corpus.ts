import type { Database } from '../../db/database'
import { addAccount } from '../../db/statements/accounts'
import { addOrganisation } from '../../db/statements/organisations'
import { addOpportunity, publishContent } from '../../db/statements/opportunities'
import { randomId } from '../../src/auth/secrets'
import { dayOf } from '../../src/domain/dates'
import type { AccountId, OpportunityId, OrganisationId } from '../../src/domain/ids'
import type { OpportunityKind } from '../../src/domain/opportunity'
import type { CovenantOutcome, District } from '../../src/domain/taxonomy'
import documents from '../search/corpus.json'
import type { SearchQuery } from '../../src/search/search'
import { anOpening } from './matching'

// The 72 offers that every engine is tried with. What is expected is worked out from them here, without an index.

/** One outcome is spelled differently in the corpus. */
export const corpus = documents.map((document) => ({
  ...document,
  outcomes: document.outcomes.map((outcome) =>
    outcome === 'safety-and-security' ? 'safety-security' : outcome,
  ),
}))

export type Offer = (typeof corpus)[number]

export const TODAY = '2026-11-23'

/** Kilometre squares near enough to the towns of the corpus. */
const CELLS: Record<string, readonly [number, number]> = {
  Ashford: [601, 142],
  Canterbury: [615, 158],
  Dartford: [554, 174],
  Dover: [632, 141],
  Folkestone: [622, 136],
  Gravesend: [564, 173],
  Maidstone: [576, 155],
  Margate: [635, 170],
  Sevenoaks: [553, 155],
  Sittingbourne: [590, 163],
  Tonbridge: [559, 146],
  'Tunbridge Wells': [558, 139],
}

/** The towns that may be typed. No offer is in Deal. */
const TOWNS: readonly (readonly [string, District])[] = [
  ['Deal', 'E07000108'],
  ['Margate', 'E07000114'],
]

export const dayOfSeconds = (seconds: number) => dayOf(new Date(seconds * 1000))
export const cellOf = (offer: Offer) => (offer.town ? (CELLS[offer.town] ?? null) : null)

/** Rows need ids of ours; the corpus has its own, which the tests speak of. */
const idOf = (offer: Offer) => offer.id.replace(/\D/g, '').padStart(32, '0') as OpportunityId
export const nameOf = (id: OpportunityId) => `opp-${id.slice(-3)}`

/** Loads the corpus, and returns its organisations by name. */
export async function loadCorpus(db: Database): Promise<ReadonlyMap<string, OrganisationId>> {
  const organisations = new Map<string, OrganisationId>()
  const createdAt = '2026-11-23T10:00:00.000Z'
  await db.commit([
    db.query
      .insertInto('town')
      .values(TOWNS.map(([name, district]) => ({ name, district, cell_east: 635, cell_north: 170 }))),
  ])
  for (const name of new Set(corpus.map(({ organisation }) => organisation))) {
    const organisationId = randomId() as OrganisationId
    organisations.set(name, organisationId)
    await db.commit([
      addOrganisation(db, { id: organisationId, name, kind: 'charity', covenantSignedOn: null, createdAt }),
      addAccount(db, {
        id: organisationId as string as AccountId,
        email: `${organisationId}@kent.example`,
        emailHash: '',
        name: 'Champion',
        nameHash: '',
        role: 'champion',
        organisationId,
        state: 'active',
        createdAt,
      }),
    ])
  }
  for (const offer of corpus) {
    const organisationId = organisations.get(offer.organisation) as OrganisationId
    await db.commit([
      addOpportunity(db, {
        id: idOf(offer),
        organisationId,
        ownerId: organisationId as string as AccountId,
        pledgeId: null,
        createdAt,
      }),
      ...publishContent(db, idOf(offer), {
        content: contentOf(offer),
        closesOn: dayOfSeconds(offer.closes_at),
        state: 'published',
        publishedAt: new Date(offer.published_at * 1000).toISOString(),
        version: 2,
      }),
    ])
  }
  return organisations
}

function contentOf(offer: Offer) {
  const [cellEast, cellNorth] = cellOf(offer) ?? [null, null]
  const {
    id: _id,
    organisationId: _organisation,
    isCharityOrPublicBody: _public,
    ...content
  } = anOpening({
    kind: offer.kind as OpportunityKind,
    title: offer.title,
    summary: offer.summary,
    description: offer.description,
    whatYouWillDo: '',
    topics: [],
    outcomes: offer.outcomes as CovenantOutcome[],
    pay: offer.paid ? 'wage' : 'expenses',
    visibility: offer.visibility as 'public',
    isRemote: offer.remote,
    placeOfWork: '',
    town: offer.town ?? '',
    district: offer.district as District | null,
    cellEast,
    cellNorth,
    startsOn: dayOfSeconds(offer.starts_at),
    places: 2,
  })
  return content
}

/** Asks for everything, as a signed-in young person or the team would. */
export const EVERYTHING: SearchQuery = {
  words: '',
  kinds: [],
  asWords: [],
  outcomes: [],
  districts: [],
  withinKm: null,
  isPaid: false,
  isRemote: false,
  startsWithinDays: null,
  sort: 'best',
  page: 1,
  from: null,
  today: TODAY,
  audience: { seesCareLeaversOnly: true, organisationId: null },
}
