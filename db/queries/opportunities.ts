import { sql } from 'kysely'
import { addDays, type Day } from '../../src/domain/dates'
import type { AccountId, OpportunityId, OrganisationId } from '../../src/domain/ids'
import {
  type ChangeCode,
  OPEN_REVISION_STATES,
  type Opportunity,
  type OpportunityContent,
  type OpportunityState,
  shownState,
} from '../../src/domain/opportunity'
import { isCharityOrPublicBody } from '../../src/domain/organisation'
import type { OpportunityDraft } from '../../src/domain/opportunity-draft'
import type { KnownOffer } from '../../src/domain/opportunity-import/duplicates'
import type { Reader } from '../database'
import { hiddenFrom } from './blocked'
import { type FindableScope, findableOpportunities } from './findable'
import { placeAndStartIn, withPlaceAndStart } from './place-and-start'

const PUBLISHED_COLUMNS = [
  'opportunity.id',
  'opportunity.organisation_id',
  'organisation.name as organisation_name',
  'organisation.kind as organisation_kind',
  'opportunity.owner_id',
  'opportunity.pledge_id',
  'opportunity.state',
  'opportunity.version',
  'opportunity.published_at',
  'opportunity.content',
  'opportunity.places_taken',
  'opportunity.places_filled',
] as const

const published = (db: Reader) =>
  db.query
    .selectFrom('opportunity')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .where('opportunity.content', 'is not', null)
    .select(PUBLISHED_COLUMNS)

type PublishedRow = Awaited<ReturnType<ReturnType<typeof published>['executeTakeFirstOrThrow']>>

/** A published opportunity with the team's figures. Held places never leave the team. */
export type PublishedOpportunity = Opportunity & {
  placesTaken: number
  placesFilled: number
  isCharityOrPublicBody: boolean
}

function toPublished(row: PublishedRow): PublishedOpportunity {
  const content = JSON.parse(row.content as string) as OpportunityContent
  return {
    ...content,
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    isCharityOrPublicBody: isCharityOrPublicBody(row.organisation_kind),
    ownerId: row.owner_id,
    pledgeId: row.pledge_id,
    state: row.state,
    version: row.version,
    publishedAt: row.published_at,
    placesTaken: row.places_taken,
    placesFilled: row.places_filled,
  }
}

