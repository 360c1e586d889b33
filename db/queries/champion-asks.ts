import { sql } from 'kysely'
import type { AskCannotCode, AskedFor, AskState } from '../../src/domain/champion-ask'
import type { Day, Instant } from '../../src/domain/dates'
import type { AccountId, ChampionAskId, OpportunityId, OrganisationId } from '../../src/domain/ids'
import type { OpportunityKind } from '../../src/domain/opportunity'
import type { OrganisationKind } from '../../src/domain/organisation'
import type { CovenantOutcome } from '../../src/domain/taxonomy'
import type { Reader } from '../database'

/** What was asked of an organisation, and what came of it. */
export type ChampionAsk = AskedFor & {
  id: ChampionAskId
  organisationId: OrganisationId
  organisationName: string
  words: string
  state: AskState
  cannotCode: AskCannotCode | null
  cannotWords: string
  /** What was published for it. */
  opportunityId: OpportunityId | null
  opportunityTitle: string | null
  askedAt: Instant
  lapsesOn: Day
  endedAt: Instant | null
  version: number
}

const asks = (db: Reader) =>
  db.query
    .selectFrom('champion_ask as ask')
    .innerJoin('organisation', 'organisation.id', 'ask.organisation_id')
    .leftJoin('opportunity', 'opportunity.id', 'ask.opportunity_id')
    .select([
      'ask.id',
      'ask.organisation_id as organisationId',
      'organisation.name as organisationName',
      'ask.kind',
      'ask.outcome',
      'ask.district',
      'ask.words',
      'ask.state',
      'ask.cannot_code as cannotCode',
      'ask.cannot_words as cannotWords',
      'ask.opportunity_id as opportunityId',
      'opportunity.title as opportunityTitle',
      'ask.asked_at as askedAt',
      'ask.lapses_on as lapsesOn',
      'ask.ended_at as endedAt',
      'ask.version',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof asks>['executeTakeFirstOrThrow']>>

/** The schema keeps it that one of the two is there. */
const toAsk = (row: Row): ChampionAsk => row as ChampionAsk

const LIMIT = 200

/** What was asked, the newest first: what still stands, or what has ended. */
export async function listAsks(db: Reader, which: 'open' | 'ended'): Promise<ChampionAsk[]> {
  const rows = await asks(db)
    .where('ask.state', which === 'open' ? '=' : '<>', 'open')
    .orderBy('ask.asked_at', 'desc')
    .orderBy('ask.id')
    .limit(LIMIT)
    .execute()
  return rows.map(toAsk)
}

/** How often each kind was asked for in a district, by state, of those that were asked since then. */
export async function countAsksOfKinds(db: Reader, since: Instant) {
  return db.query
    .selectFrom('champion_ask')
    .where('kind', 'is not', null)
    .where('district', 'is not', null)
    .where('asked_at', '>=', since)
    .groupBy(['kind', 'district', 'state'])
    .select(['kind', 'district', 'state'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .$narrowType<{ kind: OpportunityKind; district: NonNullable<AskedFor['district']> }>()
    .execute()
}

export type AskCount = Awaited<ReturnType<typeof countAsksOfKinds>>[number]

export async function findAsk(db: Reader, id: ChampionAskId): Promise<ChampionAsk | undefined> {
  const row = await asks(db).where('ask.id', '=', id).executeTakeFirst()
  return row && toAsk(row)
}

/** What stands open for an organisation, the oldest first. */
export async function listOwnAsks(db: Reader, organisationId: OrganisationId | null): Promise<ChampionAsk[]> {
  if (organisationId === null) return []
  const rows = await asks(db)
    .where('ask.organisation_id', '=', organisationId)
    .where('ask.state', '=', 'open')
    .orderBy('ask.asked_at')
    .orderBy('ask.id')
    .limit(LIMIT)
    .execute()
  return rows.map(toAsk)
}

/** One that was asked of this organisation, in whatever state; of another's there is none. */
export async function findOwnAsk(
  db: Reader,
  organisationId: OrganisationId | null,
  id: ChampionAskId,
): Promise<ChampionAsk | undefined> {
  const ask = await findAsk(db, id)
  return ask && ask.organisationId === organisationId ? ask : undefined
}

/** What stands open for an organisation and is met by an offer of this kind, or that helps with these outcomes. */
export async function listAsksMetBy(
  db: Reader,
  organisationId: OrganisationId,
  { kind, outcomes }: { kind: OpportunityKind | null; outcomes: readonly CovenantOutcome[] },
): Promise<{ id: ChampionAskId; version: number }[]> {
  return db.query
    .selectFrom('champion_ask')
    .select(['id', 'version'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .where((where) =>
      where.or([
        where('kind', '=', kind),
        where(
          'outcome',
          'in',
          sql<CovenantOutcome>`(SELECT value FROM json_each(${JSON.stringify(outcomes)}))`,
        ),
      ]),
    )
    .orderBy('id')
    .execute()
}

/** Those whose eight weeks are over. */
export async function listLapsingAsks(
  db: Reader,
  today: Day,
): Promise<{ id: ChampionAskId; version: number }[]> {
  return db.query
    .selectFrom('champion_ask')
    .select(['id', 'version'])
    .where('state', '=', 'open')
    .where('lapses_on', '<=', today)
    .orderBy('lapses_on')
    .limit(LIMIT)
    .execute()
}

/** An organisation that can be asked: somebody there can sign in. */
export type Askable = {
  id: OrganisationId
  name: string
  kind: OrganisationKind
  /** They have published such a thing before. */
  hasPosted: boolean
  /** When they were last asked for the same, and whether that still stands. */
  lastAskedOn: Day | null
  isOpen: boolean
}

/** Everybody who can be asked for something; those that have posted such a thing before come first. */
export async function listAskable(db: Reader, asked: AskedFor): Promise<Askable[]> {
  const [organisations, posted, before] = await Promise.all([
    listWithChampions(db),
    listHavingPosted(db, asked),
    listLastAsked(db, asked),
  ])
  const askedOf = new Map(before.map((row) => [row.id, row]))
  return organisations
    .map((organisation) => ({
      ...organisation,
      hasPosted: posted.has(organisation.id),
      lastAskedOn: askedOf.get(organisation.id)?.on ?? null,
      isOpen: (askedOf.get(organisation.id)?.open ?? 0) > 0,
    }))
    .sort((one, other) => Number(other.hasPosted) - Number(one.hasPosted))
}

/** Organisations of whose champions or partners at least one can sign in, by name. */
async function listWithChampions(db: Reader) {
  return db.query
    .selectFrom('organisation')
    .innerJoin('account', 'account.organisation_id', 'organisation.id')
    .where('account.role', 'in', POSTERS)
    .where('account.state', '=', 'active')
    .select(['organisation.id', 'organisation.name', 'organisation.kind'])
    .distinct()
    .orderBy('organisation.name')
    .execute()
}

const POSTERS = ['champion', 'partner'] as const

/** Whatever was published once counts, over or not. */
async function listHavingPosted(db: Reader, asked: AskedFor): Promise<Set<OrganisationId>> {
  const published = db.query
    .selectFrom('opportunity')
    .where('opportunity.published_at', 'is not', null)
    .select('opportunity.organisation_id as id')
    .distinct()
  const rows =
    asked.kind === null
      ? await published
          .innerJoin('opportunity_outcome', 'opportunity_outcome.opportunity_id', 'opportunity.id')
          .where('opportunity_outcome.outcome', '=', asked.outcome)
          .execute()
      : await published.where('opportunity.kind', '=', asked.kind).execute()
  return new Set(rows.map(({ id }) => id))
}

/** When each was last asked for the same, and how often that still stands. */
async function listLastAsked(db: Reader, { kind, outcome, district }: AskedFor) {
  return db.query
    .selectFrom('champion_ask')
    .where('kind', 'is', kind)
    .where('outcome', 'is', outcome)
    .where('district', 'is', district)
    .groupBy('organisation_id')
    .select('organisation_id as id')
    .select(({ fn }) => [
      fn.max('asked_on').as('on'),
      fn.sum<number>(sql`iif(state = 'open', 1, 0)`).as('open'),
    ])
    .execute()
}

/** Whoever posts for these organisations and can sign in: they hear of what is asked. */
export async function listChampionsOf(
  db: Reader,
  ids: readonly OrganisationId[],
): Promise<{ id: AccountId; organisationId: OrganisationId }[]> {
  const rows = await db.query
    .selectFrom('account')
    .where(
      'organisation_id',
      'in',
      sql<OrganisationId>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`,
    )
    .where('role', 'in', POSTERS)
    .where('state', '=', 'active')
    .select(['id', 'organisation_id as organisationId'])
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, organisationId }) => (organisationId ? [{ id, organisationId }] : []))
}
