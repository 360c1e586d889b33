import { type ExpressionBuilder, sql } from 'kysely'
import type { Day } from '../../src/domain/dates'
import type { MentorId } from '../../src/domain/ids'
import {
  type Mentor,
  type MentorKind,
  type MentorStage,
  type MentorStep,
  WITH_SOMEBODY_STAGES,
} from '../../src/domain/mentor'
import type { Language, Topic, WeekTime } from '../../src/domain/taxonomy'
import type { Reader } from '../database'
import type { Schema } from '../schema'

const mentors = (db: Reader) =>
  db.query
    .selectFrom('mentor')
    .selectAll()
    .select((select) => [
      select
        .selectFrom('mentor_step')
        .whereRef('mentor_step.mentor_id', '=', 'mentor.id')
        .where('mentor_step.stage', '=', 'references')
        .select((step) => step.fn.countAll<number>().as('count'))
        .as('reference_count'),
      select
        .selectFrom('mentor_choice')
        .whereRef('mentor_choice.mentor_id', '=', 'mentor.id')
        .where('mentor_choice.state', '=', 'chosen')
        .select((choice) => choice.fn.countAll<number>().as('count'))
        .as('people_met'),
      select
        .selectFrom('mentor_choice')
        .innerJoin('mentor_request', 'mentor_request.id', 'mentor_choice.request_id')
        .whereRef('mentor_choice.mentor_id', '=', 'mentor.id')
        .where('mentor_choice.state', '=', 'ended')
        .select((choice) => choice.fn.max('mentor_request.state_since').as('at'))
        .as('time_ended_at'),
    ])

/** Whether a young person has picked them and meets them. */
const meetsSomebody = (where: ExpressionBuilder<Schema, 'mentor'>) =>
  where.exists(
    where
      .selectFrom('mentor_choice')
      .whereRef('mentor_choice.mentor_id', '=', 'mentor.id')
      .where('mentor_choice.state', '=', 'chosen')
      .select('mentor_choice.id'),
  )

type MentorRow = Awaited<ReturnType<ReturnType<typeof mentors>['executeTakeFirstOrThrow']>>

const toMentor = (row: MentorRow): Mentor => ({
  id: row.id,
  kind: row.kind,
  firstName: row.first_name,
  familyName: row.family_name,
  district: row.district,
  travelKmMax: row.travel_km_max,
  topics: JSON.parse(row.topics) as Topic[],
  languages: JSON.parse(row.languages) as Language[],
  weekTimes: JSON.parse(row.week_times) as WeekTime[],
  about: row.about,
  capacity: row.capacity,
  peopleMatched: row.people_matched,
  peopleMet: row.people_met ?? 0,
  timeEndedAt: row.time_ended_at,
  stage: row.stage,
  stageSince: row.stage_since,
  pausedFrom: row.paused_from,
  references: row.reference_count ?? 0,
  dbsRenewOn: row.dbs_renew_on,
  version: row.version,
})

export async function findMentor(db: Reader, id: MentorId): Promise<Mentor | undefined> {
  const row = await mentors(db).where('mentor.id', '=', id).executeTakeFirst()
  return row && toMentor(row)
}

export type MentorFilter = { kind: MentorKind | null; stage: MentorStage | null }

/** The same as `shownStage` says: whoever meets nobody any more stands with the approved. */
function standsAt(where: ExpressionBuilder<Schema, 'mentor'>, stage: MentorStage) {
  const isStage = where('mentor.stage', '=', stage)
  if (stage === 'approved') {
    const wasWithSomebody = where('mentor.stage', 'in', WITH_SOMEBODY_STAGES)
    return where.or([isStage, where.and([wasWithSomebody, where.not(meetsSomebody(where))])])
  }
  const isWithSomebody = (WITH_SOMEBODY_STAGES as readonly MentorStage[]).includes(stage)
  return isWithSomebody ? where.and([isStage, meetsSomebody(where)]) : isStage
}

