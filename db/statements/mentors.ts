import type { Day, Instant } from '../../src/domain/dates'
import type { AccountId, MentorId } from '../../src/domain/ids'
import type { MentorDetails, StepDetail, StepStage } from '../../src/domain/mentor'
import type { Database } from '../database'

const columnsOf = (details: MentorDetails) => ({
  kind: details.kind,
  first_name: details.firstName,
  family_name: details.familyName,
  district: details.district,
  travel_km_max: details.travelKmMax,
  topics: JSON.stringify(details.topics),
  languages: JSON.stringify(details.languages),
  week_times: JSON.stringify(details.weekTimes),
  about: details.about,
  capacity: details.capacity,
})

export type NewMentor = MentorDetails & { id: MentorId; nameHash: string; createdAt: Instant }

export const addMentor = (db: Database, mentor: NewMentor) =>
  db.query.insertInto('mentor').values({
    id: mentor.id,
    ...columnsOf(mentor),
    name_hash: mentor.nameHash,
    stage_since: mentor.createdAt,
    created_at: mentor.createdAt,
  })

export const setMentorDetails = (
  db: Database,
  id: MentorId,
  { version, nameHash, ...details }: MentorDetails & { version: number; nameHash: string },
) =>
  db.query
    .updateTable('mentor')
    .set({ ...columnsOf(details), name_hash: nameHash, version })
    .where('id', '=', id)

export type NewMentorStep = StepDetail & {
  id: string
  mentorId: MentorId
  stage: StepStage
  onDay: Day
  checkedBy: AccountId
  createdAt: Instant
}

/** A step, which moves the mentor to its stage by the schema. */
export const addMentorStep = (db: Database, step: NewMentorStep) =>
  db.query.insertInto('mentor_step').values({
    id: step.id,
    mentor_id: step.mentorId,
    stage: step.stage,
    on_day: step.onDay,
    checked_by: step.checkedBy,
    setting: step.setting ?? null,
    known_years: step.knownYears ?? null,
    dbs_level: step.dbsLevel ?? null,
    dbs_workforce: step.dbsWorkforce ?? null,
    issued_on: step.issuedOn ?? null,
    renew_on: step.renewOn ?? null,
    reason: step.reason ?? null,
    words: step.words ?? '',
    created_at: step.createdAt,
  })

export const setMentorVersion = (db: Database, id: MentorId, version: number) =>
  db.query.updateTable('mentor').set({ version }).where('id', '=', id)
