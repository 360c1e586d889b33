import type { Day, Instant } from '../../src/domain/dates'
import type { AccountId, OpportunityId, OrganisationId, PledgeId } from '../../src/domain/ids'
import type {
  ChangeCode,
  OpportunityContent,
  OpportunityState,
  RevisionState,
} from '../../src/domain/opportunity'
import type { Database, Statement } from '../database'

export type NewOpportunity = {
  id: OpportunityId
  organisationId: OrganisationId
  ownerId: AccountId
  pledgeId: PledgeId | null
  createdAt: Instant
}

export const addOpportunity = (db: Database, opportunity: NewOpportunity) =>
  db.query.insertInto('opportunity').values({
    id: opportunity.id,
    organisation_id: opportunity.organisationId,
    owner_id: opportunity.ownerId,
    pledge_id: opportunity.pledgeId,
    state: 'draft',
    created_at: opportunity.createdAt,
    state_since: opportunity.createdAt,
  })

export const addRevision = (
  db: Database,
  revision: { opportunityId: OpportunityId; number: number; content: object; at: Instant },
) =>
  db.query.insertInto('opportunity_revision').values({
    opportunity_id: revision.opportunityId,
    number: revision.number,
    state: 'draft',
    content: JSON.stringify(revision.content),
    changed_at: revision.at,
  })

export type RevisionKey = { opportunityId: OpportunityId; number: number }

export const setRevisionContent = (db: Database, key: RevisionKey, content: object, at: Instant) =>
  db.query
    .updateTable('opportunity_revision')
    .set({ content: JSON.stringify(content), changed_at: at })
    .where('opportunity_id', '=', key.opportunityId)
    .where('number', '=', key.number)

export const setRevisionState = (
  db: Database,
  key: RevisionKey,
  state: RevisionState,
  extra: {
    submittedAt?: Instant
    reviewedBy?: AccountId
    codes?: readonly ChangeCode[]
    words?: string
  } = {},
) =>
  db.query
    .updateTable('opportunity_revision')
    .set({
      state,
      ...(extra.submittedAt === undefined ? {} : { submitted_at: extra.submittedAt }),
      ...(extra.reviewedBy === undefined ? {} : { reviewed_by: extra.reviewedBy }),
      ...(extra.codes === undefined ? {} : { review_codes: JSON.stringify(extra.codes) }),
      ...(extra.words === undefined ? {} : { review_words: extra.words }),
    })
    .where('opportunity_id', '=', key.opportunityId)
    .where('number', '=', key.number)

/** Every change of an opportunity raises its version, whether its state moves or not. */
export const setOpportunityState = (
  db: Database,
  id: OpportunityId,
  change: { state: OpportunityState; since: Instant; version: number },
) =>
  db.query
    .updateTable('opportunity')
    .set({ state: change.state, state_since: change.since, version: change.version })
    .where('id', '=', id)

export const setOpportunityVersion = (db: Database, id: OpportunityId, version: number) =>
  db.query.updateTable('opportunity').set({ version }).where('id', '=', id)

/** What the 18+ team has stopped says why; empty again when it is lifted. */
export const setStopped = (db: Database, id: OpportunityId, because: string) =>
  db.query.updateTable('opportunity').set({ stopped_because: because }).where('id', '=', id)

export const setOpportunityOwner = (db: Database, id: OpportunityId, ownerId: AccountId, version: number) =>
  db.query.updateTable('opportunity').set({ owner_id: ownerId, version }).where('id', '=', id)

/** The columns that are read out of the content for searching and matching. */
export const publishedColumns = (content: OpportunityContent, closesOn: Day) => ({
  content: JSON.stringify({ ...content, closesOn }),
  title: content.title,
  kind: content.kind,
  heading: content.heading,
  is_paid: content.pay === 'wage' ? 1 : 0,
  is_remote: content.isRemote ? 1 : 0,
  district: content.district,
  cell_east: content.cellEast,
  cell_north: content.cellNorth,
  starts_on: content.startsOn,
  closes_on: closesOn,
  visibility: content.visibility,
  priority: content.priority,
  places: content.places,
})

/**
 * Copies what was reviewed onto the opportunity; triggers move it into search in the same unit. Fewer places than
 * are taken are refused by `no_more_than_its_places`.
 */
export const publishContent = (
  db: Database,
  id: OpportunityId,
  published: {
    content: OpportunityContent
    closesOn: Day
    state: OpportunityState
    publishedAt: Instant
    version: number
  },
): Statement[] => [
  db.query
    .updateTable('opportunity')
    .set({
      ...publishedColumns(published.content, published.closesOn),
      state: published.state,
      state_since: published.publishedAt,
      published_at: published.publishedAt,
      reminded_on: null,
      // What the team has read and made live is not stopped any more.
      ...(published.state === 'published' ? { stopped_because: '' } : {}),
      version: published.version,
    })
    .where('id', '=', id),
  db.query.deleteFrom('opportunity_outcome').where('opportunity_id', '=', id),
  ...published.content.outcomes.map((outcome) =>
    db.query.insertInto('opportunity_outcome').values({ opportunity_id: id, outcome }),
  ),
]

export const setReminded = (db: Database, id: OpportunityId, day: Day) =>
  db.query.updateTable('opportunity').set({ reminded_on: day }).where('id', '=', id)