/** A page of offers by id, as this reader may find them; the order of the ids is kept, unknown ids are dropped. */
export async function listFindableByIds(db: Reader, scope: FindableScope, ids: readonly OpportunityId[]) {
  const rows = await findableOpportunities(db, scope)
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .where('opportunity.id', 'in', sql<OpportunityId>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .select(PUBLISHED_COLUMNS)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, toPublished(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** An offer's own page: what is published, or was: a closed one keeps its page and says so. */
export async function findReadable(db: Reader, scope: FindableScope, id: OpportunityId) {
  const row = await published(db)
    .where('opportunity.id', '=', id)
    .where('opportunity.state', 'in', ['published', 'closed', 'expired'])
    .$if(!scope.seesCareLeaversOnly, (query) =>
      query.where((where) =>
        where.or([
          where('opportunity.visibility', '=', 'public'),
          where('opportunity.organisation_id', '=', scope.organisationId ?? ('' as OrganisationId)),
        ]),
      ),
    )
    .executeTakeFirst()
  return row && toPublished(row)
}

/** For the team and for commands: whatever was published, in any state. */
export async function findPublished(
  db: Reader,
  id: OpportunityId,
): Promise<PublishedOpportunity | undefined> {
  const row = await published(db).where('opportunity.id', '=', id).executeTakeFirst()
  return row && toPublished(row)
}

/** Every offer that a person could be put to today: live, and with a place that nobody holds. */
export async function listOpenings(db: Reader, today: Day): Promise<PublishedOpportunity[]> {
  const rows = await published(db)
    .where('opportunity.state', '=', 'published')
    .where('opportunity.closes_on', '>=', today)
    .whereRef('opportunity.places_taken', '<', 'opportunity.places')
    .execute()
  return rows.map(toPublished)
}

const withRevision = (db: Reader) =>
  db.query
    .selectFrom('opportunity')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .leftJoin('opportunity_revision as revision', (join) =>
      join
        .onRef('revision.opportunity_id', '=', 'opportunity.id')
        .on('revision.state', 'in', OPEN_REVISION_STATES),
    )
    .select([
      'opportunity.id',
      'opportunity.organisation_id',
      'organisation.name as organisation_name',
      'opportunity.owner_id',
      'opportunity.pledge_id',
      'opportunity.state',
      'opportunity.state_since',
      'opportunity.version',
      'opportunity.title',
      'opportunity.content',
      'opportunity.closes_on',
      'opportunity.stopped_because',
      'opportunity.places',
      'opportunity.places_filled',
      'revision.number as revision_number',
      'revision.state as revision_state',
      'revision.content as revision_content',
      'revision.submitted_at',
      'revision.review_codes',
      'revision.review_words',
    ])

type WorkRow = Awaited<ReturnType<ReturnType<typeof withRevision>['executeTakeFirstOrThrow']>>

function toWork(row: WorkRow) {
  const content = row.content ? (JSON.parse(row.content) as OpportunityContent) : null
  const draft = row.revision_content ? (JSON.parse(row.revision_content) as OpportunityDraft) : null
  return {
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    ownerId: row.owner_id,
    pledgeId: row.pledge_id,
    state: row.state,
    shownState: shownState(row.state, row.places, row.places_filled),
    stateSince: row.state_since,
    version: row.version,
    title: draft?.title || row.title || '',
    content,
    closesOn: row.closes_on,
    stoppedBecause: row.stopped_because,
    revision:
      row.revision_number === null || row.revision_state === null
        ? null
        : {
            number: row.revision_number,
            state: row.revision_state,
            draft: draft ?? {},
            submittedAt: row.submitted_at,
            codes: JSON.parse(row.review_codes ?? '[]') as ChangeCode[],
            words: row.review_words ?? '',
          },
  }
}

/** An opportunity as its champion works on it: what is published, and what is being written. */
export type OpportunityWork = ReturnType<typeof toWork>

export async function findOpportunityWork(
  db: Reader,
  id: OpportunityId,
): Promise<OpportunityWork | undefined> {
  const row = await withRevision(db).where('opportunity.id', '=', id).executeTakeFirst()
  return row && toWork(row)
}

/** Only within the poster's own organisation. */
export async function findOwnOpportunity(
  db: Reader,
  organisationId: OrganisationId | null,
  id: OpportunityId,
): Promise<OpportunityWork | undefined> {
  const row = await withRevision(db)
    .where('opportunity.id', '=', id)
    .where('opportunity.organisation_id', '=', organisationId ?? ('' as OrganisationId))
    .executeTakeFirst()
  return row && toWork(row)
}

/** An organisation's opportunities, what moved last first. */
export async function listOwnOpportunities(
  db: Reader,
  organisationId: OrganisationId | null,
): Promise<OpportunityWork[]> {
  const rows = await withRevision(db)
    .where('opportunity.organisation_id', '=', organisationId ?? ('' as OrganisationId))
    .where('opportunity.state', '<>', 'archived')
    .orderBy('opportunity.state_since', 'desc')
    .orderBy('opportunity.id')
    .limit(200)
    .execute()
  return rows.map(toWork)
}

/**
 * Title and first day of everything an organisation has, as it is written now: what an import may say again. A draft
 * that was thrown away is gone.
 */
export async function listKnownOffers(db: Reader, organisationId: OrganisationId): Promise<KnownOffer[]> {
  const rows = await db.query
    .selectFrom('opportunity')
    .leftJoin('opportunity_revision as revision', (join) =>
      join
        .onRef('revision.opportunity_id', '=', 'opportunity.id')
        .on('revision.state', 'in', OPEN_REVISION_STATES),
    )
    .where('opportunity.organisation_id', '=', organisationId)
    .where((where) =>
      where.or([where('opportunity.content', 'is not', null), where('revision.number', 'is not', null)]),
    )
    .select([
      'opportunity.id',
      'opportunity.state',
      sql<string | null>`iif(revision.number IS NULL, opportunity.title, revision.content ->> 'title')`.as(
        'title',
      ),
      sql<Day | null>`iif(revision.number IS NULL, opportunity.starts_on, revision.content ->> 'startsOn')`.as(
        'startsOn',
      ),
    ])
    .orderBy('opportunity.created_at')
    .orderBy('opportunity.id')
    .execute()
  return rows.flatMap(({ title, ...row }) => (title ? [{ ...row, title }] : []))
}

/** The number the next revision gets. */
export async function nextRevisionNumber(db: Reader, id: OpportunityId): Promise<number> {
  const row = await db.query
    .selectFrom('opportunity_revision')
    .select((select) => select.fn.max<number | null>('number').as('number'))
    .where('opportunity_id', '=', id)
    .executeTakeFirst()
  return (row?.number ?? 0) + 1
}

/** Offers in one state, each with how many interests in it wait for an answer, for the team's list. */
export async function listForTeam(
  db: Reader,
  viewerId: AccountId,
  filter: { state: OpportunityState; words: string; page: number; size: number },
) {
  const base = db.query
    .selectFrom('opportunity')
    .innerJoin('organisation', 'organisation.id', 'opportunity.organisation_id')
    .where('opportunity.state', '=', filter.state)
    .$if(filter.words !== '', (query) =>
      query.where(
        sql<boolean>`instr(lower(opportunity.title || ' ' || organisation.name), lower(${filter.words})) > 0`,
      ),
    )
  const { total } = await base
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await base
    .select((select) => [
      'opportunity.id',
      'opportunity.title',
      'opportunity.kind',
      placeAndStartIn('opportunity.content').as('placeAndStart'),
      'organisation.name as organisationName',
      'opportunity.closes_on as closesOn',
      'opportunity.places',
      'opportunity.places_taken as placesTaken',
      'opportunity.places_filled as placesFilled',
      select
        .selectFrom('interest')
        .whereRef('interest.opportunity_id', '=', 'opportunity.id')
        .where('interest.state', '=', 'open')
        .where('interest.care_leaver_id', 'not in', hiddenFrom(viewerId))
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('interestsToAnswer'),
    ])
    .orderBy('opportunity.closes_on')
    .orderBy('opportunity.id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return { rows: rows.map(withPlaceAndStart), total }
}

/** Live and paused offers whose closing day has passed. */
export async function listPastClosing(db: Reader, today: Day) {
  return db.query
    .selectFrom('opportunity')
    .select(['id', 'state', 'version'])
    .where('state', 'in', ['published', 'paused'])
    .where('closes_on', '<', today)
    .limit(200)
    .execute()
}

/** Live offers that close within `days` and whose champion has not been reminded. */
export async function listClosingSoon(db: Reader, today: Day, days: number) {
  return db.query
    .selectFrom('opportunity')
    .select(['id', 'owner_id as ownerId'])
    .where('state', '=', 'published')
    .where('reminded_on', 'is', null)
    .where('closes_on', '>=', today)
    .where('closes_on', '<=', addDays(today, days))
    .limit(200)
    .execute()
}
