import Sqlite from 'better-sqlite3'
import { migrate } from '../../db/migrate'
import { openNodeDatabase } from '../../db/node'
import { seedReference } from '../../db/seed/reference'
import { addAccount } from '../../db/statements/accounts'
import { addOrganisation } from '../../db/statements/organisations'
import { addOpportunity, publishContent } from '../../db/statements/opportunities'
import { dayOf } from '../domain/dates'
import type { AccountId, OpportunityId, OrganisationId } from '../domain/ids'
import type { OpportunityContent, OpportunityKind, Priority, Visibility } from '../domain/opportunity'
import { readSearch } from '../domain/search'
import type { CovenantOutcome, District } from '../domain/taxonomy'
import { createEmbeddedIndex } from '../search/fts5'
import { keepOffers } from '../search/kept-offers'
import type { SearchQuery } from '../search/search-index'

/** An offer in the shape in which search engines hold it. */
export type CorpusDocument = {
  id: string
  kind: string
  title: string
  summary: string
  description: string
  organisation: string
  outcomes: string[]
  district: string | null
  town: string | null
  remote: boolean
  paid: boolean
  visibility: string
  priority: string
  starts_at: number | null
  closes_at: number
  published_at: number
}

const dayOfSeconds = (seconds: number) => dayOf(new Date(seconds * 1000))

/** Loads a corpus into a fresh index in memory: the same code as the search page uses. */
export async function loadCorpus(documents: readonly CorpusDocument[]) {
  const sqlite = new Sqlite(':memory:')
  migrate(sqlite, 'db/migrations')
  seedReference(sqlite)
  const db = openNodeDatabase(sqlite)
  const ids = new Map(
    documents.map(({ id }, index) => [id, index.toString(16).padStart(32, '0') as OpportunityId]),
  )
  const names = new Map([...ids].map(([name, id]) => [id, name]))
  const organisations = new Map<string, OrganisationId>()
  for (const { organisation } of documents) {
    if (organisations.has(organisation)) continue
    const id = `a${organisations.size.toString(16).padStart(31, '0')}` as OrganisationId
    organisations.set(organisation, id)
    const createdAt = '2026-01-01T00:00:00.000Z'
    await db.commit([
      addOrganisation(db, { id, name: organisation, kind: 'charity', covenantSignedOn: null, createdAt }),
      addAccount(db, {
        id: id as string as AccountId,
        email: `${id}@kent.example`,
        emailHash: '',
        name: organisation,
        nameHash: '',
        role: 'champion',
        organisationId: id,
        state: 'active',
        createdAt,
      }),
    ])
  }
  for (const document of documents) {
    const id = ids.get(document.id) as OpportunityId
    const organisationId = organisations.get(document.organisation) as OrganisationId
    const publishedAt = new Date(document.published_at * 1000).toISOString()
    const owner = { organisationId, ownerId: organisationId as string as AccountId, pledgeId: null }
    await db.commit([
      addOpportunity(db, { id, ...owner, createdAt: publishedAt }),
      ...publishContent(db, id, {
        content: contentOf(document),
        closesOn: dayOfSeconds(document.closes_at),
        state: 'published',
        publishedAt,
        version: 2,
      }),
    ])
  }
  // The day the newest was published: whatever the day the tool is run, the same offers are open.
  const today = dayOfSeconds(Math.max(0, ...documents.map(({ published_at }) => published_at)))
  return {
    index: createEmbeddedIndex(db, keepOffers(db)),
    nameOf: (id: OpportunityId) => names.get(id) ?? id,
    ask: (words: string): SearchQuery => ({
      ...readSearch((name) => (name === 'words' ? [words] : [])),
      from: null,
      today,
      audience: { seesCareLeaversOnly: true, organisationId: null },
    }),
  }
}

function contentOf(document: CorpusDocument): OpportunityContent {
  return {
    kind: document.kind as OpportunityKind,
    title: document.title,
    summary: document.summary,
    description: document.description,
    whatYouWillDo: '',
    topics: [],
    outcomes: document.outcomes.map(
      (outcome) => (outcome === 'safety-and-security' ? 'safety-security' : outcome) as CovenantOutcome,
    ),
    heading: 'participation',
    criteria: [],
    qualificationLevel: 0,
    places: 1,
    startsOn: document.starts_at === null ? null : dayOfSeconds(document.starts_at),
    endsOn: null,
    closesOn: dayOfSeconds(document.closes_at),
    hours: '',
    weekTimes: [],
    pay: document.paid ? 'wage' : 'unpaid',
    payText: '',
    travelHelp: '',
    minAge: 16,
    maxAge: 25,
    definition: 'any-care-experience',
    needsRightToWork: false,
    dbsLevel: 'none',
    supports: [],
    visibility: document.visibility as Visibility,
    priority: document.priority as Priority,
    priorityUntil: null,
    isRemote: document.remote,
    placeOfWork: document.town ?? '',
    town: document.town ?? '',
    district: document.district as District | null,
    cellEast: null,
    cellNorth: null,
  }
}
