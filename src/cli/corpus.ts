import Sqlite from 'better-sqlite3'
import type { Database } from '../../db/database'
import { migrate } from '../../db/migrate'
import { openNodeDatabase } from '../../db/node'
import { indexStandingOf } from '../../db/queries/index-entries'
import { seedReference } from '../../db/seed/reference'
import { addAccount } from '../../db/statements/accounts'
import { addOrganisation } from '../../db/statements/organisations'
import { addOpportunity, publishContent } from '../../db/statements/opportunities'
import { dayOf } from '../domain/dates'
import type { AccountId, OpportunityId, OrganisationId } from '../domain/ids'
import type { OpportunityContent, OpportunityKind, Priority, Visibility } from '../domain/opportunity'
import { readSearch } from '../domain/search'
import type { CovenantOutcome, District } from '../domain/taxonomy'
import { randomId } from '../auth/secrets'
import { keepIndex } from '../outbox/keep-index'
import { INDEX_UID } from '../search-deps'
import { createEmbeddedIndex } from '../search/fts5'
import { keepOffers } from '../search/kept-offers'
import { asked, createClient, SEARCH_TIMEOUT_MS, WRITE_TIMEOUT_MS } from '../search/meilisearch/client'
import { createMeilisearchIndex } from '../search/meilisearch/find-offers'
import { createMeilisearchWriter } from '../search/meilisearch/write-offers'
import { createSearch, type SearchQuery } from '../search/search'

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

/**
 * Loads a corpus into a fresh database in memory and a fresh index: the same code as the search page uses.
 * @param server a Meilisearch with its master key; null for the built-in engine
 */
export async function loadCorpus(
  documents: readonly CorpusDocument[],
  server: { url: string; key: string } | null,
) {
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
  const { index, close } = server
    ? await openServerIndex(db, server)
    : { index: createEmbeddedIndex(db), close: async () => {} }
  return {
    search: createSearch({ db, offers: keepOffers(db), index }),
    close,
    nameOf: (id: OpportunityId) => names.get(id) ?? id,
    ask: (words: string): SearchQuery => ({
      ...readSearch((name) => (name === 'words' ? [words] : [])),
      from: null,
      today,
      audience: { seesCareLeaversOnly: true, organisationId: null },
    }),
  }
}

/** An index of its own on a real server, filled, and removed by `close`. */
async function openServerIndex(db: Database, { url, key }: { url: string; key: string }) {
  const uid = `${INDEX_UID}_corpus_${randomId().slice(0, 8)}`
  const address = { url, key, fetch }
  const writing = createClient({ ...address, timeoutMs: WRITE_TIMEOUT_MS })
  const outcome = await keepIndex({
    db,
    writer: createMeilisearchWriter(writing, uid),
    now: () => new Date(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    log: ({ event, error }) => error && console.error(`${event}: ${error}`),
  })
  if (outcome !== 'level') throw new Error(`The index of the corpus is ${outcome}`)
  const client = createClient({ ...address, timeoutMs: SEARCH_TIMEOUT_MS })
  return {
    index: createMeilisearchIndex({ client, uid, standing: indexStandingOf(db) }),
    close: async () => {
      await asked(writing.deleteIndex(uid))
    },
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
