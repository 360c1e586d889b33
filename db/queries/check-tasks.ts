import type { Instant } from '../../src/domain/dates'
import type { CheckState, CheckTurn } from '../../src/domain/check-task'
import type {
  AccountId,
  CareLeaverId,
  CheckTaskId,
  OpportunityId,
  OrganisationId,
} from '../../src/domain/ids'
import type { RuleId } from '../../src/domain/rule-set/rule-set'
import type { Reader } from '../database'

export type CheckTaskRecord = {
  id: CheckTaskId
  careLeaverId: CareLeaverId | null
  opportunityId: OpportunityId
  title: string
  rule: RuleId
  turn: CheckTurn
  state: CheckState
  words: string
  askedAt: Instant
  answeredAt: Instant | null
  answeredByName: string | null
}

/** Tasks about offers that are live: with an offer that has gone nobody has to check anything any more. */
const tasks = (db: Reader) =>
  db.query
    .selectFrom('check_task')
    .innerJoin('opportunity', 'opportunity.id', 'check_task.opportunity_id')
    .leftJoin('account as answerer', 'answerer.id', 'check_task.answered_by')
    .where('opportunity.state', '=', 'published')
    .select([
      'check_task.id',
      'check_task.care_leaver_id as careLeaverId',
      'check_task.opportunity_id as opportunityId',
      'opportunity.title',
      'check_task.rule',
      'check_task.turn',
      'check_task.state',
      'check_task.words',
      'check_task.asked_at as askedAt',
      'check_task.answered_at as answeredAt',
      'answerer.name as answeredByName',
    ])
    .orderBy('check_task.asked_at')
    .orderBy('check_task.id')

const LIMIT = 200

/** What is or was asked about one person and one offer, and about the offer itself. */
export async function listTasksOfPair(
  db: Reader,
  careLeaverId: CareLeaverId,
  opportunityId: OpportunityId,
): Promise<CheckTaskRecord[]> {
  return (
    await tasks(db)
      .where('check_task.opportunity_id', '=', opportunityId)
      .where((where) =>
        where.or([
          where('check_task.care_leaver_id', '=', careLeaverId),
          where('check_task.care_leaver_id', 'is', null),
        ]),
      )
      .limit(LIMIT)
      .execute()
  ).map(withTitle)
}

/** What is asked about somebody and not answered, of the one whose turn it is. */
export async function listOpenTasks(
  db: Reader,
  careLeaverId: CareLeaverId,
  turn: CheckTurn,
): Promise<CheckTaskRecord[]> {
  return (
    await tasks(db)
      .where('check_task.care_leaver_id', '=', careLeaverId)
      .where('check_task.turn', '=', turn)
      .where('check_task.state', '=', 'open')
      .limit(LIMIT)
      .execute()
  ).map(withTitle)
}

/** A task about somebody, whoever's turn it is. */
export async function findTaskOf(
  db: Reader,
  careLeaverId: CareLeaverId,
  id: CheckTaskId,
): Promise<CheckTaskRecord | undefined> {
  const row = await tasks(db)
    .where('check_task.care_leaver_id', '=', careLeaverId)
    .where('check_task.id', '=', id)
    .executeTakeFirst()
  return row && withTitle(row)
}

/** What the team asks about an organisation's live offers. */
export async function listTasksOfOrganisation(
  db: Reader,
  organisationId: OrganisationId | null,
): Promise<CheckTaskRecord[]> {
  if (organisationId === null) return []
  return (
    await tasks(db)
      .where('opportunity.organisation_id', '=', organisationId)
      .where('check_task.turn', '=', 'champion')
      .where('check_task.state', '=', 'open')
      .limit(LIMIT)
      .execute()
  ).map(withTitle)
}

/** How many checks wait for an adviser, by person of their caseload. */
export async function countTasksOfCaseload(
  db: Reader,
  adviserId: AccountId,
): Promise<Map<CareLeaverId, number>> {
  const rows = await db.query
    .selectFrom('check_task')
    .innerJoin('care_leaver', 'care_leaver.id', 'check_task.care_leaver_id')
    .innerJoin('opportunity', 'opportunity.id', 'check_task.opportunity_id')
    .where('care_leaver.adviser_id', '=', adviserId)
    .where('opportunity.state', '=', 'published')
    .where('check_task.state', '=', 'open')
    .where('check_task.turn', '=', 'adviser')
    .groupBy('care_leaver.id')
    .select(({ fn }) => ['care_leaver.id', fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(({ id, count }) => [id, count]))
}

const withTitle = <Row extends { title: string | null; rule: string }>(row: Row) => ({
  ...row,
  title: row.title ?? '',
  rule: row.rule as RuleId,
})