/** Mentors and befrienders by name; those who have ended only when they are asked for. */
export async function listMentors(
  db: Reader,
  { kind, stage }: MentorFilter,
  { page, size }: { page: number; size: number },
): Promise<{ rows: Mentor[]; total: number }> {
  const matching = mentors(db)
    .$if(kind !== null, (query) => query.where('mentor.kind', '=', kind as MentorKind))
    .where((where) => (stage === null ? where('mentor.stage', '<>', 'ended') : standsAt(where, stage)))
  const [rows, { total }] = await Promise.all([
    matching
      .orderBy('mentor.first_name')
      .orderBy('mentor.family_name')
      .orderBy('mentor.id')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
    db.query
      .selectFrom(matching.as('wanted'))
      .select((select) => select.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows: rows.map(toMentor), total }
}

const WAITING = [
  'applied',
  'identity',
  'interview',
  'references',
  'dbs-requested',
  'dbs-clear',
  'trained',
  'matched',
  'lapsed',
] as const satisfies readonly MentorStage[]

/** Whose next step waits, the longest first, and whose check has to be renewed by a day. */
export async function listWaitingMentors(
  db: Reader,
  renewBy: Day,
): Promise<{ steps: Mentor[]; renewals: Mentor[] }> {
  const [steps, renewals] = await Promise.all([
    mentors(db)
      .where('mentor.stage', 'in', WAITING)
      // Whoever has nobody any more has no supervision to wait for.
      .where((where) => where.or([where('mentor.stage', '<>', 'matched'), meetsSomebody(where)]))
      .orderBy('mentor.stage_since')
      .orderBy('mentor.id')
      .limit(200)
      .execute(),
    mentors(db)
      .where('mentor.stage', 'in', ['trained', 'approved', 'matched', 'supervised', 'paused'])
      .where('mentor.dbs_renew_on', '<=', renewBy)
      .orderBy('mentor.dbs_renew_on')
      .orderBy('mentor.id')
      .limit(200)
      .execute(),
  ])
  return { steps: steps.map(toMentor), renewals: renewals.map(toMentor) }
}

/** Whose check no longer counts from today on, and who has not lapsed yet. */
export async function listLapsing(db: Reader, today: Day): Promise<Mentor[]> {
  const rows = await mentors(db)
    .where('mentor.dbs_renew_on', '<=', today)
    .where('mentor.stage', 'in', ['dbs-clear', 'trained', 'approved', 'matched', 'supervised', 'paused'])
    .limit(200)
    .execute()
  return rows.map(toMentor)
}

/** Every step of a mentor, the newest first. */
export async function listMentorSteps(db: Reader, id: MentorId): Promise<MentorStep[]> {
  const rows = await db.query
    .selectFrom('mentor_step')
    .leftJoin('account', 'account.id', 'mentor_step.checked_by')
    .where('mentor_step.mentor_id', '=', id)
    .selectAll('mentor_step')
    .select('account.name as checked_by_name')
    .orderBy('mentor_step.created_at', 'desc')
    // Two of one moment stand in the order in which they were written.
    .orderBy(sql`mentor_step.rowid`, 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    stage: row.stage,
    onDay: row.on_day,
    checkedBy: row.checked_by,
    checkedByName: row.checked_by_name ?? 'Waymark',
    createdAt: row.created_at,
    words: row.words,
    ...(row.setting && { setting: row.setting }),
    ...(row.known_years !== null && { knownYears: row.known_years }),
    ...(row.dbs_level && { dbsLevel: row.dbs_level }),
    ...(row.dbs_workforce && { dbsWorkforce: row.dbs_workforce }),
    ...(row.issued_on && { issuedOn: row.issued_on }),
    ...(row.renew_on && { renewOn: row.renew_on }),
    ...(row.reason && { reason: row.reason }),
  }))
}

/** The day on which the newest clear check of a mentor was issued; null without one. */
export async function findCheckIssued(db: Reader, id: MentorId): Promise<Day | null> {
  const row = await db.query
    .selectFrom('mentor_step')
    .where('mentor_id', '=', id)
    .where('stage', '=', 'dbs-clear')
    .select((select) => select.fn.max('issued_on').as('day'))
    .executeTakeFirst()
  return row?.day ?? null
}

/** Whether a young person has picked them and meets them. */
export async function isWithSomebody(db: Reader, id: MentorId): Promise<boolean> {
  const row = await db.query
    .selectFrom('mentor_choice')
    .where('mentor_id', '=', id)
    .where('state', '=', 'chosen')
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Those who may be put to somebody now: approved, in date, with a place. */
export async function listMatchable(db: Reader, kind: MentorKind, today: Day): Promise<Mentor[]> {
  const rows = await mentors(db)
    .where('mentor.kind', '=', kind)
    .where('mentor.stage', 'in', ['approved', 'matched', 'supervised'])
    .where('mentor.dbs_renew_on', '>', today)
    .whereRef('mentor.people_matched', '<', 'mentor.capacity')
    .limit(1000)
    .execute()
  return rows.map(toMentor)
}
